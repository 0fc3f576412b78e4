import { Option } from 'commander';
import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { asOption, storeOption } from '../options.js';

export const registerAmend: Register = (parent, { host, finish }) => {
  const command = parent
    .command('amend')
    .description('open a sealed scorecard of yours again; a new one is sealed in its place')
    .argument('<scorecard>', "the JSON file of a scorecard, or a candidate's name or id for your newest one")
    .option('--reason <text>', 'why it is amended, instead of the question at the end')
    .option('--after-debrief', 'it is amended after the debrief: the scorecard will say so')
    .addOption(asOption())
    .addOption(storeOption())
    .option('--plain', 'line by line, without redrawing: for screen readers, simple terminals and pipes')
    .option('--ascii', 'draw the board in ASCII only')
    .addOption(new Option('-f, --format <format>', 'also print the scorecard on stdout').choices(['json', 'markdown']))
    .action(async (target, _options, given) => {
      const { amend } = await import('./amend.js');
      finish(await amend(target, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard amend "Ada Example"',
      'scorecard amend scorecards/2026-11-20-ada-example-head-infra-r-panel.json',
      'scorecard amend "Ada Example" --after-debrief --reason "figures were checked"',
    ],
    notes: [
      'The interview opens at its review with everything in place: ratings, notes, red flags, verdict. The sealed file stays as it is; the new one names its digest and the reason, and counts in its place. Nobody amends the scorecard of a colleague. While it is a draft it hides nothing. A --reason is kept with the draft, until another is given.',
    ],
    exitCodes: {
      0: 'sealed, or saved as a draft',
      1: 'the input ended before it was sealed',
      2: 'there is no such scorecard, it is not yours, or it was changed after it was sealed',
      130: 'Ctrl-C (143 SIGTERM, 129 SIGHUP): the draft is kept',
    },
  });
};
