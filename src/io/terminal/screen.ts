import process from 'node:process';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import type { Output } from '../system/host.js';

/** What is drawn; lines may carry colours. Rows and columns from 0. */
export interface Picture {
  readonly lines: readonly TerminalText[];
  readonly cursor?: { readonly row: number; readonly column: number };
}

/** The terminal's second screen: what was on it before comes back when it is left, however it is left. */
export interface Screen {
  enter(): void;
  leave(): void;
  /** Draws what differs from the last picture. */
  paint(picture: Picture): void;
  /** Makes the next picture be drawn whole: the size has changed. */
  forget(): void;
  readonly isOpen: boolean;
}

// No reports of the mouse and of the focus, which the program before may have left on.
const NO_REPORTS = '\u001b[?9l\u001b[?1000l\u001b[?1002l\u001b[?1003l\u001b[?1004l\u001b[?1006l\u001b[?1015l';
// The second screen, no wrapping at the edge (a character that is wider than expected is cut, not carried over),
// bracketed paste.
const ENTER = '\u001b[?1049h\u001b[?7l\u001b[?2004h\u001b[?25l\u001b[H\u001b[2J';
// Cleared first, for terminals that have only one screen.
const LEAVE = '\u001b[0m\u001b[H\u001b[2J\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l';
const BEGIN = '\u001b[?2026h\u001b[?25l';
const END = '\u001b[?2026l';

export function createScreen(output: Output): Screen {
  let drawn: readonly string[] = [];
  let place: { row: number | undefined; column: number | undefined } = { row: undefined, column: undefined };
  let isOpen = false;
  const leave = () => {
    if (!isOpen) return;
    isOpen = false;
    process.off('exit', leave);
    output.write(say`${LEAVE}`);
  };
  return {
    get isOpen() {
      return isOpen;
    },
    enter: () => {
      if (isOpen) return;
      isOpen = true;
      drawn = [];
      // Whatever ends the process, the user gets the terminal back.
      process.on('exit', leave);
      output.write(say`${ENTER}${NO_REPORTS}`);
    },
    leave,
    forget: () => {
      drawn = [];
      if (isOpen) output.write(say`\u001b[H\u001b[2J`);
    },
    paint: ({ lines, cursor }) => {
      if (!isOpen) return;
      const changed = lines.flatMap((line, row) =>
        line === drawn[row] ? [] : [say`\u001b[${row + 1};1H\u001b[2K${line}\u001b[0m`],
      );
      const isSamePlace = cursor?.row === place.row && cursor?.column === place.column;
      if (changed.length === 0 && isSamePlace && lines.length === drawn.length) return;
      const below = lines.length < drawn.length ? say`\u001b[${lines.length + 1};1H\u001b[J` : '';
      place = { row: cursor?.row, column: cursor?.column };
      const shown = cursor ? say`\u001b[${cursor.row + 1};${cursor.column + 1}H\u001b[?25h` : '';
      drawn = lines;
      output.write(say`${BEGIN}${changed.join('')}${below}${shown}${END}`);
    },
  };
}
