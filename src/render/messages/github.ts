import type { Problem } from '../../core/problem.js';
import { clean, type ShellText, say, type TerminalText, withoutControls } from '../../core/text/safe-text.js';
import { count } from '../text/text.js';

type Kind = 'error' | 'warning' | 'notice';

const KINDS: Readonly<Record<Problem['severity'], Kind>> = {
  error: 'error',
  warning: 'warning',
  advice: 'warning',
  note: 'notice',
};

/** How many of a kind GitHub shows for one step of a workflow; further ones are dropped without a word. */
const MOST_SHOWN = 10;

/**
 * Problems as workflow commands of GitHub Actions, which shows them at their lines: of each kind as many as it takes,
 * then one that says how many there are beside these, and what command tells them.
 */
export function renderGithub(problems: readonly Problem[], tells: ShellText): TerminalText {
  const kinds = (['error', 'warning', 'notice'] as const).map((kind) => ({
    kind,
    all: problems.filter(({ severity }) => KINDS[severity] === kind),
  }));
  const isOver = kinds.some(({ all }) => all.length > MOST_SHOWN);
  // What says how many more there are takes a place itself.
  const places = { error: MOST_SHOWN, warning: MOST_SHOWN, notice: isOver ? MOST_SHOWN - 1 : MOST_SHOWN };
  const lines = kinds.flatMap(({ kind, all }) => all.slice(0, places[kind]).map(annotation));
  const more = kinds.flatMap(({ kind, all }) =>
    all.length > places[kind] ? [count(all.length - places[kind], kind)] : [],
  );
  return [
    ...lines,
    ...(more.length === 0 ? [] : [say`::notice::not shown here: ${more.join(', ')}; see ${tells}\n`]),
  ].join('');
}

function annotation({ file, line, column, severity, code, message }: Problem): TerminalText {
  const properties = [
    ...(file === undefined ? [] : [say`file=${property(file)}`]),
    ...(line === undefined ? [] : [say`line=${line}`]),
    ...(column === undefined ? [] : [say`col=${column}`]),
    say`title=${property(code)}`,
  ];
  return say`::${KINDS[severity]} ${properties.join(',')}::${data(message)}\n`;
}

/** What GitHub reads as a sign of its own is written by its number; in what is read by people, line breaks are folded. */
function data(text: string): TerminalText {
  return clean(clean(text).replaceAll('%', '%25'));
}

/** The name of a file has to stay what it is, line breaks and all. */
function property(text: string): TerminalText {
  return withoutControls(text.replace(/[%\r\n:,]/g, (sign) => `%${BY_NUMBER[sign]}`));
}

const BY_NUMBER: Readonly<Record<string, string>> = { '%': '25', '\r': '0D', '\n': '0A', ':': '3A', ',': '2C' };
