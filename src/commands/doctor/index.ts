import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { screenFormatOption, storeOption } from '../options.js';
import { DOCTOR_FORMATS } from './formats.js';

export const registerDoctor: Register = (parent, { host, finish }) => {
  const command = parent
    .command('doctor')
    .description('check the store, rubrics, terminal and pager, and suggest fixes')
    .addOption(storeOption())
    .addOption(screenFormatOption(DOCTOR_FORMATS, 'how to show the findings'))
    .action(async (_options, given) => {
      const { doctor } = await import('./doctor.js');
      finish(await doctor(given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: ['scorecard doctor', `scorecard doctor -f json | jq '.findings[] | select(.state == "wrong")'`],
    notes: ['It changes nothing.'],
    exitCodes: { 0: 'no problems', 1: 'problems were found, each with what to do', 2: 'wrong usage' },
  });
};
