import { parse as parseSql } from 'sql-parser-cst';
import { bigqueryKeywords, postgresqlKeywords } from 'sql-parser-cst/lib/keywords/index.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { parse } from 'yaml';
import { parseRubric } from '../../src/core/rubric/parse-rubric.js';
import type { Rubric } from '../../src/core/rubric/rubric.js';
import { checkScript } from '../../src/core/sql/check-script.js';
import { compileRubric } from '../../src/core/sql/compile.js';
import { badName } from '../../src/core/sql/names.js';
import type { SqlDialect } from '../../src/core/sql/options.js';
import { temporaryFolder } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';
import { type GrammarName, loadGrammars } from '../support/sql/grammars.js';
import { LONG, WIDE } from '../support/sql/options.js';
import { hasZetaSql, startZetaSql, type ZetaSqlGrammar } from '../support/sql/zetasql.js';

function smallRubric(): Rubric {
  const checked = parseRubric(parse(SMALL_RUBRIC));
  if (!checked.ok) throw new Error('the small rubric has mistakes');
  return checked.value;
}

/** A text of every form. */
function formsOf(dialect: SqlDialect): readonly string[] {
  const rubric = smallRubric();
  const columns = new Map([['interviewer', 'rater']]);
  // Weights so fine that 32 bits are too few for their sums.
  const [first, second, ...others] = rubric.dimensions;
  const fine = {
    ...rubric,
    dimensions: [{ ...first, weight: 33.3333 }, { ...second, weight: 66.6667 }, ...others],
  } as Rubric;
  return [
    compileRubric(rubric, { ...WIDE, dialect, view: 'scored', table: 'hiring.ratings' }),
    compileRubric(rubric, { ...WIDE, dialect, areNumbers: true, hasFlags: false }),
    compileRubric(rubric, { ...LONG, dialect, pool: 'trimmed', columns }),
    compileRubric(fine, { ...LONG, dialect }),
    // Three rows of it are enough: some grammars are slow.
    checkScript(rubric, { ...WIDE, dialect }).replace(/\n +UNION ALL\n +SELECT 'row (?:0[4-9]|[1-6]\d)'.*$/gm, ''),
  ];
}

/** What no engine takes: were one of these let through, the grammar would show nothing. */
const WRONG = [
  'SELECT a FROM',
  'SELECT a FROM (SELECT b FROM t AS u',
  'SELECT a FROM t GROUP a',
  'SELECT a,, b FROM t',
  'SELECT CASE WHEN a = 1 THEN 2 FROM t',
  'SELECT CASE THEN 1 END AS b FROM t',
  'SELECT a = = 1 AS b FROM t',
  'CREATE VIEW scored SELECT a FROM t',
];

/** What others take, and BigQuery does not. */
const NOT_BIGQUERY = [
  'SELECT a % b AS c FROM t',
  "SELECT 'it''s' AS a FROM t",
  'SELECT a::INT64 AS b FROM t',
  'SELECT a FROM t OFFSET 0',
  'CREATE VIEW scored WITH (security_invoker = true) AS SELECT 1 AS a',
];

test('the grammars of Spark, Trino and Flink take every form, and tell what is none', async () => {
  // Where one finds a mistake, it says so on stderr too.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const grammars = await loadGrammars(temporaryFolder());
  for (const name of Object.keys(grammars) as GrammarName[]) {
    const mistakes = (sql: string) => grammars[name].validate(name === 'FlinkSQL' ? `${sql};` : sql);
    for (const sql of formsOf('portable')) expect(mistakes(sql), name).toEqual([]);
    for (const sql of WRONG) expect(mistakes(sql), `${name}: ${sql}`).not.toEqual([]);
  }
}, 120_000);

test('a grammar of BigQuery takes every form in its dialect, and tells what is none', () => {
  const parseAs = (sql: string) => parseSql(sql, { dialect: 'bigquery' });
  for (const sql of formsOf('bigquery')) parseAs(sql);
  for (const sql of [...WRONG, ...NOT_BIGQUERY, ...formsOf('postgresql')]) expect(() => parseAs(sql), sql).toThrow();
});

test('a word that BigQuery or PostgreSQL reserves cannot be a name', () => {
  // Words of PostgreSQL's language for functions alone.
  const { LOOP: _, FOREACH: __, WHILE: ___, ...ofPostgres } = postgresqlKeywords;
  const reserved = Object.entries({ ...bigqueryKeywords, ...ofPostgres }).flatMap(([word, is]) => (is ? [word] : []));
  expect(reserved.length).toBeGreaterThan(100);
  expect(reserved.filter((word) => badName(word) !== 'reserved')).toEqual([]);
});

/** What others take, and Snowflake does not. */
const NOT_SNOWFLAKE = [
  'SELECT `a` FROM t',
  'SELECT a FROM t UNION SELECT b FROM',
  'CREATE VIEW scored WITH (security_invoker = true) AS SELECT 1 AS a',
];

describe.each<[ZetaSqlGrammar, SqlDialect, readonly string[]]>([
  ['GoogleSQL', 'bigquery', NOT_BIGQUERY],
  ['Snowflake', 'portable', NOT_SNOWFLAKE],
])('ZetaSQL with the grammar of %s', (grammar, dialect, foreign) => {
  test.skipIf(!hasZetaSql(grammar))(`takes every form as ${dialect}, and tells what is none`, async () => {
    const { mistake, stop } = await startZetaSql(grammar);
    onTestFinished(stop);
    for (const sql of formsOf(dialect)) expect(await mistake(sql), sql).toBeUndefined();
    for (const sql of [...WRONG, ...foreign]) expect(await mistake(sql), sql).toMatch(/Syntax error/);
  });
});
