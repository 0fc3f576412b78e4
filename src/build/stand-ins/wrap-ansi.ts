import { wrapAnsi as wrapAny } from 'fast-wrap-ansi';

/** Signs that take one cell each: ASCII, and those with which Inquirer draws. */
const NARROW = /^[ -~…·–—‘’“”•❯✔✖↑↓⏎◉◯]*$/;

/** What takes no cells: colours, and what hides and shows the cursor. */
const PAINT = /\u001b\[(?:[\d;]*m|\?25[hl])/g;

/**
 * Stands in for `fast-wrap-ansi` where Inquirer draws: a line that fits is left as it is, and nothing is loaded to measure
 * it. Most of the first question's time went into that.
 */
export function wrapAnsi(text: string, columns: number, options: Parameters<typeof wrapAny>[2]): string {
  const shown = options?.trim === false ? text.replace(PAINT, '') : undefined;
  if (shown !== undefined && shown.length <= columns && NARROW.test(shown)) return text;
  return wrapAny(text, columns, options);
}
