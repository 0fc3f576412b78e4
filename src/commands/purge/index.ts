import { POLICIES, POLICY_NAMES } from '../../core/retention/policies.js';
import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { asOption, repeatable, screenFormatOption, storeOption } from '../options.js';
import { PURGE_FORMATS } from './formats.js';

export const registerPurge: Register = (parent, { host, finish }) => {
  const command = parent
    .command('purge')
    .description('delete what is older than a day, or than a rule asks to keep; lists it and asks first')
    .option('--before <date>', 'what is of an earlier day (YYYY-MM-DD)')
    .addOption(repeatable('--policy <name>', `what a rule no longer asks to keep: ${POLICY_NAMES.join(', ')}`))
    .option('--dry-run', 'list it, and delete nothing')
    .option('--yes', 'do not ask')
    .addOption(storeOption())
    .addOption(asOption())
    .addOption(screenFormatOption(PURGE_FORMATS))
    .action(async (_options, given) => {
      const { purge } = await import('./purge.js');
      finish(await purge(given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard purge --policy us --dry-run',
      'scorecard purge --policy us --policy us-ca',
      'scorecard purge --before 2025-11-26 --yes',
    ],
    notes: [
      'There is no default. Of several rules the longest counts, and of a rule and a date the earlier day. Time runs from the decision or the newest seal, whichever is later. A scorecard, its amendments, what a decision rests on and all that stands beside them go together or not at all. Who is on hold (person hold) stays, and so do drafts and what has no date.',
      `For the policies ${unfixed()} no rule fixes a period: choose a day with --before.`,
      'The log keeps when, by whom and the digests. Out of reach: copies, backups, git history, and what was exported or printed.',
    ],
    exitCodes: {
      0: 'done, or nothing was due',
      1: 'something that is old stays, each with the reason',
      2: 'wrong usage, no period, or nobody was there to be asked: nothing was deleted',
    },
  });
};

function unfixed(): string {
  return POLICY_NAMES.filter((name) => POLICIES[name].years === undefined).join(' and ');
}
