import type { Argument, Command, Option } from 'commander';
import { withoutControls } from '../../core/text/safe-text.js';
import { quoteTyped, splitTyped, type TypedWords } from '../../core/text/shell-words.js';
import { EXIT, type ExitCode, ScorecardError, systemCode } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { commandsOf, SOURCES, type Suggestion } from './sources.js';
import { optionsAt, readTypedLine, type TypedLine } from './typed-line.js';

/** Words whose name says that they are folders; the names of all others without a source are files. */
const FOLDER = /^(dir|folder|store|rubrics)$/;

/**
 * Answers a shell: a line that says what else may stand there (`none`, `files`, `folders`), then one suggestion a line,
 * after a tab what it is. `typed` is the line up to the cursor for bash; for the others it is the words without their
 * quotes, and last the current one as it was typed.
 */
export function complete(shell: string, typed: readonly string[], root: Command, host: Host): ExitCode {
  const words = shell === 'bash' ? splitTyped(typed.join(' ')) : fromWords(typed);
  const line = readTypedLine(root, words.before.slice(1), words.current);
  const { kind, suggestions } = suggestQuietly(line, host);
  const prefix = line.expects.type === 'value' ? line.expects.prefix : '';
  const offered = suggestions
    .map(({ value, about = '', isAlias }) => ({ value: prefix + value, about: about.replace(/\s+/g, ' '), isAlias }))
    .filter(({ value }) => value.startsWith(words.current) && !/\p{Cc}/u.test(value))
    .filter(({ isAlias }, _at, fitting) => !isAlias || fitting.every((other) => other.isAlias))
    .map(({ value, about }) => `${shell === 'bash' ? forBash(value, words, host) : value}\t${about}\n`);
  host.stdout.write(withoutControls(`${offered.length > 0 ? 'none' : kind}\n${offered.join('')}`));
  return EXIT.ok;
}

function fromWords(typed: readonly string[]): TypedWords {
  return { ...splitTyped(typed.at(-1) ?? ''), before: typed.slice(0, -1) };
}

/** bash replaces only what stands after the last of its word breaks: `--role=` stays. */
function forBash(value: string, { raw, quote }: TypedWords, { env }: Host): string {
  const breaks = env.COMP_WORDBREAKS ?? ' "\'@><=;|&(:';
  const typed = quoteTyped(value, quote);
  if (quote !== '' || /["']/.test(raw)) return typed;
  const from = Math.max(
    ...[...breaks].filter((letter) => !/[\s"']/.test(letter)).map((letter) => raw.lastIndexOf(letter)),
  );
  return typed.slice(from + 1);
}

interface Offer {
  readonly kind: 'none' | 'files' | 'folders';
  readonly suggestions: readonly Suggestion[];
}

/** What cannot be read is not offered: an error would appear in the middle of what is being typed. */
function suggestQuietly(line: TypedLine, host: Host): Offer {
  try {
    return suggest(line, host);
  } catch (error) {
    if (error instanceof ScorecardError || systemCode(error) !== undefined) return { kind: 'none', suggestions: [] };
    throw error;
  }
}

function suggest(line: TypedLine, host: Host): Offer {
  const { expects, command, given } = line;
  switch (expects.type) {
    case 'option':
      return {
        kind: 'none',
        suggestions: optionsAt(command)
          .filter((option) => isOpen(option, given))
          .map(described),
      };
    case 'command':
      return { kind: 'none', suggestions: commandsOf(command) };
    case 'value':
      return valuesOf(
        { word: expects.option, names: [expects.option.long?.slice(2) ?? '', placeholder(expects.option)] },
        line,
        host,
      );
    case 'argument':
      return valuesOf({ word: expects.argument, names: [expects.argument.name()] }, line, host);
    case 'nothing':
      return { kind: 'none', suggestions: [] };
  }
}

interface Wanted {
  readonly word: Option | Argument;
  /** Names that say what may stand there, the most telling first. */
  readonly names: readonly string[];
}

function valuesOf({ word: { argChoices }, names }: Wanted, line: TypedLine, host: Host): Offer {
  if (argChoices) return { kind: 'none', suggestions: argChoices.map((value) => ({ value })) };
  const source = names.map((name) => SOURCES[name]).find((found) => found !== undefined);
  const isFolder = names.some((name) => FOLDER.test(name));
  const kind = isFolder
    ? 'folders'
    : names.some((name) => /^(name|id|number|text|title)$/.test(name))
      ? 'none'
      : 'files';
  return { kind, suggestions: source?.(line, host) ?? [] };
}

function isOpen({ long, variadic }: Option, given: ReadonlySet<string>): boolean {
  return variadic || !given.has(long?.slice(2) ?? '');
}

function described({ long, short, description }: Option): Suggestion {
  return { value: long ?? short ?? '', about: description };
}

/** The name that `<file>` gives the value of `--output <file>`. */
function placeholder({ flags }: Option): string {
  return /[<[]([^\]>.]+)/.exec(flags)?.[1] ?? '';
}
