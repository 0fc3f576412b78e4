/**
 * Words that one engine or another does not take as a name without quotes: PostgreSQL, DuckDB, ClickHouse, Spark, Trino,
 * Flink, Snowflake or BigQuery. Each quotes differently, so nothing is quoted.
 */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  `all alter analyse analyze and anti any are array as asc asof assert_rows_modified asymmetric at authorization
  begin between bigint binary blob boolean both by
  call case cast char check collate collation column commit concurrently condition connect constraint contains count
  create cross cube current current_catalog current_date current_path current_role current_row current_schema
  current_time current_timestamp current_user cursor
  database date day deallocate decimal declare default deferrable define delete desc describe distinct do double drop
  element else end enum escape except exclude execute exists explain external extract
  false fetch filter final first float following for foreign format freeze from full function
  glob global grant group grouping groups
  hash having hour
  if ignore ilike in increment initially inner insert int integer intersect interval into is isnull issue
  join key
  lateral leading left like limit listagg live localtime localtimestamp lookup
  map matches merge method minus minute month multiset
  natural new no normalize not notnull null nulls numeric
  of offset on only open option or order out outer over overlaps
  partition percent pivot placing position preceding precision prepare prewhere primary procedure proto
  qualify range real recursive references regexp respect returning revoke right rlike rollup row rows
  sample schema second select semi session_user set settings show similar skip smallint some start struct summarize
  symmetric system_user
  table tablesample text then time timestamp tinyint to top totals trailing treat trigger true try_cast
  unbounded union unique unknown unnest unpivot update upper user using
  value values varchar variadic verbose view
  when whenever where window with within without year`
    .trim()
    .split(/\s+/),
);
