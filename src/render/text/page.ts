import type { Style } from './style.js';

/** What an output is laid out for. */
export interface Page {
  /** Cells in a line. */
  readonly width: number;
  readonly style: Style;
}
