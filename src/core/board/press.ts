import type { SessionChange } from '../interview/event.js';
import { type Action, actionOf, beginsRating, JUMP_KEYS } from '../interview/keys.js';
import { evidenceText } from '../interview/notes.js';
import { isAtReview } from '../interview/session.js';
import type { Dimension } from '../rubric/rubric.js';
import { isOnScale } from '../rubric/scale.js';
import { scaleInWords } from '../text/wording.js';
import { type KeyPress, keyName } from './key-press.js';
import { lineOf } from './line-edit.js';
import { pressAtReview, pressInExtremes } from './review.js';
import { beginText, pressInText, ratedMessage } from './text.js';
import { type BoardState, type BoardView, currentDimension, currentQuestion, type KeyResult } from './view.js';

/** What a key does to the board: pure, so that a key can be tested without a terminal. */
export function pressKey(board: BoardState, key: KeyPress): KeyResult {
  const name = keyName(key);
  switch (board.view.mode.type) {
    case 'text':
      return pressInText(board, key);
    case 'jump':
      return pressInJump(board, name);
    case 'flags':
      return pressInFlags(board, name);
    case 'keys':
      return pressInKeys(board, name);
    case 'extremes':
      return pressInExtremes(board, name);
    case 'leave':
      return name === 'q' ? { ...show(board), next: 'quit' } : show(board);
    case 'board': {
      const special = isAtReview(board.session) ? pressAtReview(board, name) : undefined;
      if (special) return special;
      const dimension = currentDimension(board.session);
      if (dimension && beginsRating(name, board.session.open.rubric.scale)) {
        return beginText(board.view, { type: 'rating' }, lineOf(name));
      }
      const action = actionOf(name);
      return action ? ACTIONS[action](board, name) : tell(board, unknownKey(name));
    }
  }
}

function unknownKey(name: string): string {
  return name.length === 1 ? `"${name}" does nothing here; ? shows the keys` : '';
}

type Act = (board: BoardState, key: string) => KeyResult;

const ACTIONS: Readonly<Record<Action, Act>> = {
  rate: onDimension((board, dimension, key) => {
    const { scale } = board.session.open.rubric;
    const rating = Number(key);
    if (!isOnScale(rating, scale)) return tell(board, `${key} is outside the scale ${scaleInWords(scale)}`);
    return record(board, [{ type: 'rate', dimension: dimension.id, rating }], ratedMessage(board, rating));
  }),
  clear: onDimension((board, { id }) =>
    board.session.content.dimensions[board.session.content.cursor]?.rating === undefined
      ? tell(board, 'there is no rating to clear')
      : record(board, [{ type: 'clear', dimension: id }], 'rating cleared'),
  ),
  note: onDimension(({ view }) => beginText(view, { type: 'note' })),
  skip: onDimension(({ view }) => beginText(view, { type: 'skip' })),
  'not-applicable': (board) => show(board),
  editor: onDimension((board) => ({ ...show(board), next: 'edit' })),
  flag: (board) => openFlags(board),
  next: (board) => record(board, [{ type: 'go', to: board.session.content.cursor + 1 }]),
  back: (board) => {
    const { cursor } = board.session.content;
    return cursor === 0 ? tell(board, 'this is the first dimension') : record(board, [{ type: 'go', to: cursor - 1 }]);
  },
  go: (board) => show(board, { mode: { type: 'jump' } }),
  undo: (board) => travel(board, 'undo'),
  redo: (board) => travel(board, 'redo'),
  questions: (board) => show(board, { showsQuestions: !board.view.showsQuestions }),
  choose: onDimension((board, { questions }, key) => {
    const at = currentQuestion(board.session, board.view) + (key === 'up' ? -1 : 1);
    return show(board, { question: Math.min(Math.max(0, at), Math.max(0, questions.length - 1)) });
  }),
  asked: onDimension((board, { id, questions }) => {
    const question = currentQuestion(board.session, board.view);
    if (!questions[question]) return tell(board, 'this dimension has no questions');
    const was = board.session.content.dimensions[board.session.content.cursor]?.asked.includes(question) ?? false;
    const said = `question ${question + 1} ${was ? 'not asked' : 'asked'}`;
    return record(board, [{ type: 'asked', dimension: id, question, asked: !was }], said);
  }),
  anchors: (board) => show(board, { showsAllAnchors: !board.view.showsAllAnchors }),
  pause: (board) => {
    const { isPaused } = board.session.clock;
    return record(
      board,
      [{ type: isPaused ? 'resume' : 'pause' }],
      isPaused ? 'the timer runs' : 'the timer is stopped',
    );
  },
  privacy: (board) => show(board, { isPrivate: !board.view.isPrivate }),
  review: (board) => record(board, [{ type: 'go', to: board.session.open.rubric.dimensions.length }]),
  keys: (board) => show(board, { mode: { type: 'keys', scroll: 0 } }),
  quit: (board) =>
    board.failure === undefined ? { ...show(board), next: 'quit' } : show(board, { mode: { type: 'leave' } }),
};

function onDimension(act: (board: BoardState, dimension: Dimension, key: string) => KeyResult): Act {
  return (board, key) => {
    const dimension = currentDimension(board.session);
    return dimension ? act(board, dimension, key) : tell(board, 'go to a dimension first: g and its number, or b');
  };
}

/** Another view, with the last message gone. */
function show({ view }: BoardState, change: Partial<BoardView> = {}): KeyResult {
  const { message: _message, ...rest } = view;
  return { view: { ...rest, mode: { type: 'board' }, ...change }, changes: [] };
}

function tell(board: BoardState, message: string): KeyResult {
  return show(board, message === '' ? {} : { message });
}

function record(board: BoardState, changes: readonly SessionChange[], message = ''): KeyResult {
  return { ...tell(board, message), changes };
}

function travel(board: BoardState, type: 'undo' | 'redo'): KeyResult {
  const history = type === 'undo' ? board.session.undoable : board.session.redoable;
  if (!history) return tell(board, `nothing to ${type}`);
  return record(board, [{ type }], type === 'undo' ? 'undone; Ctrl-R does it again' : 'done again');
}

function pressInJump(board: BoardState, key: string): KeyResult {
  if (key === 'escape') return show(board);
  const to = JUMP_KEYS.indexOf(key);
  if (!board.session.open.rubric.dimensions[to]) {
    return { view: { ...board.view, message: 'no dimension there; Esc goes back' }, changes: [] };
  }
  return record(board, [{ type: 'go', to }]);
}

function openFlags(board: BoardState): KeyResult {
  const { redFlags } = board.session.open.rubric;
  if (redFlags.length === 0) return tell(board, 'this rubric has no red flags');
  const position = redFlags.findIndex(({ dimension }) => dimension === currentDimension(board.session)?.id);
  return show(board, { mode: { type: 'flags', at: Math.max(0, position) } });
}

function pressInFlags(board: BoardState, key: string): KeyResult {
  const { redFlags } = board.session.open.rubric;
  if (board.view.mode.type !== 'flags') return show(board);
  const { at } = board.view.mode;
  const move = (to: number) => show(board, { mode: { type: 'flags', at: (to + redFlags.length) % redFlags.length } });
  const flag = redFlags[/^[1-9]$/.test(key) ? Number(key) - 1 : at];
  const seen = board.session.content.flags.find(({ id }) => id === flag?.id);
  if (key === 'up' || key === 'down') return move(at + (key === 'up' ? -1 : 1));
  if (key === 'escape' || key === 'f' || key === 'q' || !flag) return show(board);
  if (key === 'x' && seen) return record(board, [{ type: 'unflag', flag: flag.id }], 'red flag taken back');
  if (key === 'return' || key === ' ' || /^[1-9]$/.test(key)) {
    return beginText(board.view, { type: 'flag', flag: flag.id }, lineOf(evidenceText(seen?.evidence ?? [])));
  }
  return { view: board.view, changes: [] };
}

function pressInKeys(board: BoardState, key: string): KeyResult {
  if (board.view.mode.type !== 'keys') return show(board);
  const { scroll } = board.view.mode;
  if (key === 'down' || key === ' ') return show(board, { mode: { type: 'keys', scroll: scroll + 1 } });
  if (key === 'up') return show(board, { mode: { type: 'keys', scroll: Math.max(0, scroll - 1) } });
  return show(board);
}
