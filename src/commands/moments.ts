import { Command, Help } from 'commander';
import { MOMENTS, type Moment, type MomentCommand } from '../render/help/moments.js';

/** The moments with those of their commands that this program has. */
export function momentsOf(program: Command): readonly Moment[] {
  return MOMENTS.flatMap(({ title, commands }) => {
    const registered = commands.flatMap((command) => asRegistered(command, program) ?? []);
    return registered.length === 0 ? [] : [{ title, commands: registered }];
  });
}

/** Names of commands in the order in which their moments list them. */
export function inMomentOrder(names: readonly string[]): readonly string[] {
  const listed = MOMENTS.flatMap(({ commands }) => commands.map(({ name }) => name));
  // What belongs to several moments stands where most of it does: in the last.
  return [...names].sort((a, b) => listed.lastIndexOf(a) - listed.lastIndexOf(b));
}

/**
 * Gives each command the words of its moment, for the help and the completion, and lists them by moment in the help of
 * the program; also below a command whose subcommands belong to several.
 */
export function groupByMoment(program: Command): void {
  const moments = momentsOf(program);
  const all = moments.flatMap(({ title, commands }) => commands.map((command) => ({ title, command })));
  for (const { title, command } of all) {
    const found = childOf(program, command.name);
    if (!found) continue;
    // What belongs to several moments is described as a whole.
    if (all.filter((other) => other.command.name === command.name).length === 1) found.summary(command.about);
    else for (const name of command.subcommands ?? []) childOf(found, name)?.helpGroup(`${title}:`);
  }
  const lines = all.map(({ title, command }) =>
    new Command(command.name).description(listingOf(command)).helpGroup(`${title}:`),
  );
  program.configureHelp({
    ...program.configureHelp(),
    formatHelp: (command, help) => {
      // All the rest of the help as it is; only what is listed differs from the commands that there are.
      const listing: Help = Object.assign(Object.create(help), { visibleCommands: () => lines });
      return Help.prototype.formatHelp.call(listing, command, listing);
    },
  });
}

/** What it is for, and its subcommands. */
export function listingOf({ about, subcommands = [] }: MomentCommand): string {
  return subcommands.length === 0 ? about : `${about} (${subcommands.join(', ')})`;
}

function asRegistered({ subcommands, ...command }: MomentCommand, program: Command): MomentCommand | undefined {
  const found = childOf(program, command.name);
  if (!found) return undefined;
  if (subcommands === undefined) return command;
  const there = subcommands.filter((name) => childOf(found, name));
  return there.length === 0 ? undefined : { ...command, subcommands: there };
}

function childOf(command: Command, name: string): Command | undefined {
  return command.commands.find((child) => child.name() === name);
}
