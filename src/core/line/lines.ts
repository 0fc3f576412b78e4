import { COMMANDS } from './commands.js';

/** One row of the help: what is typed, and what it does. */
export interface HelpRow {
  readonly typed: string;
  readonly does: string;
}

export interface HelpPart {
  readonly title: string;
  readonly rows: readonly HelpRow[];
  /** Whether it is about keys, which a pipe has none of. */
  readonly isOfKeys?: true;
}

const LINES: readonly HelpRow[] = [
  { typed: 'words', does: 'a note on the dimension that stands before the line' },
  { typed: '4', does: 'rates it, where it is a rating of the scale and nothing else stands in the line' },
  { typed: '/3', does: 'goes to dimension 3; /0 to the review' },
  { typed: '/3 words', does: 'a note on dimension 3, and stays here; /0 words: on the interview as a whole' },
  { typed: '/3 4', does: 'rates dimension 3, and stays here' },
  { typed: '//words', does: 'a note that begins with /' },
];

const REVIEW: readonly HelpRow[] = [
  { typed: 'words', does: 'why: the reason of your verdict, before it and after it' },
  {
    typed: 'strong yes, yes, no, strong no, undecided',
    does: 'your verdict, alone in the line; it shows the score, and a later one changes it',
  },
  { typed: '/7 words', does: 'fills a gap: a note on dimension 7' },
  { typed: '/submit', does: 'seals the scorecard; with gaps, the second time' },
];

const KEYS: readonly HelpRow[] = [
  { typed: 'Tab, Shift-Tab', does: 'the next core question, the one before; behind / the rest of a command' },
  {
    typed: 'Up',
    does: 'the last note again, to mend: Enter saves, emptied deletes, /3 before it moves it; Down leaves it',
  },
  { typed: 'PgDn, PgUp', does: 'the sheet of the dimension; in the review, further' },
  { typed: 'Esc', does: 'closes a list; it never touches the line' },
  { typed: 'Ctrl-U, Ctrl-W, Ctrl-Y', does: 'clears the line, clears a word, brings back what was cleared' },
  { typed: 'Ctrl-C twice', does: 'leaves; everything is kept, the half-typed line too' },
];

/** What can be typed in an interview: what `/help` shows, and `scorecard help lines`. */
export const HELP: readonly HelpPart[] = [
  { title: 'A line, with Enter', rows: LINES },
  {
    title: 'Commands, or their beginnings',
    rows: COMMANDS.map(({ name, help }) => ({ typed: `/${name}`, does: help })),
  },
  { title: 'In the review', rows: REVIEW },
  { title: 'Keys', rows: KEYS, isOfKeys: true },
];
