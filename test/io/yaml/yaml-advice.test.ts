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
    [
      'ends at the hash of a language',
      'a: Knows C # and F # only, with help.\nb: C # or Go\n',
      ['1:4 cut-at-hash', '2:4 cut-at-hash'],
    ],
    ['goes on as a sentence', 'a: Fixed what # seven of us had missed.\n', ['1:4 cut-at-hash']],
    [
      'is all behind a hash',
      'a: #42 taught it\nb:\n  - #7 too\nc: # a comment\n',
      ['1:4 lost-at-hash', '3:5 lost-at-hash'],
    ],
    ['has a comment two spaces behind it', 'a: Fixed what   # seven of us had missed.\n', []],
    ['is a quotation that ends at a comma', 'a: [“We lost it, he said”, Two]\n', ['1:18 cut-at-comma']],
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

  test('is an error where nothing may be lost, as is any comment that stands as text would', () => {
    const source = parseYamlSource(
      new TextEncoder().encode('a: Two words # a comment\nb: yes # clear\nc: One # Two.\n'),
    );
    const told = (which: 'likely' | 'any') =>
      source.ok && source.value.lostText(which).map(({ severity, line, code }) => `${severity} ${line} ${code}`);
    expect(told('likely')).toEqual([]);
    expect(told('any')).toEqual(['error 1 cut-at-hash']);
  });

  test('a key that other programs take for true or false', () => {
    expect(advice('bands: { strong-yes: 4, yes: 3, "no": 2 }\n')).toEqual(['1:25 bare-key']);
  });
});
