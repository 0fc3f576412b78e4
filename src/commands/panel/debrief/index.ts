import type { Register } from '../../context.js';
import { describeCommand } from '../../describe.js';
import {
  asOption,
  forceOption,
  formatOption,
  openOption,
  outputOption,
  sameOption,
  storeOption,
  unblindOption,
} from '../../options.js';
import { PANEL_FORMATS } from '../show/formats.js';

export const registerPanelDebrief: Register = (panel, { host, finish }) => {
  const debrief = panel
    .command('debrief')
    .description('the run sheet of the meeting: who speaks when, what to talk about for how long, second ratings')
    .argument('<candidate...>', 'a name, or its beginning; also files and folders to look in')
    .option('-r, --role <role>', 'for this role, where they were interviewed for several')
    .option('--minutes <number>', 'how long the meeting is', '45')
    .option('--order <names>', 'who speaks when, least senior first: "C. Mbeki, J. Lee" (default: as they sealed)')
    .option('--lead <name>', 'who leads the meeting, and speaks last')
    .option('--drafts', 'include drafts')
    .addOption(unblindOption())
    .addOption(asOption())
    .addOption(sameOption())
    .option('--across-versions', 'pool all versions and variants of the role, with the newest weights')
    .addOption(storeOption())
    .addOption(formatOption(PANEL_FORMATS))
    .addOption(outputOption())
    .addOption(openOption())
    .addOption(forceOption())
    .action(async (words, _options, given) => {
      const { panelDebrief } = await import('./debrief.js');
      finish(await panelDebrief(words, given.optsWithGlobals(), host));
    });
  describeCommand(debrief, {
    examples: [
      'scorecard panel debrief "Ada Example" --open',
      'scorecard panel debrief ada --order "C. Mbeki, J. Lee" --minutes 60',
      'scorecard panel debrief ada -o ada.pdf',
    ],
    notes: [
      'It shows what was rated and what it rests on, and neither score nor recommendation nor verdicts, medians and means: they would anchor the talk. Each interviewer rates again in scorecard amend --after-debrief; panel show then tells what the talk changed.',
    ],
    exitCodes: {
      0: 'done',
      1: 'done, but files or hidden scorecards were left out, each with the reason',
      2: 'wrong usage, or no such candidate or interviewer',
    },
  });
};
