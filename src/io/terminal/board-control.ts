import { type KeyPress, keyName } from '../../core/board/key-press.js';
import { EMPTY_LINE } from '../../core/board/line-edit.js';
import type { BoardState } from '../../core/board/state.js';
import { pasteText, pressKey, type Typing } from '../../core/board/typing.js';
import { keepHalfTyped } from '../../core/line/accept-line.js';
import { toVoteOn } from '../../core/line/names.js';
import { FIRST_VIEW, type LineView } from '../../core/line/view.js';
import type { Recorder } from '../store/store.js';
import { type Host, timestamp } from '../system/host.js';
import { createWatch, EACH_SECOND } from './away.js';
import { keyboardOf } from './keyboard.js';
import type { Picture } from './screen.js';
import { createStage } from './stage.js';

/** What the board needs: the layout comes from `render`, which this layer does not know. */
export interface BoardSetting {
  readonly recorder: Recorder;
  readonly host: Host;
  readonly layout: (state: BoardState, size: { columns: number; rows: number }) => Scrolled;
}

/** A picture, and where what is scrolled on it stands. */
type Scrolled = Picture & { readonly scroll?: { readonly offset: number } };

export type BoardOutcome = 'submit' | 'quit';

/** The board between the keys and the screen. */
export interface Board {
  /** The error of a bug that a key ran into. */
  readonly crash: unknown;
  /** Takes the terminal, which `stop` gives back. */
  enter(): void;
  /** Begins to listen; one of the two callbacks is called when it is over. */
  start(finish: (outcome: BoardOutcome) => void, fail: () => void): void;
  stop(): void;
  key(key: KeyPress): void;
  /** Records a half-typed line. */
  keep(): void;
  suspend(): void;
}

/** Milliseconds in which a second Ctrl-C leaves. */
const AGAIN = 2000;

export function createBoard({ recorder, host, layout }: BoardSetting): Board {
  let view: LineView = { ...FIRST_VIEW, message: toVoteOn(recorder.session) };
  let line = EMPTY_LINE;
  let since: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let leaveKeyboard = () => {};
  let last: KeyPress = {};
  const ending = createEnding();
  const watch = createWatch(recorder, host);
  const keyboard = keyboardOf(host);
  const state = (): BoardState => ({
    session: recorder.session,
    view,
    line,
    since,
    now: host.now().getTime(),
    failure: recorder.failure,
  });
  const draw = (): Picture => {
    const picture = layout(state(), { columns: host.stderr.columns, rows: host.stderr.rows });
    // A page past the end is none: the next one up is seen at once.
    const offset = picture.scroll?.offset;
    if (offset !== undefined && view.list) view = { ...view, list: { ...view.list, offset } };
    else if (offset !== undefined) view = { ...view, scroll: offset };
    return picture;
  };
  const stage = createStage(host, () => ending.guard(draw));
  const apply = ({ changes, next, ...typing }: Typing) => {
    if (changes.length > 0) watch.look();
    for (const change of changes) recorder.record(change);
    ({ view, line } = typing);
    if (line.text === '') since = undefined;
    else since ??= timestamp(host.now());
    if (next) ending.finish(next);
    else stage.paintSoon();
  };
  const onTick = () => {
    watch.look();
    if (recorder.failure !== undefined) recorder.retry();
    stage.paint();
  };
  const press = (key: KeyPress) => {
    // Of a line break as Windows has it, the second half.
    const isHalf = key.name === 'enter' && last.name === 'return';
    last = key;
    if (!isHalf) ending.guard(() => apply(pressKey(state(), key)));
  };
  const leaving = createLeaving(() => {
    view = { ...view, message: 'Ctrl-C again leaves; everything is kept' };
    stage.paintSoon();
  });
  return {
    get crash() {
      return ending.crash;
    },
    enter: stage.enter,
    start: (finish, fail) => {
      ending.listen(finish, fail);
      const leave = [
        keyboard.takePastes((text) => ending.guard(() => apply(pasteText(state(), text)))),
        keyboard.holdBack((key) => {
          if (keyName(key) !== 'ctrl-d' || line.text === '') return leaving.holds(key);
          // Readline, whose line is always empty, would take it for the end.
          press(key);
          return true;
        }),
      ];
      leaveKeyboard = () => {
        for (const stop of leave) stop();
      };
      timer = setInterval(onTick, EACH_SECOND);
      stage.paint();
    },
    stop: () => {
      clearInterval(timer);
      leaveKeyboard();
      stage.leave();
    },
    key: press,
    keep: () => {
      keyboard.flush();
      for (const change of keepHalfTyped(state(), line.text)) recorder.record(change);
      line = EMPTY_LINE;
    },
    suspend: stage.suspend,
  };
}

/** Ctrl-C, and Ctrl-D on an empty line: the first one only says so. */
function createLeaving(warn: () => void) {
  let warned: number | undefined;
  return {
    /** Whether the key goes no further. */
    holds: (key: KeyPress): boolean => {
      if (!['ctrl-c', 'ctrl-d'].includes(keyName(key))) return false;
      const now = performance.now();
      if (warned !== undefined && now - warned < AGAIN) return false;
      warned = now;
      warn();
      return true;
    },
  };
}

/** How the board ends: by a line, or by a bug that a key or a picture ran into. */
function createEnding() {
  let finish: (outcome: BoardOutcome) => void = () => {};
  let fail: () => void = () => {};
  let crash: unknown;
  return {
    get crash() {
      return crash;
    },
    finish: (outcome: BoardOutcome) => finish(outcome),
    listen: (onFinish: typeof finish, onFail: typeof fail) => {
      finish = onFinish;
      fail = onFail;
    },
    guard: <Result>(act: () => Result): Result | undefined => {
      try {
        return act();
      } catch (error) {
        crash ??= error;
        fail();
        return undefined;
      }
    },
  };
}
