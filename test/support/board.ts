import type { KeyPress } from '../../src/core/board/key-press.js';
import { pressKey } from '../../src/core/board/press.js';
import { pasteText } from '../../src/core/board/text.js';
import { type BoardState, FIRST_VIEW, type KeyResult, viewAfter } from '../../src/core/board/view.js';
import type { SessionChange } from '../../src/core/interview/event.js';
import { applyEvent, createSession } from '../../src/core/interview/session.js';
import type { Rubric } from '../../src/core/rubric/rubric.js';

/** A board without a terminal: a key at a time, a second apart. */
export interface TestBoard {
  readonly state: BoardState;
  readonly changes: readonly SessionChange[];
  readonly ending: KeyResult['next'];
  /** Presses keys: single characters, or names in angle brackets (`<return>`). */
  press(keys: string): TestBoard;
  paste(text: string): TestBoard;
}

const START = Date.parse('2026-11-20T14:00:00Z');

interface Names {
  readonly candidate?: string;
  readonly interviewer?: string;
}

export function createTestBoard(
  rubric: Rubric,
  { candidate = 'Ada Example', interviewer = 'R. Panel' }: Names = {},
): TestBoard {
  const at = new Date(START).toISOString();
  const open = {
    type: 'open',
    schemaVersion: 1,
    id: 'test',
    candidate: { name: candidate },
    interviewer: { name: interviewer },
    rubric,
    sha256: '',
  } as const;
  let state: BoardState = { session: createSession({ at, ...open }), view: FIRST_VIEW, now: START };
  const changes: SessionChange[] = [];
  let ending: KeyResult['next'];
  const follow = (act: (state: BoardState) => KeyResult) => {
    const before = state.session;
    state = { ...state, now: state.now + 1000 };
    const step = act(state);
    const at = new Date(state.now).toISOString();
    const session = step.changes.reduce((session, change) => applyEvent(session, { at, ...change }), before);
    changes.push(...step.changes);
    state = { ...state, session };
    state = { ...state, view: viewAfter(step.view, before, state) };
    ending = step.next ?? ending;
  };
  const board: TestBoard = {
    get state() {
      return state;
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
      follow((now) => pasteText(now, text, true));
      return board;
    },
  };
  return board;
}

function keyPress(key: string): KeyPress {
  if (!/^<[a-z-]+>$/.test(key)) return { sequence: key, name: key.toLowerCase() };
  const name = key.slice(1, -1);
  if (name === 'shift-tab') return { name: 'tab', shift: true };
  if (name.startsWith('ctrl-')) return { name: name.slice(5), ctrl: true };
  // As Node reports a lone Esc.
  return name === 'escape' ? { name, meta: true, sequence: '\u001b' } : { name };
}
