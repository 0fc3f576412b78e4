import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { asOption, forceOption, formatOption, outputOption, storeOption, unblindOption } from '../options.js';
import { HISTORY_FORMATS } from './formats.js';

export const registerHistory: Register = (parent, { host, finish }) => {
  const command = parent
    .command('history')
    .description('how a scorecard came about, from the journal of its interview')
    .argument('[scorecard...]', 'scorecard files, folders of them, names or ids of candidates; default: the store')
    .addOption(unblindOption())
    .addOption(asOption())
    .addOption(storeOption())
    .addOption(formatOption(HISTORY_FORMATS))
    .addOption(outputOption())
    .addOption(forceOption())
    .action(async (words, _options, given) => {
      const { history } = await import('./history.js');
      finish(await history(words, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: ['scorecard history ada', 'scorecard history ada -f json | jq ".histories[].revealed"'],
    notes: [
      'It tells when each dimension was open and for how long, each rating and what it replaced, notes, red flags, what was undone, pauses, looks with --unblind, when the recommendation was first shown, and what changed after that.',
    ],
    exitCodes: {
      0: 'done',
      1: 'a scorecard has no journal that can be read, is not as it was sealed, or is hidden while your own draft for the candidate is open; or there are none yet',
      2: 'wrong usage, no such scorecard or candidate',
    },
  });
};
