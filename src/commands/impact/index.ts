import { Option } from 'commander';
import { IMPACT_FORMS } from '../../core/impact/form.js';
import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { bomOption, forceOption, formatOption, openOption, outputOption, repeatable } from '../options.js';
import { IMPACT_FORMATS } from './formats.js';

export const registerImpact: Register = (parent, { host, finish }) => {
  const command = parent
    .command('impact')
    .description('adverse impact from counts by group: selection rates, the four-fifths rule, how much is chance')
    .argument('[file]', 'a table of counts: CSV, also gzipped (- reads stdin), or Parquet')
    .option('--template', 'print a table to begin with')
    .addOption(repeatable('--map <column=meaning>', 'what a column holds, such as "Hires=selected" (repeatable)'))
    .addOption(
      new Option('--form <form>', 'the four-fifths rule with its tests, or rates and ratios as New York City has them')
        .choices(IMPACT_FORMS)
        .default(IMPACT_FORMS[0]),
    )
    .option('--exclude-small <reason>', 'with local-law-144: leave categories under 2% out of the ratios, and say why')
    .option('--details', 'intervals, one-sided tests, standard deviations, shortfalls')
    .option('--delimiter <character>', 'what separates the cells (default: found; "tab" is known)')
    .option('--encoding <name>', 'how the file is written, such as windows-1252 (default: UTF-8, or by its mark)')
    .addOption(formatOption(IMPACT_FORMATS))
    .addOption(outputOption())
    .addOption(openOption())
    .addOption(bomOption())
    .addOption(forceOption())
    .action(async (file, _options, given) => {
      const { impact } = await import('./impact.js');
      finish(await impact(file, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      { line: 'scorecard impact --template > counts.csv', about: 'then fill it in' },
      'scorecard impact counts.csv --details',
      'scorecard impact counts.csv -o impact.html --open',
      'scorecard impact counts.csv --form local-law-144 -f markdown',
    ],
    notes: [
      'Columns: group, applicants, selected; with several stages or sets of groups, stage and category too. Columns such as sex and race may stand in the place of group: each is then looked at alone, and both together. A column "above median" in the place of selected counts the scores of a tool.',
      'Counts only: a table with a column of names, or with a row for each person, is refused. Nothing is read from the store.',
      'Groups under 30, or with fewer than 5 selected, have their counts and nothing else. Exactly four fifths is not below. What comes out are facts with their date: they settle nothing.',
    ],
    exitCodes: { 0: 'done', 1: 'done, but rows were left out, each with the reason', 2: 'wrong usage or input' },
  });
};
