/** What a line that begins with `/` and a word can ask for. */
export type CommandName =
  | 'ask'
  | 'flag'
  | 'skip'
  | 'na'
  | 'undo'
  | 'time'
  | 'private'
  | 'review'
  | 'next'
  | 'anchors'
  | 'help'
  | 'quit'
  | 'submit';

export interface Command {
  readonly name: CommandName;
  /** What may stand behind its word. `flag` takes a number and words, and either alone. */
  readonly takes?: 'words' | 'number';
  /**
   * Whether its beginning will not do, because of what it does: `always`, or only where words follow, which may be
   * those of a note.
   */
  readonly whole?: 'always' | 'with-words';
  /** Whether it is about the dimension at hand, so that the review has to ask which. */
  readonly isOfDimension?: true;
  readonly help: string;
  /** What the list of commands has room for. */
  readonly short: string;
}

/** The commands: what a line obeys, what Tab completes, what both helps print; in the order of the lists. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'ask',
    takes: 'number',
    isOfDimension: true,
    short: 'the questions here',
    help: 'all questions of the dimension; /ask 3 makes the third the one at hand',
  },
  {
    name: 'flag',
    takes: 'words',
    isOfDimension: true,
    short: 'a red flag; words: what was seen',
    help: 'the red flags; /flag 7 WORDS observes one, with what was seen; /flag WORDS notes it, and which one is said later',
  },
  {
    name: 'skip',
    takes: 'words',
    whole: 'with-words',
    isOfDimension: true,
    short: 'not assessed; words: why',
    help: 'not assessed, with or without the words that say why',
  },
  {
    name: 'na',
    whole: 'always',
    isOfDimension: true,
    short: 'does not apply',
    help: 'does not apply: for optional dimensions only',
  },
  { name: 'undo', short: 'take the last thing back', help: 'takes the last change back' },
  { name: 'time', short: 'stop, start the clock', help: 'stops the clock, and starts it again' },
  {
    name: 'private',
    short: 'the question alone',
    help: 'the question alone, for a screen that others see; again: back',
  },
  { name: 'review', short: 'notes, verdict, seal', help: 'notes, gaps, verdict and seal; /3 leaves it' },
  {
    name: 'next',
    isOfDimension: true,
    short: 'the next question (Tab)',
    help: 'the next core question, as Tab on an empty line',
  },
  {
    name: 'anchors',
    takes: 'number',
    isOfDimension: true,
    short: 'what each rating looks like',
    help: 'the sheet of the dimension: what each rating looks like; /anchors 4 for one',
  },
  { name: 'help', short: 'all of this', help: 'all of this; ? alone does the same' },
  { name: 'quit', whole: 'always', short: 'keep everything, leave', help: 'keeps everything and leaves' },
  {
    name: 'submit',
    whole: 'always',
    short: 'seal, in the review',
    help: 'in the review: seals the scorecard, after your verdict',
  },
];

const BY_NAME = new Map<string, Command>(COMMANDS.map((command) => [command.name, command]));

/** The commands that a word behind `/` may mean: the one of that name, else all that begin with it. */
export function commandsOf(word: string, hasWords: boolean): readonly Command[] {
  const named = BY_NAME.get(word);
  if (named) return [named];
  if (word === '') return [];
  return COMMANDS.filter(
    ({ name, whole }) => name.startsWith(word) && whole !== 'always' && !(hasWords && whole === 'with-words'),
  );
}
