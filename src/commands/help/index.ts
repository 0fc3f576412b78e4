import type { Register } from '../context.js';

export const registerHelp: Register = (parent, { host, finish }) => {
  parent
    .command('help')
    .description('the help of a command or on a topic: keys, files, environment, exit-codes, rubrics, scoring, csv')
    .argument('[words...]', 'a command or a topic')
    .addHelpText(
      'after',
      `
Examples:
  scorecard help interview
  scorecard help keys

Exit codes: 0 done; 2 there is no such command or topic.`,
    )
    .action(async (words: string[], _options, command) => {
      const { help } = await import('./help.js');
      finish(await help(words, command.parent ?? command, host));
    });
};
