import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { asOption, unblindOption } from '../options.js';

export const registerVerify: Register = (parent, { host, finish }) => {
  const command = parent
    .command('verify')
    .description('check scorecards again: schema, digest, arithmetic, and what is kept beside them')
    .argument('<scorecard...>', 'scorecard files, folders of them, names or ids of candidates in the store')
    .option('--signed', "check their signatures too: each must be there, and its interviewer's")
    .option(
      '--signers <file>',
      "whose keys count, as ssh-keygen has it (default: git's, then allowed_signers beside them)",
    )
    .addOption(unblindOption())
    .addOption(asOption())
    .action(async (paths, _options, given) => {
      const { verify } = await import('./verify.js');
      finish(await verify(paths, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard verify scorecards/',
      'scorecard verify --signed --signers allowed_signers scorecards/*.json',
      {
        line: 'ssh-keygen -Y verify -f keys -I "R. Panel" -n scorecard -s a.json.sig < a.json',
        about: 'the same without this program',
      },
    ],
    notes: [
      'It checks the file alone (schema, digest, arithmetic, times, keys that appear twice, its name), the report beside it, and the journal of the interview where that can be read. A digest shows an edit, not a forgery: a signature shows that too. It is made at submission with $SCORECARD_SIGNING_KEY, else with the key that git signs with over SSH.',
    ],
    exitCodes: {
      0: 'everything agrees',
      1: 'something differs, each mismatch on a line of its own',
      2: 'a file cannot be read',
    },
  });
};
