import { say, type TerminalText } from '../../core/text/safe-text.js';
import type { Host } from '../../io/system/host.js';
import { type Page, textWidth } from '../../render/text/page.js';
import { createStyle, plainStyle } from '../../render/text/style.js';
import { wrap } from '../../render/text/text.js';
import { type Destination, isToFile } from './formats.js';

/** Cells in a line of a file: what it holds must not depend on the window it was written from. */
const FILE_WIDTH = 100;

/** What a result is laid out for: a file has a width of its own and no colours, stdout those of the terminal. */
export function pageFor(destination: Destination, { stdout }: Pick<Host, 'stdout'>): Page {
  if (isToFile(destination)) return { width: FILE_WIDTH, style: plainStyle };
  return { width: stdout.columns, style: createStyle(stdout.hasColours) };
}

/** Tells a sentence on stderr, in lines that fit. */
export function tell(text: TerminalText, { stderr }: Pick<Host, 'stderr'>): void {
  // Without a style, which a question would have to wait for.
  for (const line of wrap(text, textWidth({ width: stderr.columns }))) stderr.write(say`${line}\n`);
}

/** What is told on stderr beside a result. */
export function messagePage({ stderr }: Pick<Host, 'stderr'>): Page {
  return { width: stderr.columns, style: createStyle(stderr.hasColours) };
}
