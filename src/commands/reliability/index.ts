import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { bomOption, forceOption, formatOption, openOption, outputOption } from '../options.js';
import { RELIABILITY_FORMATS } from './formats.js';

export const registerReliability: Register = (parent, { host, finish }) => {
  const command = parent
    .command('reliability')
    .description('how many interviewers a decision takes: reliability, error, chance to tell two candidates apart')
    .option('--reach <reliability>', 'what is to be reached, between 0 and 1', '.8')
    .option('--interviewers <range>', 'how many to look at, such as 1-8 or 4', '1-8')
    .option('--dimensions <range>', 'the same for dimensions; counts where --from is a file', '1-6')
    .option(
      '--from <figure>',
      'the reliability of one interviewer: .44 (separate interviews), .74 (one panel), another figure, or a JSON file of variance components',
      '.44',
    )
    .option('-r, --role <role>', 'with the scale of this rubric (default: 1 to 5)')
    .addOption(formatOption(RELIABILITY_FORMATS))
    .addOption(outputOption())
    .addOption(openOption())
    .addOption(bomOption())
    .addOption(forceOption())
    .action(async (_options, given) => {
      const { reliability } = await import('./reliability.js');
      finish(await reliability(given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard reliability --reach .8',
      { line: 'scorecard reliability --from .74', about: 'one panel that hears the same answers' },
      'scorecard reliability --from own.json --interviewers 1-4 --dimensions 2-5',
    ],
    notes: [
      'TELLS APART is the chance that the better of two candidates who truly are half a point apart on 1 to 5 (an eighth of any other scale) comes out ahead. ERROR is the standard error of the score, in points.',
      'A file of variance components has degreesOfFreedom, and components: candidate, interviewer, dimension, candidateInterviewer, candidateDimension, interviewerDimension and residual, in squared points. With fewer than 10 degrees of freedom the published figure is taken, and that is said.',
    ],
    exitCodes: { 0: 'done', 2: 'wrong usage or input' },
  });
};
