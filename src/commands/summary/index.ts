import { Option } from 'commander';
import type { SummaryOrder } from '../../core/panel/summary.js';
import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import {
  asOption,
  bomOption,
  forceOption,
  formatOption,
  openOption,
  outputOption,
  sameOption,
  storeOption,
  unblindOption,
} from '../options.js';
import { SUMMARY_FORMATS } from './formats.js';

const ORDERS: readonly SummaryOrder[] = ['score', 'candidate', 'coverage', 'recommendation'];

export const registerSummary: Register = (parent, { host, finish }) => {
  const command = parent
    .command('summary')
    .description('one line for each candidate: scores pooled over the interviewers, ties shown as ties')
    .argument(
      '[scorecards...]',
      'names of candidates, scorecard files, folders, output of batch (- reads stdin); default: the store',
    )
    .option('-r, --role <role>', 'only this role: an id or an alias')
    .option('--since <date>', 'only scorecards from this day on (YYYY-MM-DD)')
    .addOption(new Option('--sort <order>', 'the order within each role').choices(ORDERS).default('score'))
    .option('--limit <number>', 'at most this many candidates per role')
    .option('--drafts', 'include drafts')
    .addOption(unblindOption())
    .addOption(asOption())
    .addOption(sameOption())
    .option('--across-versions', 'compare all versions and variants of a role, with the newest weights')
    .addOption(storeOption())
    .addOption(formatOption(SUMMARY_FORMATS))
    .addOption(outputOption())
    .addOption(openOption())
    .addOption(bomOption())
    .addOption(forceOption())
    .action(async (paths, _options, given) => {
      const { summary } = await import('./summary.js');
      finish(await summary(paths, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard summary',
      'scorecard summary ada bob',
      'scorecard summary scorecards/ --role head-infra --since 2026-11-01',
      'scorecard batch a.csv --role head-infra -f ndjson | scorecard summary -',
      "scorecard summary -f json | jq '.groups[].candidates[] | {candidate, score}'",
    ],
    notes: [
      'AHEAD is the chance that a candidate is truly ahead of the next below by score, from the standard errors that the last line tells the source of (JSON: aheadOfNext). BY counts the interviewers; SPREAD and SD are those of the scores of interviewers who held the same dimensions; (!) marks a verdict on the whole that differs from the recommendation. The mean of a dimension is over the interviewers who rated it; the score is the weighted mean of those means, exactly.',
      'Where the rubric has sessions, those of one candidate are joined: each interviewer is one voice, COVER is over the whole rubric, IN says how many sessions are in. In JSON a candidate has "sessions" (id, title, isPlanned, isIn, interviewers), an interviewer "verdicts" by session, and a dimension that nobody held the state "not-held"; the CSV ends with sessionsIn and sessionsMissing.',
    ],
    exitCodes: {
      0: 'done',
      1: 'done, but files or hidden scorecards were left out, each with the reason; or there are none yet',
      2: 'wrong usage or input',
    },
  });
};
