import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPanelCard } from '../../../src/core/panel/card.js';
import { createEditionRegistry } from '../../../src/core/panel/edition.js';
import { isOnScale, isRated } from '../../../src/core/rubric/scale.js';
import { parseScorecard } from '../../../src/core/scorecard/parse-scorecard.js';
import { createRubric } from '../../support/rubrics.js';
import { createCards, createScorecard } from '../../support/scorecards.js';

const card = createScorecard({
  ratings: [4, 3, 'not-applicable'],
  verdict: 'yes',
  flags: ['worry'],
  notes: ['said so'],
});

function read(data: unknown) {
  return readPanelCard(data, 'ada.json', { registry: createEditionRegistry(), keepsEvidence: true });
}

test('a scorecard is read with what a panel needs', () => {
  const checked = read(card);
  expect(checked).toMatchObject({
    ok: true,
    value: {
      candidate: 'Ada Example',
      isDraft: false,
      ratings: [4, 3, 'not-applicable'],
      evidence: [['said so'], ['said so'], ['said so']],
      verdict: { is: 'yes' },
    },
  });
});

test.each<[string, Record<string, unknown>, string]>([
  ['an empty name', { candidate: '' }, '"candidate" is empty'],
  ['no rubric', { rubric: undefined }, '"rubric" is missing'],
  ['another schema', { schemaVersion: 2 }, 'schemaVersion 2 is not known to this version'],
  ['no dimension', { dimensions: [] }, '"dimensions" needs at least 1 item'],
  ['an unknown status', { status: 'done' }, '"status" must be one of draft, submitted'],
  [
    'an unknown verdict',
    { verdict: { is: 'maybe' } },
    '"is" must be one of strong-no, no, yes, strong-yes, no-decision',
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
    problems: [{ message: 'depth: rating 6 is outside the scale 1 to 5', path: ['dimensions', 0, 'rating'] }],
  });
});

test('a row of a batch needs neither id nor status nor interviewer', () => {
  const { id: _id, status: _status, interviewer: _interviewer, ...row } = card;
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

test('whatever the schema accepts with ratings on the scale is accepted, however a scorecard is damaged', () => {
  const paths = pathsOf(card).filter(({ length }) => length > 0);
  const junk = fc.oneof(
    fc.constantFrom<unknown>(
      undefined,
      null,
      '',
      'x',
      0,
      -1,
      1.5,
      3,
      true,
      [],
      {},
      'draft',
      'not-assessed',
      'stop',
      'no',
    ),
    fc.string(),
  );
  let damaged = 0;
  fc.assert(
    fc.property(fc.constantFrom(...paths), junk, (path, value) => {
      const data = replaced(card, path, value);
      const full = parseScorecard(JSON.parse(JSON.stringify(data)));
      const isGood =
        full.ok &&
        full.value.dimensions.every(({ rating }) => !isRated(rating) || isOnScale(rating, full.value.rubric.scale));
      const light = read(JSON.parse(JSON.stringify(data)));
      if (isGood) expect(light.ok, JSON.stringify({ path, value })).toBe(true);
      if (!light.ok) damaged += 1;
    }),
    { numRuns: 2000 },
  );
  expect(damaged).toBeGreaterThan(100);
});

function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function replaced(data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy = (Array.isArray(data) ? [...data] : { ...(data as object) }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, value);
  return copy;
}
