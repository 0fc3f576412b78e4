import type { OpenEvent, SessionChange } from '../../src/core/interview/event.js';
import { applyEvent, createSession, type Session } from '../../src/core/interview/session.js';
import { acceptLine } from '../../src/core/line/accept-line.js';
import { pressEscape, pressPage, pressTab } from '../../src/core/line/keys.js';
import { recallEarlier, recallLater } from '../../src/core/line/recall.js';
import { FIRST_VIEW, type LineResult, type LineState, type LineView } from '../../src/core/line/view.js';
import type { Rubric } from '../../src/core/rubric/rubric.js';
import { openedWith } from './opening.js';

/** What a key does, or Enter, to the line as it stands. */
export type Key = 'enter' | 'tab' | 'shift-tab' | 'escape' | 'up' | 'down' | 'page-down' | 'page-up';

const KEYS: Readonly<Record<Key, (state: LineState, line: string) => LineResult>> = {
  enter: acceptLine,
  tab: (state, line) => pressTab(state, line, 'next'),
  'shift-tab': (state, line) => pressTab(state, line, 'previous'),
  escape: pressEscape,
  up: recallEarlier,
  down: recallLater,
  'page-down': (state, line) => pressPage(state, line, 'down'),
  'page-up': (state, line) => pressPage(state, line, 'up'),
};

/** An interview without a terminal: a line or a key at a time, a second apart. */
export interface TestLine {
  readonly session: Session;
  readonly view: LineView;
  readonly line: string;
  readonly message: string | undefined;
  readonly changes: readonly SessionChange[];
  readonly next: LineResult['next'];
  /** Types into the line. */
  type(text: string): TestLine;
  /** Puts another text in place of the line. */
  retype(text: string): TestLine;
  press(...keys: Key[]): TestLine;
  /** Types each line, with Enter. */
  enter(...lines: string[]): TestLine;
}

export function createTestLine(rubric: Rubric, more: Partial<OpenEvent> = {}): TestLine {
  let session = createSession({ ...openedWith(rubric), ...more });
  let view = FIRST_VIEW;
  let line = '';
  let next: LineResult['next'];
  let now = Date.parse('2026-11-20T14:00:00Z');
  const changes: SessionChange[] = [];
  const follow = (result: LineResult) => {
    for (const change of result.changes) {
      now += 1000;
      session = applyEvent(session, { at: new Date(now).toISOString(), ...change });
      changes.push(change);
    }
    ({ view, line, next } = result);
  };
  const test: TestLine = {
    get session() {
      return session;
    },
    get view() {
      return view;
    },
    get line() {
      return line;
    },
    get message() {
      return view.message;
    },
    get next() {
      return next;
    },
    changes,
    type: (text) => {
      line += text;
      return test;
    },
    retype: (text) => {
      line = text;
      return test;
    },
    press: (...keys) => {
      for (const key of keys) follow(KEYS[key]({ session, view }, line));
      return test;
    },
    enter: (...lines) => {
      for (const text of lines) {
        line = text;
        test.press('enter');
      }
      return test;
    },
  };
  return test;
}
