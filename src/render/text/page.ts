import type { Style } from './style.js';

/** What an output is laid out for. */
export interface Page {
  /** Cells in a line. */
  readonly width: number;
  readonly style: Style;
}

/** Longer lines of prose are hard to read. */
const MOST_READABLE = 100;

/** Cells in a line of prose on this page; tables may take its whole width. */
export function textWidth({ width }: Pick<Page, 'width'>): number {
  return Math.min(width, MOST_READABLE);
}

/** The same page for what is prose from edge to edge. */
export function prosePage(page: Page): Page {
  return { ...page, width: textWidth(page) };
}
