import type { TerminalText } from '../../core/text/safe-text.js';
import { clean, say } from '../../core/text/safe-text.js';
/** The glyphs of the board: one set for most terminals, one for those that know only ASCII. */
export interface Glyphs {
  readonly rule: TerminalText;
  readonly pointer: TerminalText;
  readonly flag: TerminalText;
  readonly note: TerminalText;
  readonly open: TerminalText;
  readonly notAssessed: TerminalText;
  readonly notApplicable: TerminalText;
  readonly done: TerminalText;
  readonly hidden: TerminalText;
  readonly ellipsis: TerminalText;
  readonly lineBreak: TerminalText;
  readonly between: TerminalText;
  readonly keys: Readonly<Record<string, TerminalText>>;
  /** Text from outside in the letters that the terminal knows, as far as there are any. */
  readonly spell: (text: TerminalText) => TerminalText;
}

export const unicodeGlyphs: Glyphs = {
  rule: say`─`,
  pointer: say`❯`,
  flag: say`⚑`,
  note: say`✎`,
  open: say`·`,
  notAssessed: say`–`,
  notApplicable: say`∅`,
  done: say`✓`,
  hidden: say`■`,
  ellipsis: say`…`,
  lineBreak: say` ⏎ `,
  between: say` · `,
  keys: { left: say`←`, right: say`→`, up: say`↑`, down: say`↓` },
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
};

export const asciiGlyphs: Glyphs = {
  rule: say`-`,
  pointer: say`>`,
  flag: say`!`,
  note: say`*`,
  open: say`.`,
  notAssessed: say`-`,
  notApplicable: say`n`,
  done: say`+`,
  hidden: say`#`,
  ellipsis: say`...`,
  lineBreak: say` / `,
  between: say` - `,
  keys: { left: say`Left`, right: say`Right`, up: say`Up`, down: say`Down` },
  // Names keep their letters: a name in unfamiliar letters is better than none.
  spell: (text) => clean(text.replace(/[‘’“”–—…×→≥≤·\u00a0]/g, (sign) => ASCII[sign] ?? sign)),
};
