import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { screenFormatOption, storeOption } from '../options.js';
import { DRAFTS_FORMATS } from './formats.js';

export const registerDrafts: Register = (parent, { host, finish }) => {
  const command = parent
    .command('drafts')
    .description('the interviews that are open: list them, put one away, give one another candidate or role')
    .addOption(storeOption())
    .addOption(screenFormatOption(DRAFTS_FORMATS))
    .option('--discard <draft>', 'put this draft away; it is kept as history')
    .option('--rename <draft>', 'move what this draft holds to another candidate or role')
    .option('-c, --candidate <name>', 'the candidate to move it to')
    .option('-r, --role <role>', 'the rubric to move it to')
    .option('--variant <id>', 'the variant of that rubric')
    .action(async (_options, given) => {
      const { drafts } = await import('./drafts.js');
      finish(await drafts(given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard drafts',
      'scorecard drafts --discard 2026-11-20-ada-example-head-infra-r-panel',
      'scorecard drafts --rename ada-exmaple --candidate "Ada Example"',
    ],
    notes: [
      'A draft is named by its id or a part of it that no other has. With another role, ratings and notes go to the dimensions of the same id; what the other rubric has no place for becomes notes on the interview as a whole. The draft as it was is kept as history.',
    ],
    exitCodes: { 0: 'done', 2: 'there is no such draft, it is open in another terminal, or it cannot be moved' },
  });
};
