import { isPrintable, type ShellText } from './safe-text.js';

/** The words of a command line as far as it has been typed; nothing in it is run or expanded. */
export interface TypedWords {
  /** The finished words, without their quotes. */
  readonly before: readonly string[];
  /** The word at the cursor, without its quotes; empty after a space. */
  readonly current: string;
  /** The word at the cursor as it was typed, quotes included. */
  readonly raw: string;
  /** The quote that the cursor is in; empty when it is in none. */
  readonly quote: '' | '"' | "'";
}

/** Splits a line as a POSIX shell splits words: quotes and backslashes are removed, variables stay as they are. */
export function splitTyped(line: string): TypedWords {
  const before: string[] = [];
  let current = '';
  let start = -1;
  let quote: TypedWords['quote'] = '';
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at);
    if (quote === '' && /\s/.test(letter)) {
      if (start >= 0) before.push(current);
      current = '';
      start = -1;
      continue;
    }
    if (start < 0) start = at;
    if (letter === quote) quote = '';
    else if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
    else if (letter === '\\' && quote !== "'" && escapes(line.charAt(at + 1), quote)) {
      at += 1;
      current += line.charAt(at);
    } else current += letter;
  }
  return { before, current, raw: start < 0 ? '' : line.slice(start), quote };
}

/**
 * A word of a command that is printed to be typed or pasted: as it is, or in quotes, where a shell changes nothing.
 * What a terminal would act on is written byte by byte.
 *
 * @example shellWord('A "B" $USER') // `'A "B" $USER'`
 */
export function shellWord(text: string): ShellText {
  // A `=` at the front is a command's path to zsh.
  if (/^(?!=)[\p{L}\p{M}\p{N}_@%+=:,./-]+$/u.test(text)) return text as ShellText;
  const quoted = `'${quoteTyped(text, "'")}'`;
  if (isPrintable(quoted)) return quoted as ShellText;
  const inner = [...text].map((sign) => (isPrintable(sign) ? sign.replace(/['\\]/, '\\$&') : octalBytes(sign)));
  return `$'${inner.join('')}'` as ShellText;
}

/**
 * A command line that is printed to be typed or pasted: what stands between our own words is a word each, a list as
 * many.
 *
 * @example command`scorecard report ${path}`
 */
export function command(strings: TemplateStringsArray, ...parts: readonly (string | readonly string[])[]): ShellText {
  const words = parts.map((part) => (typeof part === 'string' ? [part] : part).map(shellWord).join(' '));
  return strings.map((text, at) => text + (words[at] ?? '')).join('') as ShellText;
}

/** A command line of this program, to be typed as the program was started. */
export function programLine(program: ShellText, words: readonly string[]): ShellText {
  return `${program} ${words.map(shellWord).join(' ')}` as ShellText;
}

function octalBytes(sign: string): string {
  return [...new TextEncoder().encode(sign)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

/** Whether a backslash escapes what comes next: in double quotes it otherwise stands for itself. */
function escapes(next: string, quote: string): boolean {
  return quote === '' || /["\\$`]/.test(next);
}

/** A value as it is to be typed where the cursor is inside `quote`. */
export function quoteTyped(value: string, quote: TypedWords['quote']): string {
  if (quote === "'") return value.replaceAll("'", "'\\''");
  if (quote === '"') return value.replace(/["\\$`]/g, '\\$&');
  return value.replace(/[^\p{L}\p{N}\p{M}_./,:=@%+-]/gu, '\\$&').replace(/^~/, '\\~');
}
