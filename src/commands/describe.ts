import type { Command } from 'commander';

/** What the help says below the options, as data: the help and the manual page are both made from it. */
export interface CommandDetails {
  readonly examples: readonly Example[];
  /** Paragraphs. */
  readonly notes?: readonly string[];
  /** What each code of this command means. */
  readonly exitCodes: Readonly<Record<number, string>>;
}

/** A line to type, with or without what it is for. */
export type Example = string | { readonly line: string; readonly about: string };

const DETAILS = new WeakMap<Command, CommandDetails>();

/** Gives a command its examples, notes and exit codes. */
export function describeCommand(command: Command, details: CommandDetails): void {
  DETAILS.set(command, details);
  command.addHelpText('after', ({ error }) => {
    const { getOutHelpWidth, getErrHelpWidth } = command.configureOutput();
    const width = (error ? getErrHelpWidth : getOutHelpWidth)?.() ?? 80;
    return detailsText(details, width, (text) => command.createHelp().boxWrap(text, width));
  });
}

export function detailsOf(command: Command): CommandDetails | undefined {
  return DETAILS.get(command);
}

/** The lines of the examples: what one is for stands behind it as a comment, or above it where that doesn't fit. */
export function exampleLines(examples: readonly Example[], width: number): readonly string[] {
  return examples.flatMap((example) => {
    if (typeof example === 'string') return [example];
    const { line, about } = example;
    const inOne = `${line}  # ${about}`;
    return inOne.length <= width ? [inOne] : [`# ${about}`, line];
  });
}

function detailsText(details: CommandDetails, width: number, wrap: (text: string) => string): string {
  const { examples, notes = [], exitCodes } = details;
  const codes = Object.entries(exitCodes).map(([code, meaning]) => `${code} ${meaning}`);
  return [
    `\nExamples:\n${exampleLines(examples, width - 2)
      .map((line) => `  ${line}`)
      .join('\n')}`,
    ...notes.map(wrap),
    wrap(`Exit codes: ${codes.join('; ')}.`),
  ].join('\n\n');
}
