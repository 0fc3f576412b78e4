/** The glyphs of the board: one set for most terminals, one for those that know only ASCII. */
export interface Glyphs {
  readonly rule: string;
  readonly pointer: string;
  readonly flag: string;
  readonly note: string;
  readonly open: string;
  readonly notAssessed: string;
  readonly notApplicable: string;
  readonly done: string;
  readonly hidden: string;
  readonly ellipsis: string;
  readonly lineBreak: string;
  readonly between: string;
  readonly keys: Readonly<Record<string, string>>;
  /** Text from outside in the letters that the terminal knows, as far as there are any. */
  readonly spell: (text: string) => string;
}

export const unicodeGlyphs: Glyphs = {
  rule: '─',
  pointer: '❯',
  flag: '⚑',
  note: '✎',
  open: '·',
  notAssessed: '–',
  notApplicable: '∅',
  done: '✓',
  hidden: '■',
  ellipsis: '…',
  lineBreak: ' ⏎ ',
  between: ' · ',
  keys: { left: '←', right: '→', up: '↑', down: '↓' },
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
  rule: '-',
  pointer: '>',
  flag: '!',
  note: '*',
  open: '.',
  notAssessed: '-',
  notApplicable: 'n',
  done: '+',
  hidden: '#',
  ellipsis: '...',
  lineBreak: ' / ',
  between: ' - ',
  keys: { left: 'Left', right: 'Right', up: 'Up', down: 'Down' },
  // Names keep their letters: a name in unfamiliar letters is better than none.
  spell: (text) => text.replace(/[‘’“”–—…×→≥≤·\u00a0]/g, (sign) => ASCII[sign] ?? sign),
};
