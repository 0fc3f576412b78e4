import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';

export const registerHelp: Register = (parent, { host, finish }) => {
  const command = parent
    .command('help')
    .description(
      'the help of a command or on a topic: use, people, lines, files, environment, exit-codes, rubrics, scoring, csv, answers, ci',
    )
    .argument('[words...]', 'a command or a topic')
    .action(async (words: string[], _options, given) => {
      const { help } = await import('./help.js');
      finish(await help(words, given.parent ?? given, host));
    });
  describeCommand(command, {
    examples: ['scorecard help interview', 'scorecard help lines'],
    exitCodes: { 0: 'done', 2: 'there is no such command or topic' },
  });
};
