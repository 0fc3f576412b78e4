export const SQL_POOLS = ['mean', 'trimmed'] as const;
export type SqlPool = (typeof SQL_POOLS)[number];

/**
 * One text does for all but two: BigQuery has no `%`. PostgreSQL takes the portable one too, but works each name out
 * again wherever it stands (17 times as slow), and without `security_invoker` a view shows everybody all rows.
 */
export const SQL_DIALECTS = ['portable', 'postgresql', 'bigquery'] as const;
export type SqlDialect = (typeof SQL_DIALECTS)[number];

/** More people than this rate no dimension of one candidate: every mean of so many is whole in 2520 parts of a step. */
export const MOST_RATERS = 10;

/** What the SQL reads, and how. */
export interface SqlOptions {
  /** `wide`: a row for each candidate. `long`: a row for each rating, and for each red flag. */
  readonly form: 'wide' | 'long';
  readonly table: string;
  /** With the name of a view, the statement creates it. */
  readonly view: string | undefined;
  /** The columns that are not named as what they hold. */
  readonly columns: ReadonlyMap<string, string>;
  /** How several ratings of a dimension become one. */
  readonly pool: SqlPool;
  /** Whether the columns of ratings hold numbers, not text. */
  readonly areNumbers: boolean;
  /** Whether the table tells which stop flags were seen. */
  readonly hasFlags: boolean;
  readonly dialect: SqlDialect;
}
