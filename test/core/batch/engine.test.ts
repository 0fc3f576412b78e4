import { array, assert, constantFrom, integer, oneof, property, record, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BatchEngine, createBatchEngine } from '../../../src/core/batch/engine.js';
import { evaluateReading, toBatchRecord } from '../../../src/core/batch/record.js';
import { createResultCache } from '../../../src/core/batch/result-cache.js';
import type { Rubric } from '../../../src/core/rubric/rubric.js';
import { computeScore } from '../../../src/core/scoring/scoring.js';
import { planColumns } from '../../../src/core/table/columns.js';
import { rowOf } from '../../support/csv.js';
import { AROUND_ZERO, createRubric, createScaledRubric, TENTHS } from '../../support/rubrics.js';
import { scaledCard } from '../../support/scales.js';

const rubric = createRubric(
  [
    { id: 'craft', weight: 60, minimum: 2 },
    { id: 'talk', weight: 40, optional: true },
  ],
  {
    requirements: [
      { id: 'years', name: 'Years', atLeast: 3, unit: 'years' },
      { id: 'degree', name: 'Degree' },
    ],
  },
);
const HEADERS = [
  'candidate',
  'interviewer',
  'craft',
  'talk',
  'flags',
  'worry',
  'verdict',
  'verdict reason',
  'years',
  'degree',
  'craft evidence',
];

function engineFor(
  headers: readonly string[] = HEADERS,
  of: Rubric = rubric,
  options: Omit<Parameters<typeof createBatchEngine>[0], 'rubric' | 'plan' | 'occasion'> = {},
): BatchEngine {
  const checked = planColumns(headers, of);
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join());
  return createBatchEngine({ rubric: of, plan: checked.value, occasion: { today: '2026-11-26' }, ...options });
}

const full = (cells: Readonly<Record<string, string>>) => HEADERS.map((header) => cells[header] ?? '');

test('a whole row becomes a record in the words of a scorecard', () => {
  const engine = engineFor();
  const row = rowOf(
    full({
      candidate: ' Ada Example ',
      interviewer: 'R. Panel',
      craft: '4 - Above',
      talk: 'n/a',
      flags: 'stopper: said it twice',
      worry: 'x',
      verdict: 'Strong yes',
      'verdict reason': 'showed it',
      years: '7.5 years',
      degree: 'no',
      'craft evidence': 'built one',
    }),
    7,
  );
  expect(engine.read(row)).toBe('good');
  const record = toBatchRecord({ rubric, plan: engine.plan, interviewer: undefined }, row, engine.reading);
  expect(record).toMatchObject({
    line: 7,
    candidate: { name: 'Ada Example' },
    interviewer: { name: 'R. Panel' },
    result: { score: 4, coverage: 100, recommendation: 'no' },
    dimensions: [
      { id: 'craft', rating: 4, evidence: [{ text: 'built one' }], contribution: 4 },
      { id: 'talk', rating: 'not-applicable' },
    ],
    redFlags: [
      { id: 'stopper', severity: 'stop', evidence: [{ text: 'said it twice' }] },
      { id: 'worry', severity: 'concern' },
    ],
    verdict: { is: 'strong-yes', reason: 'showed it' },
    requirements: [
      { id: 'years', value: 7.5, isMet: true },
      { id: 'degree', value: false, isMet: false },
    ],
  });
});

test('a blank cell lowers coverage and is never zero', () => {
  const engine = engineFor();
  const row = rowOf(full({ candidate: 'Ada', craft: '5' }));
  expect(engine.read(row)).toBe('good');
  expect(evaluateReading(rubric, engine.reading).result).toMatchObject({
    score: 5,
    coverage: 60,
    recommendation: 'incomplete',
  });
});

describe('a row with much that cannot be read', () => {
  const row = rowOf(
    full({ craft: '6', talk: 'so-so', flags: 'stoper', worry: 'perhaps', verdict: 'pass', years: 'many', degree: '?' }),
  );
  const places = (problems: readonly { code: string; severity: string; column?: number }[]) =>
    problems.map(({ code, severity, column }) => `${severity} ${code}@${column}`);

  test('is left out for its ratings and its candidate; every other cell is told too', () => {
    const engine = engineFor();
    expect(engine.read(row)).toBe('bad');
    expect(places(engine.reading.problems)).toEqual([
      'error off-scale@3',
      'error unknown-rating@4',
      'error no-candidate@1',
    ]);
    expect(places(engine.reading.lost)).toEqual([
      'warning unknown-verdict@7',
      'warning unknown-flag@5',
      'warning not-yes-or-no@6',
      'warning not-a-number@9',
      'warning not-yes-or-no@10',
    ]);
  });

  test('is left out for each cell where the table is read strictly', () => {
    const engine = engineFor(HEADERS, rubric, { isStrict: true });
    expect(engine.read(rowOf(full({ candidate: 'Ada', craft: '4', verdict: 'pass' })))).toBe('bad');
    expect(places(engine.reading.problems)).toEqual(['error unknown-verdict@7']);
    expect(engine.reading.lost).toEqual([]);
  });
});

test('a cell that cannot be read costs that cell alone, and its text stays as a note', () => {
  const engine = engineFor();
  const row = rowOf(full({ candidate: 'Ada', craft: '4', talk: '4', flags: 'seemed rushed; worry', verdict: 'pass' }));
  expect(engine.read(row)).toBe('good');
  const record = toBatchRecord({ rubric, plan: engine.plan, interviewer: undefined }, row, engine.reading);
  expect(record).toMatchObject({
    result: { score: 4, coverage: 100 },
    redFlags: [{ id: 'worry' }],
    notes: [{ text: 'verdict: pass' }, { text: 'flags: seemed rushed' }],
  });
  expect(record).not.toHaveProperty('verdict');
});

describe('what was said of texts', () => {
  const values = [
    { text: 'pass', meaning: 'no' },
    { text: 'so-so', meaning: '3' },
    { text: '1', meaning: '5' },
    { header: 'talk', text: '1', meaning: '4' },
    { text: 'rushed', meaning: 'worry' },
    { text: '1,200', meaning: '1200' },
    { text: 'BSc', meaning: 'yes' },
    { text: 'nobody says so', meaning: '4' },
  ];

  test('holds where the meaning makes sense, for single digits too; a column of its own comes first', () => {
    const engine = engineFor(HEADERS, rubric, { values });
    const cells = { craft: '1', talk: '1', verdict: 'PASS', flags: 'rushed', years: '1,200', degree: 'bsc' };
    expect(engine.read(rowOf(full({ candidate: 'Ada', ...cells })))).toBe('good');
    expect(engine.reading).toMatchObject({
      ratings: [5, 4],
      verdict: 'no',
      flags: [{ id: 'worry', evidence: 'rushed' }],
      requirements: [{ value: 1200 }, { isMet: true }],
      lost: [],
    });
    engine.read(rowOf(full({ candidate: 'Ben', craft: 'So-so', talk: '2' })));
    expect(engine.reading.ratings).toEqual([3, 2]);
    expect(engine.unusedValues().map(({ text }) => text)).toEqual(['nobody says so']);
  });
});

test('nothing of one row is left in the next', () => {
  const engine = engineFor();
  engine.read(rowOf(full({ candidate: 'Ada', craft: '5', talk: '9', flags: 'stopper', verdict: 'no', years: '4' })));
  expect(engine.read(rowOf(full({ candidate: 'Ben', talk: '3' })))).toBe('good');
  expect(engine.reading).toEqual({
    ratings: ['not-assessed', 3],
    flags: [],
    requirements: [],
    verdict: undefined,
    problems: [],
    lost: [],
  });
});

describe('rows that are not as wide as the header', () => {
  const engine = engineFor(['candidate', 'craft', 'talk']);
  test.each([
    ['fewer cells, which are blank then', ['Ada', '4'], 'good'],
    ['one cell', ['Ada'], 'bad'],
    ['more cells', ['Ada', '4', '5', 'x'], 'bad'],
    ['only delimiters beyond the header', ['Ada', '4', '5', '', ''], 'good'],
    ['nothing at all', ['', ' ', '\t'], 'blank'],
    ['white space alone', ['  '], 'blank'],
  ])('%s', (_what, cells, outcome) => {
    expect(engine.read(rowOf(cells))).toBe(outcome);
  });

  test('the rating after a long row is its own', () => {
    expect(engine.read(rowOf(['Ada', '4', '5', '1']))).toBe('bad');
    expect(engine.reading.problems.map(({ code }) => code)).toEqual(['ragged-row']);
  });
});

test('a damaged row is left out with what damaged it, whatever its cells say', () => {
  const engine = engineFor(['candidate', 'craft']);
  const damage = { code: 'nul-byte', message: 'a NUL byte', line: 4, column: 2 } as const;
  expect(engine.read({ ...rowOf(['Ada', '4'], 4), damage })).toBe('bad');
  expect(engine.reading.problems).toMatchObject([{ code: 'nul-byte', line: 4, column: 2 }]);
});

describe('the short result, remembered by its sums', () => {
  const weights = array(integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }).map((parts) => {
    const total = parts.reduce((sum, part) => sum + part, 0);
    const shares = parts.map((part) => Math.max(1, Math.floor((part * 10_000) / total)));
    const rest = 10_000 - shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share, at) => (at === 0 ? share + rest : share) / 100);
  });
  const rows = array(
    record({
      ratings: array(
        oneof(integer({ min: 1, max: 5 }), constantFrom('not-assessed' as const, 'not-applicable' as const)),
        {
          minLength: 6,
          maxLength: 6,
        },
      ),
      flags: constantFrom([], [{ id: 'stopper' }], [{ id: 'worry' }], [{ id: 'worry' }, { id: 'stopper' }]),
      session: constantFrom(undefined, undefined, 'first', 'last'),
    }),
    { minLength: 1, maxLength: 30 },
  );

  const rules = record(
    {
      strongYesNeeds: integer({ min: 1, max: 5 }),
      borderline: integer({ min: 1, max: 15_000 }).map((units) => units / 10_000),
    },
    { requiredKeys: [] },
  );

  test('is that of the full evaluation, for any weights, minimums, flags, rules and sessions', () => {
    assert(
      property(tuple(weights, rows, integer({ min: 1, max: 5 }), rules), ([shares, readings, minimum, more]) => {
        const of = createRubric(
          shares.map((weight, at) => ({ id: `d${at}`, weight, optional: true, ...(at === 1 ? { minimum } : {}) })),
          {
            weightsRationale: 'Generated.',
            recommendation: { coverageAtLeast: 70, bands: { 'strong-yes': 4.2, yes: 3, no: 2 }, ...more },
            sessions: [
              { id: 'first', title: 'First', minutes: 30, dimensions: ['d0'] },
              { id: 'last', title: 'Last', minutes: 30, dimensions: shares.map((_share, at) => `d${at}`).slice(-2) },
            ],
          },
        );
        const short = createResultCache(of, (result) => result);
        for (const { ratings, flags, session } of readings) {
          const reading = {
            ratings: ratings.slice(0, shares.length),
            flags,
            session,
            requirements: [],
            verdict: undefined,
            problems: [],
            lost: [],
          };
          const { result } = evaluateReading(of, reading);
          const { hundredths, coverage, recommendation, isBorderline } = short(reading);
          expect({
            score: hundredths === undefined ? undefined : hundredths / 100,
            coverage,
            recommendation,
            borderline: isBorderline || undefined,
          }).toEqual({
            score: result.score,
            coverage: result.coverage,
            recommendation: result.recommendation,
            borderline: result.borderline,
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('other scales', () => {
  const dimensions = [{ id: 'craft' }, { id: 'talk' }];
  const headers = ['candidate', 'craft', 'talk'];

  test.each([
    ['0 to 10 in halves', createScaledRubric(TENTHS, dimensions), ['1', '10'], [1, 10]],
    ['0 to 10 in halves', createScaledRubric(TENTHS, dimensions), ['2,5', '2.5'], [2.5, 2.5]],
    ['0 to 10 in halves', createScaledRubric(TENTHS, dimensions), ['10 - What a 10 is', '0'], [10, 0]],
    ['-2 to 2', createScaledRubric(AROUND_ZERO, dimensions), ['-1', '-2 (What a -2 is)'], [-1, -2]],
    ['-2 to 2', createScaledRubric(AROUND_ZERO, dimensions), ['-0', '+2'], [0, 2]],
  ])('a cell of a scale of %s is the rating that it says', (_scale, of, cells, expected) => {
    const engine = engineFor(headers, of);
    expect(engine.read(rowOf(['Ada', ...cells]))).toBe('good');
    expect(engine.reading.ratings).toEqual(expected);
    expect(evaluateReading(of, engine.reading).result.exact).toEqual(
      computeScore(
        expected.map((rating) => ({ rating })),
        undefined,
        of.scale,
      ).exact,
    );
  });

  test.each(['2.3', '11', '-1', '2-3', '1..', '1e2', '8/5', '+'])('%s is no rating of 0 to 10 in halves', (cell) => {
    const engine = engineFor(headers, createScaledRubric(TENTHS, dimensions));
    expect(engine.read(rowOf(['Ada', '5', cell]))).toBe('bad');
  });

  test('a result that is remembered is the one that is worked out, whatever the scale and the weights', () => {
    assert(
      property(scaledCard, ({ scale, dimensions: card }) => {
        const of = createScaledRubric(
          { ...scale, bar: scale.min },
          card.map((_dimension, at) => ({ id: `d${at}`, optional: true, minimum: scale.max })),
        );
        const reading = { ratings: card.map(({ rating }) => rating), flags: [] };
        const remembered = createResultCache(of, (result) => result)(reading);
        const { result, score } = evaluateReading(of, reading);
        expect(remembered).toEqual({
          exact: score.exact,
          hundredths: score.hundredths,
          coverage: result.coverage,
          covered: score.coverage,
          recommendation: result.recommendation,
          isBorderline: result.borderline === true,
        });
      }),
    );
  });
});
