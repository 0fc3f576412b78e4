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
import { PANEL_FORMATS } from './formats.js';

export const registerPanelShow: Register = (panel, { host, finish }) => {
  const show = panel
    .command('show')
    .description('all of one candidate in one place: what to talk about, ratings, flags, verdicts, evidence')
    .argument('<candidate...>', 'a name, or its beginning; also files and folders to look in')
    .option('-r, --role <role>', 'for this role, where they were interviewed for several')
    .option('--talked', 'they have talked, though nobody amended a scorecard after it')
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
      const { panelShow } = await import('./show.js');
      finish(await panelShow(words, given.optsWithGlobals(), host));
    });
  describeCommand(show, {
    examples: [
      'scorecard panel show "Ada Example"',
      'scorecard panel show ada --open',
      'scorecard panel show ada -o ada.pdf',
    ],
    notes: [
      'Before the talk it shows neither score nor recommendation nor verdicts, medians and means: they would anchor it. After it, which is once a scorecard was amended after the debrief or with --talked, it begins with what decides.',
    ],
    exitCodes: {
      0: 'done',
      1: 'done, but files or hidden scorecards were left out, each with the reason; or there are none yet',
      2: 'wrong usage, or no such candidate',
    },
  });
};
