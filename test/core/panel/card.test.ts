import { expect, test } from 'vitest';
import { readPanelCard } from '../../../src/core/panel/card.js';
import { diagnosePanelCard } from '../../../src/core/panel/diagnose-card.js';
import { createEditionRegistry } from '../../../src/core/panel/edition.js';
import { createRubric } from '../../support/rubrics.js';
import { createCards, createScorecard, PANEL_RUBRIC } from '../../support/scorecards.js';

const card = createScorecard({
  ratings: [4, 3, 'not-applicable'],
  verdict: 'yes',
  flags: ['worry'],
  notes: ['said so'],
});

function read(data: unknown) {
  const reading = { registry: createEditionRegistry(), keepsEvidence: true };
  return readPanelCard(data, 'ada.json', reading) ?? diagnosePanelCard(data, 'ada.json', reading);
}

test('a scorecard is read with what a panel needs', () => {
  const checked = read(card);
  expect(checked).toMatchObject({
    ok: true,
    value: {
      candidate: { name: 'Ada Example' },
      isDraft: false,
      ratings: [4, 3, 'not-applicable'],
      evidence: [['said so'], ['said so'], ['said so']],
      verdict: { is: 'yes' },
    },
  });
});

test.each<[string, Record<string, unknown>, string]>([
  ['an empty name', { candidate: { name: '' } }, '"name" is empty'],
  ['no rubric', { rubric: undefined }, '"rubric" is missing'],
  ['another schema', { schemaVersion: 3 }, '"schemaVersion" must be one of 1, 2'],
  ['no dimension', { dimensions: [] }, '"dimensions" needs at least 1 item'],
  ['an unknown status', { status: 'done' }, '"status" must be one of draft, submitted'],
  [
    'an unknown verdict',
    { verdict: { is: 'maybe' } },
    '"is" must be one of strong-yes, yes, no, strong-no, no-decision',
  ],
])('%s is told', (_what, change, message) => {
  expect(read({ ...card, ...change })).toMatchObject({ ok: false, problems: [{ message, file: 'ada.json' }] });
});

test.each([1e-300, 1e21, 0, 12.34567])(
  'a weight of %d is refused: nothing could be computed with it exactly',
  (weight) => {
    const [first, ...others] = card.dimensions;
    expect(read({ ...card, dimensions: [{ ...first, weight }, ...others] })).toMatchObject({
      ok: false,
      problems: [{ path: ['dimensions', 0, 'weight'] }],
    });
  },
);

test('a scale of astronomic ratings is refused too', () => {
  const rubric = { ...card.rubric, scale: { ...card.rubric.scale, max: 9e15 } };
  expect(read({ ...card, rubric })).toMatchObject({ ok: false, problems: [{ path: ['rubric', 'scale', 'max'] }] });
});

test('a rating off the scale is told with its place', () => {
  const [first, ...others] = card.dimensions;
  expect(read({ ...card, dimensions: [{ ...first, rating: 6 }, ...others] })).toMatchObject({
    ok: false,
    problems: [{ message: 'rating 6 is outside the scale 1 to 5 (depth)', path: ['dimensions', 0, 'rating'] }],
  });
});

test('a row of a batch needs neither id nor status nor interviewer', () => {
  const { id: _id, status: _status, digest: _digest, interviewer: _interviewer, ...row } = card;
  expect(read({ ...row, line: 7 })).toMatchObject({
    ok: true,
    value: { id: undefined, interviewer: undefined, line: 7 },
  });
});

test('scorecards of one version with other weights are of another form', () => {
  const other = createRubric([
    { id: 'depth', weight: 40, minimum: 3 },
    { id: 'care', weight: 40 },
    { id: 'talk', weight: 20, optional: true },
  ]);
  const [first, second, third] = createCards([
    { ratings: [3, 3, 3] },
    { ratings: [3, 3, 3], rubric: other },
    { ratings: [1, 1, 1] },
  ]);
  expect(second.edition).not.toBe(first.edition);
  expect(second.edition.revision).toBe(2);
  expect(third.edition).toBe(first.edition);
});

test.each([{ strongYesNeeds: 3 }, { borderline: 0.15 }, { pool: 'median' as const }])(
  'scorecards of one version are of another form with %o',
  (more) => {
    const rubric = { ...PANEL_RUBRIC, recommendation: { ...PANEL_RUBRIC.recommendation, ...more } };
    const [first, second, third] = createCards([
      { ratings: [3, 3, 3] },
      { ratings: [3, 3, 3], rubric },
      { ratings: [1, 1, 1], rubric },
    ]);
    expect(second.edition).not.toBe(first.edition);
    expect(second.edition.rules).toMatchObject(more);
    expect(third.edition).toBe(second.edition);
  },
);

test('a dimension that is not optional cannot be not applicable, and none stands twice', () => {
  const [first, second, third] = card.dimensions;
  const dimensions = [{ ...first, rating: 'not-applicable' }, { ...second, id: 'talk' }, third];
  expect(read({ ...card, dimensions })).toMatchObject({
    ok: false,
    problems: [{ code: 'duplicate-id', path: ['dimensions', 2, 'id'] }, { code: 'not-optional' }],
  });
});

test('a row may be simpler: the bare word of a verdict, one text as evidence, no interviewer', () => {
  const { id: _id, status: _status, digest: _digest, redFlags: _flags, ...row } = card;
  const dimensions = row.dimensions.map((dimension) => ({ ...dimension, evidence: 'said so' }));
  expect(read({ ...row, dimensions, verdict: 'no', interviewer: null })).toMatchObject({
    ok: true,
    value: { verdict: { is: 'no' }, evidence: [['said so'], ['said so'], ['said so']], redFlags: [] },
  });
});

test('every mistake is told', () => {
  expect(read({ ...card, candidate: '', startedAt: 'yesterday' })).toMatchObject({
    ok: false,
    problems: [{ path: ['candidate'] }, { path: ['startedAt'] }],
  });
});
