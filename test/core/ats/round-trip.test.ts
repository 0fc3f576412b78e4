import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greenhouseScorecard } from '../../../src/core/ats/export/greenhouse.js';
import { leverForm } from '../../../src/core/ats/export/lever-form.js';
import type { Exported, Outgoing, Told } from '../../../src/core/ats/export/outgoing.js';
import { leverFeedback } from '../../../src/core/ats/export/with-form.js';
import { type Fit, fitRubric } from '../../../src/core/ats/import/fit-rubric.js';
import { type ForeignCard, paragraphsOf } from '../../../src/core/ats/import/foreign.js';
import { readGreenhouseCard } from '../../../src/core/ats/import/greenhouse-card.js';
import { readLeverCard } from '../../../src/core/ats/import/lever-card.js';
import { counterpartsIn } from '../../../src/core/ats/points.js';
import type { ImportSystem } from '../../../src/core/ats/source.js';
import type { Checked } from '../../../src/core/problem.js';
import { EXPORT_POINTS } from '../../../src/core/rubric/export-points.js';
import type { Rubric } from '../../../src/core/rubric/rubric.js';
import { type Rating, ratingsOf } from '../../../src/core/rubric/scale.js';
import type { Scorecard } from '../../../src/core/scorecard/scorecard.js';
import { VERDICTS } from '../../../src/core/scoring/verdict.js';
import { createRubric, createScaledRubric, TENTHS } from '../../support/rubrics.js';
import { createScorecard } from '../../support/scorecards.js';

const DIMENSIONS = [
  { id: 'depth', weight: 50 },
  { id: 'care', weight: 30 },
  { id: 'talk', weight: 20, optional: true },
];

const LEVER_OPTIONS = ['4 - Strong Hire', '3 - Hire', '2 - No Hire', '1 - Strong No Hire'];

/** A feedback template with a score and a text for each dimension, as somebody sets it up for a rubric. */
function leverTemplate({ dimensions }: Rubric) {
  return {
    id: 'template',
    fields: [
      { id: 'overall', type: 'score-system', text: 'Rating', options: LEVER_OPTIONS.map((text) => ({ text })) },
      ...dimensions.flatMap(({ id, name }) => [
        { id: `${id}-score`, type: 'score', text: name },
        { id: `${id}-notes`, type: 'textarea', text: `${name} notes` },
      ]),
      { id: 'note', type: 'textarea', text: 'Anything else' },
    ],
  };
}

/** What each system would give back of what it was given. */
const TRIPS: Readonly<Record<ImportSystem, (outgoing: Outgoing, rubric: Rubric) => [Exported, Checked<ForeignCard>]>> =
  {
    greenhouse: (outgoing) => {
      const exported = greenhouseScorecard(outgoing);
      return [exported, readGreenhouseCard(JSON.parse(JSON.stringify(exported.body)))];
    },
    lever: (outgoing, rubric) => {
      const template = leverTemplate(rubric);
      const form = leverForm({ data: template });
      if (!form.ok) throw new Error('the template is not read');
      const exported = leverFeedback({ ...outgoing, form: form.value, rubric });
      const { fieldValues, completedAt } = exported.body as { fieldValues: any[]; completedAt: number };
      const fields = template.fields.map((field) => ({
        ...field,
        value: fieldValues.find(({ id }) => id === field.id)?.value ?? null,
      }));
      return [exported, readLeverCard(JSON.parse(JSON.stringify({ id: 'f', user: 'u', completedAt, fields })))];
    },
  };

function roundTrip(system: ImportSystem, card: Scorecard, rubric: Rubric): { told: readonly Told[]; fit: Fit } {
  const counterpart = counterpartsIn(system, rubric.scale, rubric.export?.[system]);
  const [{ told }, read] = TRIPS[system]({ card, counterpart, note: 'All of it.', ids: {} }, rubric);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('; '));
  return {
    told,
    fit: fitRubric(read.value, { system, rubric, mappings: [], values: { ratings: new Map(), verdicts: new Map() } }),
  };
}

function namesTold(told: readonly Told[]): readonly string[] {
  return told.flatMap((one) => {
    if ('ratings' in one) return one.ratings.map(({ name }) => name);
    return one.type === 'not-applicable' ? one.names : [];
  });
}

const systems = ['greenhouse', 'lever'] as const;

/** Rubrics of both kinds of scale, with a map of their own or without. */
const rubrics = fc
  .tuple(fc.constantFrom(...systems), fc.boolean(), fc.boolean(), fc.array(fc.nat(), { minLength: 21, maxLength: 21 }))
  .map(([system, isUsual, hasMap, picks]) => {
    const plain = isUsual ? createRubric(DIMENSIONS) : createScaledRubric(TENTHS, DIMENSIONS);
    const points = EXPORT_POINTS[system];
    const map = Object.fromEntries(
      ratingsOf(plain.scale).map((rating, at) => [String(rating), points[(picks[at] ?? 0) % points.length]]),
    );
    return { system, rubric: hasMap ? ({ ...plain, export: { [system]: map } } as Rubric) : plain };
  });

const cases = rubrics.chain(({ system, rubric }) =>
  fc.record({
    system: fc.constant(system),
    rubric: fc.constant(rubric),
    ratings: fc.tuple(
      ...rubric.dimensions.map(({ optional }) =>
        fc.constantFrom<Rating>(
          ...ratingsOf(rubric.scale),
          'not-assessed',
          ...(optional ? (['not-applicable'] as const) : []),
        ),
      ),
    ),
    verdict: fc.option(fc.constantFrom(...VERDICTS), { nil: undefined }),
    notes: fc.array(
      fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom('<p>x</p>', 'a\n\nb', '&lt;')),
      {
        maxLength: 2,
      },
    ),
  }),
);

describe('what goes into another system and comes back', () => {
  test.each(systems)('is the same for ratings that have counterparts there: %s', (system) => {
    const rubric = createRubric(DIMENSIONS);
    const card = createScorecard({
      rubric,
      ratings: [5, 2, 1],
      verdict: 'strong-no',
      notes: ['<b>said</b> a & b', 'x'],
    });
    const { told, fit } = roundTrip(system, card, rubric);
    expect(namesTold(told)).toEqual([]);
    expect(fit.ratings).toEqual([5, 2, 1]);
    expect(fit.verdict).toBe('strong-no');
    expect(fit.evidence.map((list) => list.map(({ text }) => text))).toEqual(
      Array.from({ length: 3 }, () => ['<b>said</b> a & b', 'x']),
    );
  });

  test('is never changed in silence', () => {
    fc.assert(
      fc.property(cases, ({ system, rubric, ratings, verdict, notes }) => {
        const card = createScorecard({ rubric, ratings, notes, ...(verdict ? { verdict } : {}) });
        const { told, fit } = roundTrip(system, card, rubric);
        for (const [at, { name, rating }] of card.dimensions.entries()) {
          if (fit.ratings[at] !== rating) expect(namesTold(told), `${name} ${rating}`).toContain(name);
          const back = fit.evidence[at]?.map(({ text }) => text) ?? [];
          expect(back).toEqual(notes.flatMap((text) => paragraphsOf(text)));
        }
        if (fit.verdict !== verdict) expect(told.map(({ type }) => type)).toContain('verdict');
      }),
    );
  });

  test('is told by name where four points have no counterpart', () => {
    const rubric = createRubric(DIMENSIONS);
    const card = createScorecard({ rubric, ratings: [3, 4, 'not-applicable'], verdict: 'no-decision' });
    expect(roundTrip('lever', card, rubric).told).toEqual([
      { type: 'no-counterpart', ratings: [{ name: 'Dimension depth', rating: 3 }] },
      { type: 'not-applicable', names: ['Dimension talk'] },
      { type: 'verdict', verdict: 'no-decision', as: undefined },
    ]);
  });

  test("follows the rubric's own map, and tells what it did", () => {
    const rubric = { ...createRubric(DIMENSIONS), export: { lever: { 1: 1, 2: 2, 3: 2, 4: 3, 5: 4 } } } as Rubric;
    const card = createScorecard({ rubric, ratings: [3, 4, 5], verdict: 'yes' });
    const { told, fit } = roundTrip('lever', card, rubric);
    expect(fit.ratings).toEqual([2, 4, 5]);
    expect(told).toEqual([
      {
        type: 'mapped',
        ratings: [
          { name: 'Dimension depth', rating: 3, point: 2 },
          { name: 'Dimension care', rating: 4, point: 3 },
          { name: 'Dimension talk', rating: 5, point: 4 },
        ],
      },
    ]);
  });
});
