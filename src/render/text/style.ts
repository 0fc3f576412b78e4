import { Chalk } from 'chalk';
import type { TerminalText } from '../../core/text/safe-text.js';

type Paint = (text: TerminalText) => TerminalText;

/** What a piece of text is, not how it looks: the one file that knows chalk. */
export interface Style {
  readonly title: Paint;
  readonly strong: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly warning: Paint;
  readonly accent: Paint;
}

/** Colour never carries meaning alone: without it, every text still says the same. */
export function createStyle(hasColours: boolean): Style {
  if (!hasColours) return plainStyle;
  // Sixteen colours, in the terminal's own palette: readable on light and dark backgrounds alike.
  const chalk = new Chalk({ level: 1 });
  return {
    title: painted(chalk.bold),
    strong: painted(chalk.bold),
    dim: painted(chalk.dim),
    good: painted(chalk.green),
    bad: painted(chalk.red),
    warning: painted(chalk.yellow),
    accent: painted(chalk.cyan),
  };
}

/** What chalk puts around a text is ours. */
function painted(paint: (text: string) => string): Paint {
  return (text) => paint(text) as TerminalText;
}

const asItIs: Paint = (text) => text;

/** No colours at all: for files and pipes. */
export const plainStyle: Style = {
  title: asItIs,
  strong: asItIs,
  dim: asItIs,
  good: asItIs,
  bad: asItIs,
  warning: asItIs,
  accent: asItIs,
};
