import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rubric } from '../../src/core/rubric/rubric.js';
import { ratingsOf } from '../../src/core/rubric/scale.js';
import { compileRubric } from '../../src/core/sql/compile.js';
import { columnName } from '../../src/core/sql/names.js';
import { NOT_ANSWERED, NOT_APPLICABLE, NOT_ASSESSED, NOT_SEEN, SEEN, textsOf } from '../../src/core/sql/texts.js';
import { batchResults } from '../support/sql/batch.js';
import type { Cell } from '../support/sql/engine.js';
import { useEngines } from '../support/sql/engines.js';
import { WIDE } from '../support/sql/options.js';
import { resultRows } from '../support/sql/results.js';
import { anyRubric } from '../support/sql/rubrics.js';
import { SQL_RUNS } from '../support/sql/runs.js';

const engines = useEngines();

/** Texts that are no rating of any scale. */
const INVALID = ['maybe', '3.25', '4 or 5', '1000'];

function cellFor({ scale }: Rubric, optional: boolean): fc.Arbitrary<Cell> {
  const ratings = fc.constantFrom(...ratingsOf(scale)).chain((rating) => fc.constantFrom(...textsOf(rating)));
  return fc.oneof(
    { weight: 60, arbitrary: ratings },
    { weight: 6, arbitrary: fc.constantFrom<Cell>(null, ...NOT_ASSESSED) },
    { weight: 6, arbitrary: fc.constantFrom(...NOT_ANSWERED) },
    { weight: optional ? 6 : 0, arbitrary: fc.constantFrom(...NOT_APPLICABLE) },
    { weight: 1, arbitrary: fc.constantFrom(...INVALID, ...(optional ? [] : NOT_APPLICABLE)) },
  );
}

/** Rows of a table; those of one rating throughout hit every edge. */
function rowsFor(rubric: Rubric): fc.Arbitrary<readonly (readonly Cell[])[]> {
  const flag = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Cell>(null, ...NOT_SEEN) },
    { weight: 1, arbitrary: fc.constantFrom<Cell>(...SEEN) },
  );
  const mixed = fc.tuple(...rubric.dimensions.map(({ optional }) => cellFor(rubric, optional)));
  const even = fc
    .constantFrom(...ratingsOf(rubric.scale))
    .map((rating) => rubric.dimensions.map((): Cell => String(rating)));
  const row = fc.tuple(fc.oneof({ weight: 8, arbitrary: mixed }, { weight: 1, arbitrary: even }), flag);
  return fc
    .array(row, { minLength: 60, maxLength: 60, size: 'max' })
    .map((rows) => rows.map(([cells, seen], at) => [`Ada ${at}`, ...cells, seen]));
}

function invalidIn({ dimensions }: Rubric, row: readonly Cell[]): number {
  return dimensions.filter(({ optional }, at) => {
    const text = row[at + 1] ?? '';
    return INVALID.includes(text) || (!optional && NOT_APPLICABLE.includes(text));
  }).length;
}

function pick<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
}

test('every engine gives what a batch gives, for rubrics and rows of every kind', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyRubric.chain((rubric) => fc.tuple(fc.constant(rubric), rowsFor(rubric))),
      fc.boolean(),
      async ([rubric, rows], isOwn) => {
        const header = ['candidate', ...rubric.dimensions.map(({ id }) => id), 'stopper'];
        const scored = await batchResults(rubric, header, rows);
        await Promise.all(
          engines.map(async (engine) => {
            await engine.load('ratings', header.map(columnName), rows);
            const sql = compileRubric(rubric, {
              ...WIDE,
              dialect: isOwn || !engine.takesPortable ? engine.dialect : 'portable',
            });
            const results = resultRows(await engine.query(sql));
            expect(Object.keys(results), engine.name).toHaveLength(rows.length);
            expect(pick(results, Object.keys(scored)), engine.name).toEqual(scored);
            for (const row of rows.filter(([name]) => !Object.hasOwn(scored, String(name)))) {
              const [score, , recommendation, , invalid] = results[String(row[0])] ?? [];
              expect(score).toBeNull();
              // What a batch leaves out has a text that is no rating, or says nothing at all.
              expect([invalid, recommendation]).toEqual(
                invalidIn(rubric, row) > 0 ? [invalidIn(rubric, row), 'invalid'] : [0, 'incomplete'],
              );
            }
          }),
        );
      },
    ),
    { numRuns: SQL_RUNS, endOnFailure: true },
  );
}, 120_000);
