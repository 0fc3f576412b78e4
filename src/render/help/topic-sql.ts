import type { Topic } from './topic.js';

export const SQL: Topic = {
  name: 'sql',
  about: 'the same scoring in a database',
  parts: [
    {
      text: '`rubric sql ROLE` writes a rubric as one SELECT: for ratings that are in a warehouse, and for whoever must show that the same rules gave everybody their number. It is made from the rules that scoring reads, and counts in whole numbers only: with decimals and ROUND, any two engines disagree on somebody.',
    },
    {
      lines: [
        'scorecard rubric sql head-infra                 from a row for each candidate',
        'scorecard rubric sql head-infra --long          from a row for each rating',
        'scorecard rubric sql head-infra --view scored   as a view',
        'scorecard rubric sql head-infra --check         does this engine agree?',
      ],
    },
    {
      terms: [
        ['score', 'in hundredths of a point, 383 for 3.83, as it is shown; some engines write 383.0'],
        ['coverage', 'in whole per cent, rounded down'],
        [
          'recommendation',
          'strong-yes, yes, no, strong-no, incomplete; invalid or too_many for who cannot be scored, and then there is no score',
        ],
        ['borderline', '1 or 0'],
        ['invalid', 'how many entries are no rating, or nobody knows of whom'],
        ['below_minimum, minimum_not_rated', 'how many dimensions'],
        ['stop_flags', 'how many were seen'],
      ],
    },
    {
      text: 'Ratings are text, or with --numbers numbers. As text: 4, 4.0, 3.5; blank, NULL, -, NA, NaN, None and not-assessed are not assessed, n/a is not applicable where the dimension is optional. Any other text is invalid, a space before the number too: a batch reads more (4/5, labels, "3 - Meets the bar"). A stop flag has a column of its own, with yes or nothing; where the table has none, --no-flags leaves the cap out.',
    },
    {
      text: 'A stop flag was seen where the cell says yes, y, true, x or 1; no, n, false, 0, n/a and what stands for not assessed say that it was not; with --numbers, 1 and 0. Any other text, such as perhaps, makes the candidate invalid, without a score: a batch tells of such a cell, scores the row as if it were blank, and keeps the text as a note. It also reads seen, met, a tick and the like, which SQL does not.',
    },
    {
      text: 'With --long, each row is one rating of one interviewer: candidate, dimension (its id), rating. What several gave one dimension is pooled exactly, up to ten of them; more are too_many. Sessions need nothing: their rows meet in the pool. A row of a red flag has its id as the dimension. A dimension that the rubric does not have makes its candidate invalid. --column interviewer=COLUMN tells who rated, and then two ratings of a dimension by one person are invalid too, since nothing tells which counts; rows without a name are one person. The median is not compiled.',
    },
    {
      text: 'A candidate is what the column says, letter for letter: a batch and a panel know one person by their id, or by a name in any case. NULL is nobody, and invalid. A name that is empty or only spaces is a candidate like any other, where a batch leaves the row out: filter such rows first.',
    },
    {
      text: 'Names stand without quotes, which each engine writes otherwise: letters, digits and underscores, no word of SQL. --column craft=q1 says what a column is called; --table takes schema.table.',
    },
    {
      terms: [
        [
          'DuckDB',
          "after sed '1s/-/_/g' all.csv > ratings.csv: CREATE VIEW ratings AS SELECT * FROM read_csv('ratings.csv', all_varchar = true); then the SELECT",
        ],
        [
          'PostgreSQL',
          '--dialect postgresql: many times as fast, and the view has security_invoker, without which it shows everybody all rows, whatever the policies (PostgreSQL 15 and later)',
        ],
        ['ClickHouse', 'on a Distributed table too: the rows of a candidate may lie on several shards'],
        ['Spark, Trino, Flink', 'as it is, and so in Snowflake'],
        ['BigQuery', '--dialect bigquery, which writes MOD(a, b) for a % b'],
      ],
    },
    {
      text: 'Held against `batch` and panels, on generated rubrics and rows, without a difference: DuckDB 1.5, PostgreSQL 15, ClickHouse 18.16 as two shards, and ZetaSQL, the reference implementation of the SQL of BigQuery. BigQuery itself was not run. Only parsed, by grammars that refuse what is wrong: Spark, Trino, Flink, Snowflake. Whatever the engine, --check settles it: it scores 64 made-up candidates near the edges of the rubric, and its one row must say agree 64, differ 0.',
    },
  ],
};
