import { describe, expect, test } from 'vitest';
import { planColumns } from '../../../src/core/table/columns.js';
import type { Mapping } from '../../../src/core/table/header/read-columns.js';
import { createRubric } from '../../support/rubrics.js';

const rubric = createRubric(
  [
    { id: 'iac-guardrails', weight: 60 },
    { id: 'architecture', weight: 40, name: 'Architecture & cloud', aliases: ['Cloud'] } as never,
  ],
  { requirements: [{ id: 'years', name: 'Years of building', atLeast: 3, unit: 'years', aliases: ['Experience'] }] },
);

function plan(headers: readonly string[], mappings: readonly Mapping[] = []) {
  const checked = planColumns(headers, rubric, { mappings });
  if (!checked.ok) throw new Error(codes(headers, mappings).join());
  return checked.value;
}

function codes(headers: readonly string[], mappings: readonly Mapping[] = []): readonly string[] {
  const checked = planColumns(headers, rubric, { mappings });
  return checked.ok ? [] : checked.problems.map(({ code, path }) => `${code}@${path[0]}`);
}

test.each([
  ['by id', 'architecture'],
  ['by name', 'Architecture & cloud'],
  ['by alias', 'CLOUD'],
  ['in any case and width', 'Ａrchitecture'],
])('a dimension is found %s', (_how, header) => {
  expect(plan(['candidate', header]).ratings).toEqual([undefined, { column: 1, words: 'ours' }]);
});

test.each(['IaC Guardrails', 'iac_guardrails', ' iac  guardrails '])('%j names iac-guardrails', (header) => {
  expect(plan(['Candidate Name', header]).ratings[0]).toEqual({ column: 1, words: 'ours' });
});

test.each([
  'architecture evidence',
  'architecture_notes',
  'Cloud: comments',
  'architecture (evidence)',
  'notes on architecture',
  'evidence: architecture',
])('%j holds evidence', (header) => {
  expect(plan(['candidate', 'architecture', header]).evidence).toEqual([[], [2]]);
});

test.each([
  ['Candidate ID', 'candidateId'],
  ['candidate_id', 'candidateId'],
  ['E-mail', 'candidateId'],
  ['Email Address', 'candidateId'],
  ['interviewer_id', 'interviewerId'],
  ['Interviewer Email', 'interviewerId'],
])('%j holds an id', (header, key) => {
  expect(plan(['candidate', 'architecture', header])).toMatchObject({ [key]: 2, ignored: [] });
});

test('of several columns with ids the surest counts, and one that is mapped before all', () => {
  const headers = ['email', 'candidate', 'architecture', 'candidate id', 'key'];
  expect(plan(headers).candidateId).toBe(3);
  expect(plan(headers, [{ header: 'key', target: 'candidate id' }]).candidateId).toBe(4);
  expect(plan(headers, [{ header: 'candidate id', target: '' }]).candidateId).toBe(0);
  expect(plan(['Email (work)', 'candidate', 'architecture', 'candidate id']).candidateId).toBe(3);
});

test('a header may say whose words its column holds', () => {
  const { ratings, verdict } = plan([
    'candidate',
    'Cloud (Greenhouse)',
    'lever: iac-guardrails',
    'overall_recommendation',
  ]);
  expect(ratings).toEqual([
    { column: 2, words: 'lever' },
    { column: 1, words: 'greenhouse' },
  ]);
  expect(verdict).toEqual({ column: 3, words: 'greenhouse' });
});

test('red flags have a column for all or one each, requirements one each', () => {
  const found = plan(['candidate', 'cloud', 'Red flags', 'flag: worry', 'worry evidence', 'experience']);
  expect([found.flags, found.flag, found.flagEvidence, found.requirements]).toEqual([
    2,
    [undefined, 3],
    [undefined, 4],
    [5],
  ]);
});

test('columns that belong to nothing are listed, those without a name are not; missing dimensions are told', () => {
  const found = plan(['candidate', 'cloud', 'Favourite colour', '', ' ']);
  expect(found.ignored).toEqual([2]);
  expect(found.missing).toEqual(['iac-guardrails']);
});

test('a column that nearly names a dimension is an error, since its ratings would be lost', () => {
  expect(codes(['candidate', 'cloud', 'iac-gardrails'])).toEqual(['near-miss@2']);
  expect(codes(['candidate', 'iac-guardrails', 'clodu'])).toEqual(['near-miss@2']);
});

test('a column that is near a dimension with a column of its own is left alone', () => {
  expect(codes(['candidate', 'architecture', 'architectures'])).toEqual([]);
});

test('two columns of one dimension are an error', () => {
  expect(codes(['candidate', 'architecture', 'Cloud'])).toEqual(['duplicate-column@2']);
});

test('beside "candidate", a column "name" is somebody else\'s', () => {
  expect(plan(['name', 'candidate', 'cloud'])).toMatchObject({ candidate: 1, ignored: [] });
});

test.each([
  ['no column for the candidate', ['person', 'cloud'], ['no-candidate@0']],
  ['no column for any dimension', ['candidate', 'x'], ['no-dimension@0']],
])('%s is an error', (_what, headers, expected) => {
  expect(codes(headers)).toEqual(expected);
});

describe('--map', () => {
  test('gives a column its meaning, or takes it away', () => {
    const found = plan(
      ['Who', 'Tech=skills', 'cloud', 'architecture'],
      [
        { header: 'who', target: 'candidate' },
        { header: 'tech=skills', target: 'iac-guardrails (lever)' },
        { header: 'architecture', target: '' },
      ],
    );
    expect(found).toMatchObject({ candidate: 0, ignored: [] });
    expect(found.ratings).toEqual([
      { column: 1, words: 'lever' },
      { column: 2, words: 'ours' },
    ]);
  });

  test('that names an unknown column or dimension is an error', () => {
    const mappings = [
      { header: 'clod', target: 'architecture' },
      { header: 'cloud', target: 'architectur' },
    ];
    expect(codes(['candidate', 'cloud', 'iac-guardrails'], mappings)).toEqual([
      'unknown-column@0',
      'unknown-dimension@0',
    ]);
  });
});

test('a header that names a system over and over names nothing', () => {
  expect(codes(['candidate', 'architecture', 'lever:'.repeat(20_000)])).toEqual([]);
  expect(plan(['candidate', 'architecture', 'lever:'.repeat(20_000)]).ignored).toEqual([2]);
});

test('a header of more columns than a spreadsheet has is refused', () => {
  expect(codes(['candidate', 'architecture', ...Array.from({ length: 16_382 }, () => 'x')])).toEqual([]);
  expect(codes(Array.from({ length: 1_000_000 }, () => 'x'))).toEqual(['too-many-columns@0']);
});
