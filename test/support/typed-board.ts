import type { KeyPress } from '../../src/core/board/key-press.js';
import { EMPTY_LINE } from '../../src/core/board/line-edit.js';
import type { Scene } from '../../src/core/board/scene.js';
import { sceneOf } from '../../src/core/board/scene-of.js';
import type { BoardState } from '../../src/core/board/state.js';
import { pasteText, pressKey, type Typing } from '../../src/core/board/typing.js';
import type { SessionChange } from '../../src/core/interview/event.js';
import { applyEvent, createSession } from '../../src/core/interview/session.js';
import { FIRST_VIEW } from '../../src/core/line/view.js';
import type { Rubric } from '../../src/core/rubric/rubric.js';
import { openedWith } from './opening.js';

/** A board without a terminal: a key at a time, a second apart. */
export interface TypedBoard {
  readonly state: BoardState;
  readonly scene: Scene;
  readonly changes: readonly SessionChange[];
  readonly ending: Typing['next'];
  /** Presses keys: single characters, or names in angle brackets (`<return>`, `<ctrl-u>`). */
  press(keys: string): TypedBoard;
  paste(text: string): TypedBoard;
}

export function createTypedBoard(rubric: Rubric): TypedBoard {
  const session = createSession(openedWith(rubric));
  let state: BoardState = { session, view: FIRST_VIEW, line: EMPTY_LINE, now: Date.parse(session.startedAt) };
  const changes: SessionChange[] = [];
  let ending: Typing['next'];
  const follow = (act: (state: BoardState) => Typing) => {
    state = { ...state, now: state.now + 1000 };
    const step = act(state);
    const at = new Date(state.now).toISOString();
    const after = step.changes.reduce((one, change) => applyEvent(one, { at, ...change }), state.session);
    changes.push(...step.changes);
    state = { ...state, session: after, view: step.view, line: step.line };
    ending = step.next ?? ending;
  };
  const board: TypedBoard = {
    get state() {
      return state;
    },
    get scene() {
      return sceneOf(state);
    },
    changes,
    get ending() {
      return ending;
    },
    press: (keys) => {
      for (const [key] of keys.matchAll(/<[a-z-]+>|./gsu)) follow((now) => pressKey(now, keyPress(key)));
      return board;
    },
    paste: (text) => {
      follow((now) => pasteText(now, text));
      return board;
    },
  };
  return board;
}

function keyPress(key: string): KeyPress {
  if (!/^<[a-z-]+>$/.test(key)) return { sequence: key, name: key.toLowerCase() };
  const name = key.slice(1, -1);
  if (name === 'shift-tab') return { name: 'tab', shift: true };
  const [, held, letter] = /^(ctrl|meta)-(.+)$/.exec(name) ?? [];
  return held ? { name: letter, [held]: true } : { name };
}
