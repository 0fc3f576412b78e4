import { Chalk } from 'chalk';

type Paint = (text: string) => string;

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
    title: (text) => chalk.bold(text),
    strong: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red(text),
    warning: (text) => chalk.yellow(text),
    accent: (text) => chalk.cyan(text),
  };
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
