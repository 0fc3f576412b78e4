import { HELP, type HelpPart } from '../../core/line/lines.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { hang, wrap } from '../text/text.js';

/** What can be typed in an interview: the text of `scorecard help lines`. */
export function renderLines(width = 80): TerminalText {
  const about = say`The board is a line to type on, as in a chat: nothing that is typed does anything but write until Enter. The plain prompts (--plain, SCORECARD_PLAIN=1, TERM=dumb, a pipe) read the same lines.`;
  return [...wrap(about, width), say``, ...helpLines(HELP, width)].map((line) => say`${line}\n`).join('');
}

/** What the plain prompts read. */
export function plainHelpLines(width: number): readonly TerminalText[] {
  return helpLines(
    HELP.filter(({ isOfKeys }) => !isOfKeys),
    width,
  );
}

function helpLines(parts: readonly HelpPart[], width: number): readonly TerminalText[] {
  return parts.flatMap(({ title, rows }, at) => [
    ...(at > 0 ? [say``] : []),
    say`${clean(title)}:`,
    ...rows.flatMap(({ typed, does }) =>
      typed.length > 16
        ? [say`  ${clean(typed)}`, ...hang(say`                  `, clean(does), width)]
        : hang(say`  ${clean(typed).padEnd(16)}`, clean(does), width),
    ),
  ]);
}
