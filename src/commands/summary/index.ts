import { Option } from 'commander';
import type { SummaryOrder } from '../../core/panel/summary.js';
import type { Register } from '../context.js';
import { forceOption, formatOption, outputOption, storeOption, unblindOption } from '../options.js';
import { SUMMARY_FORMATS } from './formats.js';

const ORDERS: readonly SummaryOrder[] = ['score', 'candidate', 'coverage', 'recommendation'];

export const registerSummary: Register = (parent, { host, finish }) => {
  parent
    .command('summary')
    .description('one line for each candidate: scores pooled over the interviewers, ties shown as ties')
    .argument(
      '[scorecards...]',
      'scorecard files, folders of them, output of batch (- reads stdin); default: the store',
    )
    .option('-r, --role <role>', 'only this role: an id or an alias')
    .option('--since <date>', 'only scorecards of this day or later (YYYY-MM-DD)')
    .addOption(new Option('--sort <order>', 'what comes first; within each role').choices(ORDERS).default('score'))
    .option('--limit <number>', 'at most so many candidates for each role')
    .option('--drafts', 'take in scorecards that are not submitted yet')
    .addOption(unblindOption())
    .option('--across-versions', 'set all versions and variants of a role side by side, with the newest weights')
    .addOption(storeOption())
    .addOption(formatOption(SUMMARY_FORMATS))
    .addOption(outputOption())
    .addOption(forceOption())
    .addHelpText(
      'after',
      `
Examples:
  scorecard summary
  scorecard summary scorecards/ --role head-infra --since 2026-11-01
  scorecard batch candidates.csv --role head-infra -f ndjson | scorecard summary -
  scorecard summary -f json | jq '.groups[].candidates[] | {candidate, score, rank}'

BY counts the interviewers; SPREAD and SD are of their own scores; (!) is a verdict that differs from the recommendation.
A dimension's mean is over the interviewers who rated it; the score is the weighted mean of those means, exactly.
Exit codes: 0 done; 1 done, and files or hidden scorecards were left out, each with the reason; 2 wrong usage or input.`,
    )
    .action(async (paths, _options, command) => {
      const { summary } = await import('./summary.js');
      finish(await summary(paths, command.optsWithGlobals(), host));
    });
};
