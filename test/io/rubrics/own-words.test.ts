import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shapeAnswers } from '../../../src/core/interview/answers/answers.js';
import { readAnswers } from '../../../src/core/interview/answers/read-answers.js';
import { parsePeople } from '../../../src/core/person/parse-people.js';
import { createMistake, type Problem } from '../../../src/core/problem.js';
import { parseRubric } from '../../../src/core/rubric/parse-rubric.js';
import { readRubric } from '../../../src/io/rubrics/rubric-file.js';
import { parseYamlSource } from '../../../src/io/yaml/yaml-source.js';
import { HOME } from '../../support/fake-host.js';
import { SMALL_RUBRIC } from '../../support/rubrics.js';

/** Words of the packages that read YAML and check shapes; nobody who writes a rubric knows them. */
const FOREIGN =
  /invalid|expected|received|unrecognized|too (?:small|big)|match(?:es)? (?:pattern|format)|mapping|scalar|implicit|token\b|flow |collection|undefined|\[object|NaN|is nothing that may stand/i;

const RUBRIC = parse(SMALL_RUBRIC) as unknown;
const WHOLE = parse(readFileSync(join(HOME, 'rubrics/head-infra.yaml'), 'utf8')) as unknown;
const ANSWERS = {
  candidate: { name: 'Ada Example', id: 'ada@example.com' },
  interviewer: 'R. Panel',
  held: '2026-11-20',
  ratings: {
    craft: { rating: 4, evidence: [{ text: 'said so', at: '2026-11-20T09:30:00Z' }, 'x'], asked: [1] },
    talk: 3,
  },
  redFlags: [{ id: 'blames', evidence: 'x' }, 'blames'],
  notes: 'x',
  verdict: { is: 'yes', reason: 'x' },
};
const PEOPLE = { same: [['A', 'B']], different: [['A', 'C']], holds: [{ person: 'A', why: 'x' }] };

const SMALL = parseRubric(RUBRIC);

/** Something that stands where it should not. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e21, '', 'x', 'Yes', '4 stars', '§', [], {}, [[]], ['', 1]),
  fc.constantFrom<unknown>({ Said: 'never again' }, { true: 1 }, { name: 7 }, { text: null, at: 'noon' }, [{ x: [] }]),
  fc.constantFrom<unknown>(Number.POSITIVE_INFINITY, '2026-13-01', { length: {} }, { rating: {}, evidence: 3 }),
);

/** The data with one part of it replaced, or with a key more; where, the numbers choose on the way down. */
function mutated(data: unknown, [turn = 0, ...turns]: readonly number[], value: unknown): unknown {
  if (typeof data !== 'object' || data === null || turn === 0) return value;
  const keys = Object.keys(data);
  const key = keys[turn % (keys.length + 1)] ?? 'surplus';
  const inner = mutated((data as Record<string, unknown>)[key], turns, value);
  return Array.isArray(data) ? data.map((item, at) => (String(at) === key ? inner : item)) : { ...data, [key]: inner };
}

const turns = fc.array(fc.nat(40), { maxLength: 8 });

function expectOwnWords(problems: readonly Problem[]): void {
  // What was typed is quoted, and may hold any word.
  for (const { message } of problems) expect(message.replace(/"[^"]*"/g, '""')).not.toMatch(FOREIGN);
}

function problemsOf(checked: { readonly ok: boolean; readonly problems?: readonly Problem[] }): readonly Problem[] {
  return checked.problems ?? [];
}

test.each<[string, unknown, (data: unknown) => readonly Problem[]]>([
  ['a small rubric', RUBRIC, (data) => problemsOf(parseRubric(data))],
  ['a whole rubric', WHOLE, (data) => problemsOf(parseRubric(data))],
  [
    'answers',
    ANSWERS,
    (data) => {
      const { written, problems } = shapeAnswers(data);
      return [...problems, ...(SMALL.ok ? readAnswers(written, SMALL.value).problems : [])];
    },
  ],
  ['people', PEOPLE, (data) => problemsOf(parsePeople(data))],
])('whatever stands in %s, what is wrong is told in words of our own', (_what, data, check) => {
  fc.assert(
    fc.property(turns, anything, (path, value) => expectOwnWords(check(mutated(data, path, value)))),
    { numRuns: 150 },
  );
});

test('whatever is typed into a rubric, what is wrong is told in words of our own, in the file', () => {
  const edit = fc.tuple(
    fc.nat(SMALL_RUBRIC.length),
    fc.constantFrom(': ', '"', "'", ' #', '- ', '\t', '\n', '[', '}', '*', '\u00a0', ','),
  );
  const noBase = () =>
    ({ is: 'unusable', why: createMistake('unknown-base', { id: 'x', known: [] }), problems: [] }) as const;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      const text = edits.reduce((before, [at, typed]) => before.slice(0, at) + typed + before.slice(at), SMALL_RUBRIC);
      const problems = problemsOf(readRubric(new TextEncoder().encode(text), 'small.yaml', noBase));
      expectOwnWords(problems);
      for (const { line, file } of problems) expect([file, typeof line]).toEqual(['small.yaml', 'number']);
    }),
    { numRuns: 60 },
  );
});

test('an answer out of shape is told with all that is wrong beside it', () => {
  const source = parseYamlSource(
    new TextEncoder().encode(
      'candidate: 1042\nratings:\n  craft: { rating: 4 stars, evidence: [Said: never] }\n  talk:\nverdict: Yes\n',
    ),
  );
  if (!source.ok || !SMALL.ok) throw new Error('not read');
  const { written, problems } = shapeAnswers(source.value.data);
  const read = readAnswers(written, SMALL.value);
  const told = [...problems, ...read.problems].map((problem) => source.value.locate(problem));
  expect(told.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
    '1:12 "candidate" must be text or a map of keys (name, id), not the number 1042; put it in quotes',
    '3:40 "evidence 1" must be text, not a map of keys; text with a colon needs quotes: "Said: never"',
    expect.stringMatching(/^3:20 "4 stars" is not a rating/),
  ]);
  expect(read.answers).toMatchObject({ verdict: 'yes', ratings: { talk: 'not-assessed' } });
});
