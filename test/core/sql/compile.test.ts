import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkScript } from '../../../src/core/sql/check-script.js';
import { compileRubric } from '../../../src/core/sql/compile.js';
import { grainOf } from '../../../src/core/sql/long-readings.js';
import { wholeRules } from '../../../src/core/sql/whole-rules.js';
import { createRubric, createScaledRubric } from '../../support/rubrics.js';
import { LONG, WIDE } from '../../support/sql/options.js';
import { anyRubric } from '../../support/sql/rubrics.js';

/** All that the portable text is made of: what every engine takes, and takes for the same. */
const WORDS =
  /^(?:SELECT|FROM|AS|GROUP|BY|CASE|WHEN|THEN|ELSE|END|AND|OR|IN|IS|NULL|SUM|MAX|MIN|CAST|BIGINT|CREATE|VIEW|UNION|ALL)$/;

function foreignWords(sql: string): readonly string[] {
  return [...sql.matchAll(/[A-Z]+/g)].map(([word]) => word).filter((word) => !WORDS.test(word));
}

test('only the portable subset is used: no function but sums, no quotes, no CASE of a value, no word of one engine', () => {
  fc.assert(
    fc.property(anyRubric, fc.constantFrom(WIDE, LONG, { ...LONG, pool: 'trimmed' as const }), (rubric, options) => {
      const sql = compileRubric(rubric, { ...options, view: 'scored' }).replace(/'[^']*'/g, "''");
      expect(foreignWords(sql)).toEqual([]);
      expect(sql).not.toMatch(/CASE (?!WHEN)|["`;]|<=|<>|!=|\bNOT\b|--/);
    }),
    { numRuns: 20 },
  );
});

test('no number on the way can pass what a float holds exactly, whatever the rubric', () => {
  fc.assert(
    fc.property(anyRubric, (rubric) => {
      expect(wholeRules(rubric, grainOf('mean')).largest).toBeLessThan(2 ** 50);
    }),
  );
});

describe('integers of 64 bits', () => {
  const casts = (sql: string) => sql.match(/CAST\(/g)?.length ?? 0;

  test('are asked for where 32 could be too few', () => {
    const fine = createRubric([
      { id: 'a', weight: 33.3333 },
      { id: 'b', weight: 66.6667 },
    ]);
    expect(casts(compileRubric(fine, LONG))).toBe(4);
    const names = compileRubric(fine, { ...LONG, dialect: 'bigquery' }).match(/\b\w*INT\w*\b/g);
    expect(new Set(names)).toEqual(new Set(['INT64']));
  });

  test('are not where they suffice', () => {
    const usual = createRubric([
      { id: 'a', weight: 40 },
      { id: 'b', weight: 60 },
    ]);
    expect(casts(compileRubric(usual, WIDE))).toBe(0);
    expect(casts(compileRubric(usual, LONG))).toBe(0);
  });
});

test('BigQuery has MOD; PostgreSQL works a layer out once, and its view shows nobody what they may not see', () => {
  const rubric = createRubric([{ id: 'a', weight: 100 }]);
  const bigquery = compileRubric(rubric, { ...WIDE, dialect: 'bigquery' });
  expect(bigquery).toContain('MOD(dividend, divisor)');
  expect(bigquery).not.toContain('%');
  const postgres = compileRubric(rubric, { ...WIDE, view: 'scored', dialect: 'postgresql' });
  expect(postgres).toMatch(/^CREATE VIEW scored WITH \(security_invoker = true\) AS\n/);
  expect(postgres.match(/OFFSET 0/g)).toHaveLength(2);
});

test('a name of our own makes way for a column of that name', () => {
  const rubric = createRubric([
    { id: 'a', weight: 50 },
    { id: 'step-a', weight: 50 },
  ]);
  const sql = compileRubric(rubric, WIDE);
  expect(sql).toContain('END AS step_a_,');
  expect(sql).toContain('END AS step_step_a,');
});

test('the made-up candidates reach every recommendation, and are the same each time', () => {
  const rubric = createScaledRubric({ min: 0, max: 10, step: 0.5, bar: 6 }, [{ id: 'a' }, { id: 'b', minimum: 3 }], {});
  const script = checkScript(rubric, LONG);
  for (const word of ['strong-yes', 'yes', 'no', 'strong-no', 'incomplete', 'invalid', 'too_many']) {
    expect(script).toContain(`'${word}' AS recommendation`);
  }
  expect(checkScript(rubric, LONG)).toBe(script);
});
