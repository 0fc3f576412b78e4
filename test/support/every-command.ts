import type { Command } from 'commander';
import { createNodeHost } from '../../src/io/system/host.js';
import { createProgram } from '../../src/program.js';
import { HOME } from './fake-host.js';

/** Every command that the help shows, down to the last subcommand, with the words that name it. */
export function everyCommand(): readonly { readonly words: readonly string[]; readonly command: Command }[] {
  const below = (command: Command, words: readonly string[]): ReturnType<typeof everyCommand> =>
    command
      .createHelp()
      .visibleCommands(command)
      .filter((child) => child.name() !== 'help' || words.length === 0)
      .flatMap((child) => {
        const named = [...words, child.name()];
        return [{ words: named, command: child }, ...below(child, named)];
      });
  return below(createProgram({ host: createNodeHost(HOME), finish: () => {} }), []);
}

/** Those that do something themselves. */
export function everyLeaf(): ReturnType<typeof everyCommand> {
  return everyCommand().filter(({ command }) => command.commands.every((child) => child.name() === 'help'));
}
