/**
 * The offset at which the quote or bracket at `from` closes; -1 where it doesn't. Lines that stand no deeper than
 * `column` are no longer inside of it, except one that begins with the closing bracket; a column below 0 knows no such
 * end.
 */
export function findClosing(text: string, from: number, column: number): number {
  const opened = text[from] ?? '';
  return opened === '"' || opened === "'" ? closingQuote(text, from, column) : closingBracket(text, from, column);
}

/** The offset of the quote that ends a quoted text. */
export function closingQuote(text: string, from: number, column: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\n' && !goesOnDeeper(text, at + 1, column)) return -1;
    if (sign === '\\' && quote === '"') at += 1;
    else if (sign === quote) {
      if (quote === "'" && text[at + 1] === "'") at += 1;
      else return at;
    }
  }
  return -1;
}

const CLOSES: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

export function closerOf(bracket: string): string {
  return CLOSES[bracket] ?? '';
}

function closingBracket(text: string, from: number, column: number): number {
  const open: string[] = [];
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    const isAtStart = /[\s[{,:]/.test(text[at - 1] ?? ' ');
    if (sign === '\n' && !goesOnDeeper(text, at + 1, column)) return -1;
    if ((sign === '"' || sign === "'") && isAtStart) {
      const closes = closingQuote(text, at, column);
      // A quote without its end is told on its own.
      if (closes >= 0) at = closes;
    } else if (sign === '#' && /\s/.test(text[at - 1] ?? '')) {
      const end = text.indexOf('\n', at);
      at = (end < 0 ? text.length : end) - 1;
    } else if (sign === '[' || sign === '{') open.push(sign);
    else if (sign === ']' || sign === '}') {
      if (closerOf(open.at(-1) ?? '') !== sign) return -1;
      open.pop();
      if (open.length === 0) return at;
    }
  }
  return -1;
}

/** Whether the line is blank or stands deeper than the column, or closes what was opened before it. */
function goesOnDeeper(text: string, start: number, column: number): boolean {
  const indent = /^[ \t]*/.exec(text.slice(start, start + 1000))?.[0].length ?? 0;
  const first = text[start + indent];
  return column < 0 || indent > column || first === undefined || /[\r\n\]}]/.test(first);
}
