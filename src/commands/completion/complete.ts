import { relative } from 'node:path';
import type { Argument, Command, Option } from 'commander';
import type { RubricSummary } from '../../core/rubric/rubric-summary.js';
import { quoteTyped, splitTyped, type TypedWords } from '../../core/text/shell-words.js';
import { EXIT, type ExitCode, ScorecardError, systemCode } from '../../errors.js';
import { listRubrics } from '../../io/rubrics/rubric-library.js';
import { openStore } from '../../io/store/folder-store.js';
import type { StoreNames } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import { optionsAt, readTypedLine, type TypedLine } from './typed-line.js';

/** Something that can stand at the cursor. */
interface Suggestion {
  readonly value: string;
  readonly about?: string;
  /** Another name for something: offered only where nothing else fits, so that one Tab is enough. */
  readonly isAlias?: boolean;
}

/** What to offer where a word has this name: `--role <role>`, `<scorecards...>`. The name of the option comes first. */
type Source = (line: TypedLine, host: Host) => readonly Suggestion[];

const SOURCES: Readonly<Record<string, Source>> = {
  role: roles,
  from: roles,
  before: roles,
  after: roles,
  variant: (line, host) => chosen(line, host).flatMap(({ variants }) => variants.map(titled)),
  dimension: dimensions,
  dimensions: dimensions,
  by: dimensions,
  sort: dimensions,
  candidate: (line, host) => names(line, host).candidates.map((value) => ({ value })),
  candidates: (line, host) => names(line, host).candidates.map((value) => ({ value })),
  interviewer: (line, host) => names(line, host).interviewers.map((value) => ({ value })),
  resume: (line, host) => names(line, host).drafts.map((value) => ({ value })),
  scorecard: scorecards,
  scorecards: scorecards,
  command: ({ command }) => commandsOf(command.parent ?? command),
};

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
  host.stdout.write(`${offered.length > 0 ? 'none' : kind}\n${offered.join('')}`);
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
      return valuesOf(expects.option, [expects.option.long?.slice(2) ?? '', placeholder(expects.option)], line, host);
    case 'argument':
      return valuesOf(expects.argument, [expects.argument.name()], line, host);
    case 'nothing':
      return { kind: 'none', suggestions: [] };
  }
}

function valuesOf(
  { argChoices }: Option | Argument,
  names: readonly string[],
  ...[line, host]: [TypedLine, Host]
): Offer {
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

function commandsOf(command: Command): readonly Suggestion[] {
  const visible = command.createHelp().visibleCommands(command);
  return visible.map((child) => ({ value: child.name(), about: child.summary() || child.description() }));
}

function roles(line: TypedLine, host: Host): readonly Suggestion[] {
  return summaries(line, host).flatMap(({ id, title, aliases }) => [
    { value: id, about: title },
    ...aliases.map((value) => ({ value, about: `also ${id}`, isAlias: true })),
  ]);
}

function dimensions(line: TypedLine, host: Host): readonly Suggestion[] {
  const all = chosen(line, host).flatMap(({ dimensions }) =>
    dimensions.map(({ id, name }) => ({ value: id, about: name })),
  );
  return all.filter(({ value }, at) => all.findIndex((other) => other.value === value) === at);
}

/** The rubric that the line names, or all of them. */
function chosen(line: TypedLine, host: Host): readonly RubricSummary[] {
  const all = summaries(line, host);
  const named = [line.values.role, ...line.operands];
  const found = all.filter(({ id, aliases }) => [id, ...aliases].some((name) => named.includes(name)));
  return found.length > 0 ? found : all;
}

function summaries({ values }: TypedLine, host: Host): readonly RubricSummary[] {
  return listRubrics(host, { rubrics: values.rubrics }).rubrics.map(({ summary }) => summary);
}

function titled({ id, title }: { readonly id: string; readonly title: string }): Suggestion {
  return { value: id, about: title };
}

function scorecards(line: TypedLine, host: Host): readonly Suggestion[] {
  return names(line, host).scorecards.map((location) => ({ value: relative(host.cwd, location) }));
}

function names({ values }: TypedLine, host: Host): StoreNames {
  return openStore(host, values.store).readNames();
}
