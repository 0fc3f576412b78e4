import { isAtReview } from '../interview/session.js';
import { contextOf } from '../line/accept-line.js';
import { COMMANDS, type CommandName } from '../line/commands.js';
import { notesAt, numbered, placeName, positionIn } from '../line/names.js';
import { parseLine, verdictInWords } from '../line/parse-line.js';
import type { BoardState } from './state.js';

interface Hint {
  readonly hint: string;
  /** For a narrow terminal. */
  readonly shortHint: string;
}

/** What Enter would do with the line as it stands. */
export function hintOf(state: BoardState): Hint {
  const { session, view, line } = state;
  const { rubric } = session.open;
  if (view.mending) return mendingHint(state, view.mending);
  if (line.text.trim() === '') return emptyHint(state);
  const parsed = parseLine(line.text, contextOf(session));
  const placed = (number: number) => (number === 0 ? 'the whole' : numbered(rubric, number - 1));
  switch (parsed.type) {
    case 'rate':
      return one(`Enter rates ${placeName(session)} ${parsed.rating} · type on and it is a note`);
    case 'note':
      if (isAtReview(session)) return one('Enter notes why, on the whole');
      return one(`Enter notes it on ${placeName(session)}${view.isPrivate ? ' · Ctrl-U clears' : ''}`);
    case 'file':
      return one(`Enter notes it on ${placed(parsed.number)}, and stays here`);
    case 'rate-there':
      return one(`Enter rates ${placed(parsed.number)} ${parsed.rating}, and stays here`);
    case 'go':
      return one(parsed.number === 0 ? 'Enter goes to the review' : `Enter goes to ${placed(parsed.number)}`);
    case 'verdict':
      return one(
        session.content.verdict === undefined
          ? `Enter gives the verdict ${verdictInWords(parsed.is)} and shows the score`
          : `Enter makes ${verdictInWords(parsed.is)} the verdict; the first is kept`,
      );
    case 'command':
      if (parsed.name === 'submit' && isAtReview(session)) return one('Enter seals: later changes are amendments');
      return one(commandHint(state, parsed));
    case 'empty':
    case 'keep':
      return both(
        'Enter does it · Ctrl-U clears · // writes a note that begins with /',
        'Enter does it · Ctrl-U clears · // a note with /',
      );
  }
}

function commandHint({ session }: BoardState, { name, words }: { readonly name: CommandName; readonly words: string }) {
  const here = placeName(session);
  if (name === 'flag' && words !== '') {
    const [, number = '', seen = ''] = /^([1-9]\d*)(?:\s+(.*))?$/su.exec(words.normalize('NFKC')) ?? [];
    const flag = session.open.rubric.redFlags[Number(number) - 1];
    if (!flag) return `Enter notes it with ⚑ on ${here} · which flag is said later`;
    return `Enter flags ⚑ ${flag.id}${seen === '' ? ' · go on with what was seen' : ', seen as it stands here'}`;
  }
  if (name === 'skip') return `Enter leaves out ${here}: not assessed${words === '' ? ' · go on with why' : ''}`;
  return `Enter: ${COMMANDS.find((command) => command.name === name)?.short ?? 'does it'}`;
}

function both(hint: string, shortHint: string): Hint {
  return { hint, shortHint };
}

function one(hint: string): Hint {
  return { hint, shortHint: hint };
}

function emptyHint({ session }: BoardState): Hint {
  if (!isAtReview(session)) {
    return both(
      'Enter notes your words · a number alone rates · Tab: next question · / more',
      'Enter notes · a number rates · Tab: next · / more',
    );
  }
  return session.content.verdict === undefined
    ? both(
        'Words say why · a verdict word alone decides · /5 goes to 5 · PgDn',
        'Words say why · a verdict word decides',
      )
    : both('Words say why · another verdict word changes it · /submit seals · PgDn', 'Words say why · /submit seals');
}

function mendingHint(
  { session }: BoardState,
  mending: { readonly dimension: string | undefined; readonly note: number },
) {
  const { dimension, note } = mending;
  const position = dimension === undefined ? undefined : positionIn(session.open.rubric, dimension);
  const { length } = notesAt(session.content, position);
  return both(
    `mending note ${note + 1} of ${length} · Enter saves · empty deletes · ↓ leaves it as it was`,
    'Enter saves · empty deletes · ↓ leaves it',
  );
}
