import type { TerminalText } from '../../core/text/safe-text.js';
import { clean, say } from '../../core/text/safe-text.js';
/** The glyphs of the board: one set for most terminals, one for those that know only ASCII. */
export interface Glyphs {
  readonly rule: TerminalText;
  readonly flag: TerminalText;
  readonly note: TerminalText;
  readonly open: TerminalText;
  readonly notAssessed: TerminalText;
  readonly notApplicable: TerminalText;
  /** In front of what is typed. */
  readonly prompt: TerminalText;
  /** In front of a probe. */
  readonly bullet: TerminalText;
  /** In front of the anchor that was given. */
  readonly given: TerminalText;
  /** Behind the anchor that is the bar. */
  readonly bar: TerminalText;
  /** For a typed character that nobody should read. */
  readonly dot: TerminalText;
  readonly ellipsis: TerminalText;
  readonly lineBreak: TerminalText;
  readonly between: TerminalText;
  /** Text from outside in the letters that the terminal knows, as far as there are any. */
  readonly spell: (text: TerminalText) => TerminalText;
}

export const unicodeGlyphs: Glyphs = {
  rule: say`─`,
  flag: say`⚑`,
  note: say`✎`,
  open: say`·`,
  notAssessed: say`–`,
  notApplicable: say`∅`,
  prompt: say`›`,
  bullet: say`·`,
  given: say`●`,
  bar: say`← the bar`,
  dot: say`•`,
  ellipsis: say`…`,
  lineBreak: say` ⏎ `,
  between: say` · `,
  spell: (text) => text,
};

const ASCII: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '×': 'x',
  '→': '->',
  '≥': '>=',
  '≤': '<=',
  '·': '-',
  '\u00a0': ' ',
  '⚑': '!',
  '✎': '*',
  '✓': '+',
  '⏎': '/',
  '›': '>',
  '∅': 'n',
  '←': '<-',
  '↑': 'Up',
  '↓': 'Down',
};
const SPELT = new RegExp(`[${Object.keys(ASCII).join('')}]`, 'g');

export const asciiGlyphs: Glyphs = {
  rule: say`-`,
  flag: say`!`,
  note: say`*`,
  open: say`.`,
  notAssessed: say`-`,
  notApplicable: say`n`,
  prompt: say`>`,
  bullet: say`-`,
  given: say`*`,
  bar: say`<- the bar`,
  dot: say`*`,
  ellipsis: say`...`,
  lineBreak: say` / `,
  between: say` - `,
  // Names keep their letters: a name in unfamiliar letters is better than none.
  spell: (text) => clean(text.replace(SPELT, (sign) => ASCII[sign] ?? sign)),
};
