import { Option } from 'commander';
import { SQL_DIALECTS, SQL_POOLS } from '../../../core/sql/options.js';
import type { Register } from '../../context.js';
import { describeCommand } from '../../describe.js';
import { forceOption, outputOption, repeatable } from '../../options.js';

export const registerRubricSql: Register = (parent, { host, finish }) => {
  const sql = parent
    .command('sql')
    .description('the scoring as one SELECT, for ratings that are in a database')
    .argument('<role>', 'a role, an alias, or the path of a YAML file')
    .option('--variant <id>', 'with the weights of this context')
    .option('--table <name>', 'where the ratings are', 'ratings')
    .option('--view <name>', 'create a view of this name')
    .option(
      '--long',
      'the table has one row for each rating: candidate, dimension, rating (default: one for each candidate)',
    )
    .addOption(repeatable('--column <name=column>', 'what a column is called where its name is another (repeatable)'))
    .addOption(
      new Option(
        '--pool <how>',
        "with --long: how several ratings of a dimension become one (default: the rubric's)",
      ).choices([...SQL_POOLS, 'median']),
    )
    .option('--numbers', 'the columns of ratings hold numbers, not text')
    .option('--no-flags', 'the table tells of no red flags: the caps of stop flags are left out')
    .addOption(
      new Option('--dialect <dialect>', 'what it is for; portable runs in every engine but BigQuery')
        .choices(SQL_DIALECTS)
        .default(SQL_DIALECTS[0]),
    )
    .addOption(
      new Option(
        '--check',
        'a SELECT over made-up candidates, to run where the view is to run: "differ" must be 0',
      ).conflicts('view'),
    )
    .addOption(outputOption())
    .addOption(forceOption())
    .action(async (role, _options, given) => {
      const { rubricSql } = await import('./sql.js');
      finish(await rubricSql(role, given.optsWithGlobals(), host));
    });
  describeCommand(sql, {
    examples: [
      'scorecard rubric sql head-infra --view scored > head-infra.sql',
      { line: 'scorecard rubric sql head-infra --check', about: 'run it: does the engine agree?' },
      'scorecard rubric sql head-infra --long --column interviewer=rater',
      'scorecard rubric sql head-infra --table hr.cards --column security=q5',
    ],
    notes: [
      'One row comes out for each candidate: candidate, score (in hundredths, 383 for 3.83), coverage (in per cent), recommendation, borderline, invalid, below_minimum, minimum_not_rated, stop_flags. It is what `batch` and a panel give, from the same rules, in whole numbers only, so that no engine rounds otherwise.',
      'Columns are named as in `batch`, with _ for -: candidate, each dimension, each stop flag. With --long: candidate, dimension, rating; a red flag that was seen is a row too, with its id as the dimension and yes as the rating. --column interviewer=COLUMN names who rated, so that nobody counts twice.',
      'What is no rating is counted as invalid, and its candidate has no score. See `scorecard help sql`.',
    ],
    exitCodes: { 0: 'done', 2: 'there is no such role or variant, or a name cannot stand in SQL' },
  });
};
