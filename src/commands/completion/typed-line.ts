import type { Argument, Command, Option } from 'commander';

/** What a half-typed command line means to commander's tree. */
export interface TypedLine {
  readonly command: Command;
  /** The values of options so far, by long name without dashes: those of the command and of the commands above it. */
  readonly values: Readonly<Record<string, string>>;
  readonly operands: readonly string[];
  /** The options typed so far, with a value or without, by long name without dashes. */
  readonly given: ReadonlySet<string>;
  /** What the word at the cursor can be. */
  readonly expects:
    | { readonly type: 'value'; readonly option: Option; readonly prefix: string }
    | { readonly type: 'option' }
    | { readonly type: 'command' }
    | { readonly type: 'argument'; readonly argument: Argument }
    | { readonly type: 'nothing' };
}

/** Follows the finished words down the tree, as the parser will; `current` is the word at the cursor. */
export function readTypedLine(root: Command, before: readonly string[], current: string): TypedLine {
  let command = root;
  let operands: string[] = [];
  let waiting: Option | undefined;
  let isOver = false;
  const values: Record<string, string> = {};
  const given = new Set<string>();
  for (const word of before) {
    if (waiting) {
      values[nameOf(waiting)] = word;
      waiting = undefined;
    } else if (word === '--') {
      isOver = true;
    } else if (!isOver && word.startsWith('-') && word !== '-') {
      const option = findOption(command, word);
      if (!option) continue;
      given.add(nameOf(option));
      const attached = attachedValue(word, option);
      if (attached !== undefined) values[nameOf(option)] = attached;
      else if (option.required) waiting = option;
    } else {
      const next = operands.length === 0 ? command.commands.find((child) => isNamed(child, word)) : undefined;
      if (next) command = next;
      else operands = [...operands, word];
    }
  }
  return { command, values, operands, given, expects: expected({ command, operands, waiting, isOver }, current) };
}

interface Place {
  readonly command: Command;
  readonly operands: readonly string[];
  readonly waiting: Option | undefined;
  readonly isOver: boolean;
}

function expected({ command, operands, waiting, isOver }: Place, current: string): TypedLine['expects'] {
  if (waiting) return { type: 'value', option: waiting, prefix: '' };
  if (!isOver && current.startsWith('-') && current !== '-') {
    const option = current.includes('=') ? findOption(command, current) : undefined;
    if (option) return { type: 'value', option, prefix: current.slice(0, current.indexOf('=') + 1) };
    return { type: 'option' };
  }
  if (operands.length === 0 && command.commands.length > 0) return { type: 'command' };
  const { registeredArguments } = command;
  const last = registeredArguments.at(-1);
  const argument = registeredArguments[operands.length] ?? (last?.variadic ? last : undefined);
  return argument ? { type: 'argument', argument } : { type: 'nothing' };
}

/** The options that can be given here: the command's own and those above it, without hidden ones. */
export function optionsAt(command: Command): readonly Option[] {
  const own = command.createHelp().visibleOptions(command);
  return command.parent ? [...own, ...optionsAt(command.parent).filter(({ long }) => !isAmong(own, long))] : own;
}

function isAmong(options: readonly Option[], long: string | undefined): boolean {
  return options.some((option) => option.long === long);
}

function findOption(command: Command, word: string): Option | undefined {
  const name = word.startsWith('--') ? word.split('=')[0] : word.slice(0, 2);
  return optionsAt(command).find(({ long, short }) => long === name || short === name);
}

function attachedValue(word: string, { long, short }: Option): string | undefined {
  if (long !== undefined && word.startsWith(`${long}=`)) return word.slice(long.length + 1);
  if (short !== undefined && !word.startsWith('--') && word.length > 2) return word.slice(2);
  return undefined;
}

function isNamed(command: Command, word: string): boolean {
  return command.name() === word || command.aliases().includes(word);
}

function nameOf(option: Option): string {
  return option.long?.slice(2) ?? option.short?.slice(1) ?? '';
}
