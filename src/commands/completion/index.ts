import { Argument } from 'commander';
import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

export const registerCompletion: Register = (parent, { host, finish }) => {
  const command = parent
    .command('completion')
    .description('print the script that completes commands, roles and names in a shell')
    .addArgument(new Argument('[shell]', 'the shell (default: that of $SHELL)').choices(SHELLS))
    .action(async (shell: string | undefined) => {
      const { completion } = await import('./completion.js');
      finish(completion(shell, SHELLS, host));
    });
  describeCommand(command, {
    examples: [
      { line: 'source <(scorecard completion bash)', about: 'bash: in ~/.bashrc' },
      { line: 'source <(scorecard completion zsh)', about: 'zsh: in ~/.zshrc' },
      {
        line: 'scorecard completion fish > ~/.config/fish/completions/scorecard.fish',
        about: 'fish: once',
      },
      {
        line: 'scorecard completion powershell | Out-String | Invoke-Expression',
        about: 'PowerShell: in $PROFILE',
      },
    ],
    exitCodes: { 0: 'done', 2: 'the shell is not known' },
  });
  parent
    .command('__complete', { hidden: true })
    .argument('<shell>')
    .argument('[words...]')
    .action(async (shell: string, words: string[], _options, command) => {
      const { complete } = await import('./complete.js');
      finish(complete(shell, words, command.parent ?? command, host));
    });
};
