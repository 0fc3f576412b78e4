import { Argument } from 'commander';
import type { Register } from '../context.js';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

export const registerCompletion: Register = (parent, { host, finish }) => {
  parent
    .command('completion')
    .description('print the script that completes commands, roles and names in a shell')
    .addArgument(new Argument('[shell]', 'the shell (default: that of $SHELL)').choices(SHELLS))
    .addHelpText(
      'after',
      `
Examples:
  bash, in ~/.bashrc:        source <(scorecard completion bash)
  zsh, in ~/.zshrc:          source <(scorecard completion zsh)
  fish:                      scorecard completion fish > ~/.config/fish/completions/scorecard.fish
  PowerShell, in $PROFILE:   scorecard completion powershell | Out-String | Invoke-Expression

Exit codes: 0 done; 2 the shell is not known.`,
    )
    .action(async (shell: string | undefined) => {
      const { completion } = await import('./completion.js');
      finish(completion(shell, SHELLS, host));
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
