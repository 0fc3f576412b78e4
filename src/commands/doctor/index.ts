import { Option } from 'commander';
import type { Register } from '../context.js';
import { storeOption } from '../options.js';

export const registerDoctor: Register = (parent, { host, finish }) => {
  parent
    .command('doctor')
    .description('look at store, rubrics, terminal and editor, and say what to do about what is wrong')
    .addOption(storeOption())
    .addOption(
      new Option('-f, --format <format>', 'how to show the findings').choices(['table', 'json']).default('table'),
    )
    .addHelpText(
      'after',
      `
Examples:
  scorecard doctor
  scorecard doctor -f json | jq '.findings[] | select(.state == "wrong")'

It changes nothing. Exit codes: 0 nothing is wrong; 1 something is, each with what to do; 2 wrong usage.`,
    )
    .action(async (_options, command) => {
      const { doctor } = await import('./doctor.js');
      finish(doctor(command.optsWithGlobals(), host));
    });
};
