import type { Register } from '../context.js';
import { unblindOption } from '../options.js';

export const registerVerify: Register = (parent, { host, finish }) => {
  parent
    .command('verify')
    .description('check scorecards again: schema, digest and arithmetic')
    .argument('<scorecards...>', 'scorecard files (JSON)')
    .addOption(unblindOption())
    .addHelpText(
      'after',
      `
Examples:
  scorecard verify scorecards/*.json

Exit codes: 0 all agree; 1 something differs, each mismatch on a line of its own; 2 a file can't be read.`,
    )
    .action(async (paths, _options, command) => {
      const { verify } = await import('./verify.js');
      finish(await verify(paths, command.optsWithGlobals(), host));
    });
};
