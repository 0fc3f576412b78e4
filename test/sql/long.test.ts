import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEditionRegistry, editionOfRubric, type HeldRating } from '../../src/core/panel/edition.js';
import { poolPanel } from '../../src/core/panel/panel.js';
import type { Rubric } from '../../src/core/rubric/rubric.js';
import { type Rating, ratingsOf } from '../../src/core/rubric/scale.js';
import { compileRubric } from '../../src/core/sql/compile.js';
import { type Expected, expectedOf } from '../../src/core/sql/expected.js';
import { MOST_RATERS, SQL_POOLS } from '../../src/core/sql/options.js';
import type { Cell } from '../support/sql/engine.js';
import { useEngines } from '../support/sql/engines.js';
import { LONG } from '../support/sql/options.js';
import { panelCard } from '../support/sql/panel-card.js';
import { resultRows } from '../support/sql/results.js';
import { anyRubric } from '../support/sql/rubrics.js';
import { SQL_RUNS } from '../support/sql/runs.js';

const engines = useEngines();

/** What the interviewers of one candidate said, in sessions of some dimensions each. */
interface Panel {
  readonly interviewers: readonly (readonly HeldRating[])[];
  readonly flags: readonly boolean[];
}

function panelsFor({ scale, dimensions }: Rubric): fc.Arbitrary<readonly Panel[]> {
  const held = (optional: boolean) =>
    fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom<HeldRating>(...ratingsOf(scale)) },
      { weight: 6, arbitrary: fc.constant<HeldRating>('not-held') },
      { weight: 2, arbitrary: fc.constant<HeldRating>('not-assessed') },
      { weight: optional ? 6 : 0, arbitrary: fc.constant<HeldRating>('not-applicable') },
    );
  const ratings = fc.tuple(...dimensions.map(({ optional }) => held(optional)));
  const panel = fc.integer({ min: 1, max: MOST_RATERS }).chain((count) =>
    fc.record({
      interviewers: fc.array(ratings, { minLength: count, maxLength: count }),
      flags: fc.array(
        fc.integer({ min: 0, max: 9 }).map((of) => of === 0),
        { minLength: count, maxLength: count },
      ),
    }),
  );
  return fc.array(panel, { minLength: 25, maxLength: 25, size: 'max' });
}

/** A table with a row for each rating, and one for each flag that was seen, in no order. */
function entriesOf({ dimensions }: Rubric, panels: readonly Panel[]): readonly (readonly Cell[])[] {
  const entries = panels.flatMap(({ interviewers, flags }, candidate) =>
    interviewers.flatMap((ratings, interviewer) => {
      const row = (dimension: string, text: string): readonly Cell[] => [
        ...[`Ada ${candidate}`, `R. ${interviewer}`],
        ...[dimension, text],
      ];
      return [
        ...ratings.flatMap((rating, at) =>
          rating === 'not-held' ? [] : [row(dimensions[at]?.id ?? '', rating === 'not-assessed' ? '' : String(rating))],
        ),
        // Every candidate has a row.
        row('worry', 'no'),
        ...(flags[interviewer] ? [row('stopper', 'yes')] : []),
      ];
    }),
  );
  return entries.filter((_, at) => at % 2 === 0).concat(entries.filter((_, at) => at % 2 === 1));
}

function givenBy({ dimensions }: Rubric, { interviewers, flags }: Panel) {
  return {
    ratings: dimensions.map((_, at) =>
      interviewers.map((ratings) => ratings[at] ?? 'not-held').filter((one): one is Rating => one !== 'not-held'),
    ),
    stops: flags.includes(true) ? ['stopper'] : [],
    misread: 0,
  };
}

function rowOf(expected: Expected) {
  const { score, coverage, recommendation, isBorderline, invalid, belowMinimum, minimumNotRated, stopFlags } = expected;
  return [
    ...[score ?? null, coverage ?? null, recommendation, isBorderline ? 1 : 0],
    ...[invalid, belowMinimum, minimumNotRated, stopFlags],
  ];
}

const HEADER = ['candidate', 'interviewer', 'dimension', 'rating'];

test.each(SQL_POOLS)(
  'every engine pools the interviewers of a candidate by the %s, exactly',
  async (pool) => {
    await fc.assert(
      fc.asyncProperty(
        anyRubric.chain((rubric) => fc.tuple(fc.constant(rubric), panelsFor(rubric))),
        fc.boolean(),
        fc.boolean(),
        async ([rubric, panels], isNamed, isOwn) => {
          const expected = Object.fromEntries(
            panels.map((panel, at) => [`Ada ${at}`, rowOf(expectedOf(rubric, givenBy(rubric, panel), pool))]),
          );
          const pooled = { ...rubric, recommendation: { ...rubric.recommendation, pool } };
          expect(panelRows(pooled, panels)).toEqual(expected);
          const columns = new Map(isNamed ? [['interviewer', 'interviewer']] : []);
          await Promise.all(
            engines.map(async (engine) => {
              await engine.load('ratings', HEADER, entriesOf(rubric, panels));
              const sql = compileRubric(rubric, {
                ...LONG,
                pool,
                columns,
                dialect: isOwn || !engine.takesPortable ? engine.dialect : 'portable',
              });
              expect(resultRows(await engine.query(sql)), engine.name).toEqual(expected);
            }),
          );
        },
      ),
      { numRuns: Math.ceil(SQL_RUNS / 2), endOnFailure: true },
    );
  },
  120_000,
);

/** What a panel of the program comes to, which has only the mean. */
function panelRows(rubric: Rubric, panels: readonly Panel[]) {
  const edition = editionOfRubric(rubric, undefined, createEditionRegistry());
  return Object.fromEntries(
    panels.map(({ interviewers, flags }, at) => {
      const cards = interviewers.map((ratings, by) =>
        panelCard(edition, { candidate: `Ada ${at}`, interviewer: `R. ${by}`, ratings, hasStop: flags[by] === true }),
      );
      const panel = poolPanel(edition, cards);
      const count = (rule: string) => panel.because.filter((one) => one.rule === rule).length;
      return [
        `Ada ${at}`,
        [
          ...[panel.hundredths ?? null, panel.coveragePercent, panel.recommendation, panel.isBorderline ? 1 : 0, 0],
          ...[count('minimum'), count('minimum-not-rated'), count('stop')],
        ],
      ];
    }),
  );
}
