import { type ScaleRange, stepsInPoint } from '../rubric/scale.js';

/** What a key of the board or a word at the plain prompts does. */
export type Action =
  | 'rate'
  | 'clear'
  | 'skip'
  | 'not-applicable'
  | 'note'
  | 'editor'
  | 'flag'
  | 'next'
  | 'back'
  | 'go'
  | 'undo'
  | 'redo'
  | 'questions'
  | 'choose'
  | 'asked'
  | 'anchors'
  | 'pause'
  | 'privacy'
  | 'review'
  | 'keys'
  | 'quit';

interface PlainWords {
  readonly letter: string;
  /** Other words for the same action. */
  readonly words: readonly string[];
  /** How the command is typed, where more may follow its word. */
  readonly usage?: string;
  /** The help at the plain prompts, where it differs from the board's. */
  readonly help?: string;
}

export interface Key {
  readonly does: Action;
  /** The keys on the board, by the names that `keyName` gives; empty for what only the plain prompts have. */
  readonly keys: readonly string[];
  /** How the keys are shown, where a list of them would not read well. */
  readonly shown?: string;
  /** The words at the plain prompts; `undefined` for what only the board has. */
  readonly plain?: PlainWords;
  readonly help: string;
  /** What the line of hints says, and what stays longest where the line is short (1 first). */
  readonly hint?: { readonly word: string; readonly rank: number };
}

/** The keys of an interview: what the board obeys, what both helps print, what the plain prompts read. */
export const KEYS: readonly Key[] = [
  {
    does: 'rate',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1-5',
    help: 'rate, and go to the next dimension without a rating',
    hint: { word: 'rate', rank: 1 },
  },
  { does: 'clear', keys: ['0'], plain: { letter: '0', words: ['clear'] }, help: 'clear the rating' },
  {
    does: 'note',
    keys: ['n'],
    plain: { letter: 'n', words: ['note'], usage: 'n TEXT', help: 'note what was said or done' },
    help: 'note what was said or done: Enter saves, Esc drops',
    hint: { word: 'note', rank: 2 },
  },
  {
    does: 'editor',
    keys: ['e'],
    plain: { letter: 'e', words: ['editor', 'edit'] },
    help: 'long note in $VISUAL or $EDITOR',
  },
  {
    does: 'flag',
    keys: ['f'],
    plain: {
      letter: 'f',
      words: ['flag'],
      usage: 'f [NUMBER EVIDENCE]',
      help: 'red flags: list them, observe one, take one back',
    },
    help: 'red flags: pick one, say what you saw; x takes it back',
    hint: { word: 'flag', rank: 5 },
  },
  {
    does: 'skip',
    keys: ['s'],
    plain: { letter: 's', words: ['skip'], usage: 's [REASON]', help: 'skip: not assessed' },
    help: 'skip: not assessed, with or without a reason; Tab: not applicable',
    hint: { word: 'skip', rank: 4 },
  },
  {
    does: 'not-applicable',
    keys: [],
    plain: { letter: 'na', words: ['not-applicable'] },
    help: 'not applicable (optional dimensions only)',
  },
  {
    does: 'next',
    keys: ['right', 'tab', 'return'],
    plain: { letter: '', words: ['next'], usage: 'Enter' },
    help: 'one dimension on',
    hint: { word: 'move', rank: 7 },
  },
  {
    does: 'back',
    keys: ['left', 'shift-tab', 'b'],
    plain: { letter: 'b', words: ['back'] },
    help: 'one dimension back',
  },
  {
    does: 'go',
    keys: ['g'],
    shown: 'g then 1-9, a-z',
    plain: { letter: 'g', words: ['go'], usage: 'g NUMBER or ID', help: 'go to a dimension' },
    help: 'go to a dimension; shows all of them',
    hint: { word: 'go to', rank: 9 },
  },
  { does: 'undo', keys: ['u'], plain: { letter: 'u', words: ['undo'] }, help: 'undo', hint: { word: 'undo', rank: 6 } },
  { does: 'redo', keys: ['ctrl-r'], plain: { letter: 'redo', words: [] }, help: 'redo' },
  {
    does: 'questions',
    keys: ['c'],
    plain: {
      letter: 'c',
      words: ['questions'],
      usage: 'c [NUMBER]',
      help: 'questions; with a number, mark it as asked',
    },
    help: 'all questions with their probes, on or off',
    hint: { word: 'questions', rank: 10 },
  },
  { does: 'choose', keys: ['up', 'down'], help: 'another question; scrolls the review' },
  { does: 'asked', keys: ['x'], help: 'mark the question as asked, or not', hint: { word: 'asked', rank: 11 } },
  {
    does: 'anchors',
    keys: ['a'],
    plain: { letter: 'a', words: ['anchors'], help: 'anchors: what each rating looks like' },
    help: 'all anchors, or the current one in full with its borders',
  },
  { does: 'pause', keys: ['t'], plain: { letter: 't', words: ['pause'] }, help: 'stop or start the timer' },
  { does: 'privacy', keys: ['p'], help: 'privacy: hide the name, the ratings and the notes on a shared screen' },
  {
    does: 'review',
    keys: ['r'],
    plain: { letter: 'r', words: ['review'] },
    help: 'review and submit',
    hint: { word: 'review', rank: 8 },
  },
  {
    does: 'keys',
    keys: ['?'],
    plain: { letter: '?', words: ['help', 'keys'] },
    help: 'these keys',
    hint: { word: 'keys', rank: 3 },
  },
  {
    does: 'quit',
    keys: ['q'],
    plain: { letter: 'q', words: ['quit', 'exit'], help: 'save the draft and leave' },
    help: 'save the draft and leave (Ctrl-C too, with exit code 130)',
    hint: { word: 'quit', rank: 12 },
  },
];

/**
 * Whether one key gives each rating: whole numbers from 1 to 9. On any other scale a rating is typed and confirmed,
 * since 1 may be the beginning of 10.
 */
export function isRatedByKey(scale: ScaleRange): boolean {
  return scale.min >= 1 && scale.max <= 9 && stepsInPoint(scale) === 1;
}

/** Whether a key of the board begins a rating that is typed. */
export function beginsRating(key: string, scale: ScaleRange): boolean {
  return !isRatedByKey(scale) && (/^[0-9]$/.test(key) || (key === '-' && scale.min < 0));
}

/** After the key that goes to a dimension: the first nine by their number, the rest by a letter, the 36th by 0. */
export const JUMP_KEYS: readonly string[] = [...'123456789abcdefghijklmnopqrstuvwxyz0'];

const ACTIONS: ReadonlyMap<string, Action> = new Map(KEYS.flatMap(({ does, keys }) => keys.map((key) => [key, does])));

/** What a key of the board does; `undefined` for one that does nothing. */
export function actionOf(key: string): Action | undefined {
  return ACTIONS.get(key);
}
