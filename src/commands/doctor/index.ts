import type { Register } from '../context.js';
import { screenFormatOption, storeOption } from '../options.js';
import { DOCTOR_FORMATS } from './formats.js';

export const registerDoctor: Register = (parent, { host, finish }) => {
  parent
    .command('doctor')
    .description('look at store, rubrics, terminal and editor, and say what to do about what is wrong')
    .addOption(storeOption())
    .addOption(screenFormatOption(DOCTOR_FORMATS, 'how to show the findings'))
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
      finish(await doctor(command.optsWithGlobals(), host));
    });
};
