import { describe, expect, test } from 'vitest';
import { parseYamlSource } from '../../../src/io/yaml/yaml-source.js';

function advice(yaml: string): readonly string[] {
  const source = parseYamlSource(new TextEncoder().encode(yaml));
  if (!source.ok) throw new Error(source.problems[0]?.message);
  return source.value.advise().map(({ code, line, column }) => `${line}:${column} ${code}`);
}

describe('a text that is not what its author wrote', () => {
  test.each<[string, string, string[]]>([
    ['ends at a hash', 'ask: Which fault was\nflag: Blames fault #1 of the list\n', ['2:7 cut-at-hash']],
    ['has a comment behind it', 'ask: Which fault was it? # asked first\nid: x #1\n', []],
    ['has a hash in quotes', 'ask: "Fault #1 of the list"\n', []],
    ['has a hash inside a word', 'ask: Written in C#1 and F#\n', []],
    ['ends at a comma between brackets', 'a: [Compared two regions, before either was built]\n', ['1:27 cut-at-comma']],
    ['is a list of sentences', 'a: [What was it?, Who said so?]\nb: [Compared two, Chose one]\n', []],
    ['is a list of phrases', 'a: [tells a figure, names a date]\n', []],
    ['ends at a comma in quotes', 'a: ["Compared two regions, before either was built"]\n', []],
  ])('%s', (_name, yaml, expected) => {
    expect(advice(yaml)).toEqual(expected);
  });

  test('a key that other programs take for true or false', () => {
    expect(advice('bands: { strong-yes: 4, yes: 3, "no": 2 }\n')).toEqual(['1:25 bare-key']);
  });
});
