import type { KeyPress } from '../../core/board/key-press.js';
import { pressKey } from '../../core/board/press.js';
import { keepHalfTyped, looksPasted, pasteText } from '../../core/board/text.js';
import { type BoardState, FIRST_VIEW, type KeyResult, viewAfter } from '../../core/board/view.js';
import type { Recorder } from '../store/store.js';
import type { Host } from '../system/host.js';
import { editNotes } from './editor.js';
import { createPasteFilter } from './paste.js';
import type { Picture } from './screen.js';
import { createStage } from './stage.js';

/** What the board needs: the layout comes from `render`, which this layer does not know. */
export interface BoardSetting {
  readonly recorder: Recorder;
  readonly host: Host;
  readonly layout: (state: BoardState, size: { columns: number; rows: number }) => Picture;
}

export type BoardOutcome = 'submit' | 'quit';

/** The board between the keys and the screen. */
export interface Board {
  /** The error of a bug that a key ran into. */
  readonly crash: unknown;
  /** Whether the editor has the terminal, or had it a moment ago. */
  readonly isEditing: boolean;
  /** Takes the terminal, which `stop` gives back. */
  enter(): void;
  /** Begins to listen; one of the two callbacks is called when it is over. */
  start(finish: (outcome: BoardOutcome) => void, fail: () => void): void;
  stop(): void;
  key(key: KeyPress): void;
  /** Records a half-typed text. */
  keep(): void;
  suspend(): void;
}

/** Milliseconds between two looks at the clock, and at what could not be written. */
const TICK = 1000;

export function createBoard({ recorder, host, layout }: BoardSetting): Board {
  let view = FIRST_VIEW;
  let timer: NodeJS.Timeout | undefined;
  const ending = createEnding();
  const editor = createEditing(recorder, host);
  const state = (): BoardState => ({
    session: recorder.session,
    view,
    now: host.now().getTime(),
    failure: recorder.failure,
  });
  const stage = createStage(host, () =>
    ending.guard(() => layout(state(), { columns: host.stderr.columns, rows: host.stderr.rows })),
  );
  const apply = (step: KeyResult) => {
    const before = recorder.session;
    for (const change of step.changes) recorder.record(change);
    view = viewAfter(step.view, before, state());
    if (step.next === 'edit') {
      const message = stage.lend(editor.edit);
      if (message !== undefined) view = { ...view, message };
    }
    if (step.next === 'quit' || step.next === 'submit') ending.finish(step.next);
    else stage.paintSoon();
  };
  const keys = createPasteFilter({
    key: (key) => ending.guard(() => apply(pressKey(state(), key))),
    paste: (text, isSure) => ending.guard(() => apply(pasteText(state(), text, isSure))),
    looksPasted: (chunk) => looksPasted(chunk, view),
  });
  const onChunk = (chunk: Buffer | string) => keys.chunk(String(chunk));
  const onTick = () => {
    if (recorder.failure !== undefined) recorder.retry();
    stage.paint();
  };
  return {
    get crash() {
      return ending.crash;
    },
    get isEditing() {
      return editor.isEditing;
    },
    enter: stage.enter,
    start: (finish, fail) => {
      ending.listen(finish, fail);
      host.stdin.prependListener('data', onChunk);
      timer = setInterval(onTick, TICK);
      stage.paint();
    },
    stop: () => {
      clearInterval(timer);
      host.stdin.off('data', onChunk);
      stage.leave();
    },
    key: keys.key,
    keep: () => {
      keys.flush();
      for (const change of keepHalfTyped(state())) recorder.record(change);
    },
    suspend: stage.suspend,
  };
}

/** How the board ends: by a key, or by a bug that a key or a picture ran into. */
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

function createEditing(recorder: Recorder, host: Host) {
  let isEditing = false;
  return {
    get isEditing() {
      return isEditing;
    },
    edit: () => {
      isEditing = true;
      const message = editNotes(recorder, host);
      // A signal that came meanwhile is heard a moment later.
      setTimeout(() => {
        isEditing = false;
      }, 100);
      return message;
    },
  };
}
