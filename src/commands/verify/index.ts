import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { unblindOption } from '../options.js';

export const registerVerify: Register = (parent, { host, finish }) => {
  const command = parent
    .command('verify')
    .description('check scorecards again: schema, digest, arithmetic, and what is kept beside them')
    .argument('<scorecards...>', 'scorecard files (JSON)')
    .addOption(unblindOption())
    .action(async (paths, _options, given) => {
      const { verify } = await import('./verify.js');
      finish(await verify(paths, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: ['scorecard verify scorecards/*.json'],
    exitCodes: {
      0: 'everything agrees',
      1: 'something differs, each mismatch on a line of its own',
      2: 'a file cannot be read',
    },
  });
};
