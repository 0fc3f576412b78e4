import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { asOption, repeatable, screenFormatOption, unblindOption } from '../options.js';
import { VERIFY_FORMATS } from './formats.js';

export const registerVerify: Register = (parent, { host, finish }) => {
  const command = parent
    .command('verify')
    .description(
      'check scorecards again: schema, digest, arithmetic, what is kept beside them, and whether any are gone',
    )
    .argument(
      '[scorecard...]',
      'scorecards (JSON), reports (Markdown), candidates of the store, folders of stores (default: the store)',
    )
    .option('--store [dir]', 'a whole store (default: $SCORECARD_STORE, then ./scorecards)')
    .addOption(repeatable('--head <digest>', 'is all still there up to this seal? May be given several times'))
    .option('--heads <file>', 'the same for each digest in this file')
    .option('--signed', "check their signatures too: each must be there, and its interviewer's")
    .option(
      '--signers <file>',
      "whose keys count, as ssh-keygen has it (default: git's, then allowed_signers beside them)",
    )
    .option('--strict', 'count notes as mismatches')
    .addOption(screenFormatOption(VERIFY_FORMATS))
    .addOption(unblindOption())
    .addOption(asOption())
    .action(async (paths, _options, given) => {
      const { verify } = await import('./verify.js');
      finish(await verify(paths, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      { line: 'scorecard verify', about: 'the whole store; prints its heads' },
      'scorecard verify scorecards/*.json',
      { line: 'scorecard verify > heads.txt', about: 'keep this somewhere else, then later:' },
      'scorecard verify --heads heads.txt',
      'scorecard verify --signed --signers allowed_signers scorecards/*.json',
      {
        line: 'ssh-keygen -Y verify -f keys -I "R. Panel" -n scorecard -s a.json.sig < a.json',
        about: 'the same without this program',
      },
    ],
    notes: [
      'It checks the file alone (schema, digest, arithmetic, times, keys that appear twice, its name), the report beside it, and the journal of the interview where that can be read. A digest shows an edit, not a forgery: a signature shows that too. It is made at submission with $SCORECARD_SIGNING_KEY, else with the key that git signs with over SSH.',
      'Each seal names the one that its interviewer set before it. In a whole store these chains are followed, over what was erased and logged too: what is missing in between is told. Whoever takes the newest scorecards of a chain out, and their traces, goes unseen, unless you keep the heads that are printed (a digest, its interviewer, how many are behind it) where nobody can change them, such as in a ticket: --head says whether all up to them is there. A note tells what need not be wrong: two seals that follow the same one, a scorecard from elsewhere.',
    ],
    exitCodes: {
      0: 'everything agrees',
      1: 'something differs or is missing, each on a line of its own, or there was nothing to verify',
      2: 'a file cannot be read, or the folder of --store is not there',
    },
  });
};
