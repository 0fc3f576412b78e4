import process from 'node:process';
import { pressKey } from '../../core/board-press.js';
import { keepHalfTyped, looksPasted, pasteText } from '../../core/board-text.js';
import { type BoardState, FIRST_VIEW, type Step, settleView } from '../../core/board-view.js';
import type { Host } from '../host.js';
import type { Recorder } from '../recorder.js';
import { editNotes } from './edit-notes.js';
import { createPasteFilter, type PasteFilter } from './paste.js';
import { createScreen, type Picture } from './screen.js';

/** What the board needs: the layout comes from `render`, which this layer doesn't know. */
export interface BoardSetting {
  readonly recorder: Recorder;
  readonly host: Host;
  readonly layout: (state: BoardState, size: { columns: number; rows: number }) => Picture;
}

export type BoardOutcome = 'submit' | 'quit';

/** The board between the keys and the screen. */
export interface Board {
  readonly keys: PasteFilter;
  /** A bug that a key ran into. */
  readonly crash: unknown;
  /** Whether the editor has the terminal, or had it a moment ago. */
  readonly isEditing: boolean;
  /** Takes the second screen, which `stop` gives back. */
  enter(): void;
  start(finish: (outcome: BoardOutcome) => void, fail: () => void): void;
  stop(): void;
  /** Records what is half typed. */
  keep(): void;
  /** Ctrl-Z: gives the terminal back and stops, until `fg`. */
  suspend(): void;
}

/** Milliseconds between two looks at the clock, and at what could not be written. */
const TICK = 1000;

export function createBoard({ recorder, host, layout }: BoardSetting): Board {
  const screen = createScreen(host.stderr);
  let view = FIRST_VIEW;
  let isEditing = false;
  let finish: (outcome: BoardOutcome) => void = () => {};
  let fail: () => void = () => {};
  let crash: unknown;
  let timer: NodeJS.Timeout | undefined;
  const state = (): BoardState => ({
    session: recorder.session,
    view,
    now: host.now().getTime(),
    failure: recorder.failure,
  });
  const paint = () => screen.paint(layout(state(), { columns: host.stderr.columns, rows: host.stderr.rows }));
  const guarded = (act: () => void) => {
    try {
      act();
    } catch (error) {
      crash = error;
      fail();
    }
  };
  // Once for all keys of a burst.
  let isPaintDue = false;
  const paintSoon = () => {
    if (isPaintDue) return;
    isPaintDue = true;
    setImmediate(() => {
      isPaintDue = false;
      guarded(paint);
    });
  };
  const takeTerminal = () => {
    screen.leave();
    // Twice: the stream believes that nothing has changed while another program had the terminal.
    setRaw(host, false);
    setRaw(host, true);
    screen.enter();
    paint();
  };
  const edit = () => {
    isEditing = true;
    screen.leave();
    setRaw(host, false);
    const message = editNotes(recorder, host);
    view = message === undefined ? view : { ...view, message };
    takeTerminal();
    setTimeout(() => {
      isEditing = false;
    }, 100);
  };
  const follow = (step: Step) => {
    const before = recorder.session;
    for (const change of step.changes) recorder.record(change);
    view = settleView(step.view, before, state());
    if (step.next === 'edit') edit();
    else if (step.next === undefined) paintSoon();
    else finish(step.next);
  };
  const keys = createPasteFilter({
    key: (key) => guarded(() => follow(pressKey(state(), key))),
    paste: (text, isSure) => guarded(() => follow(pasteText(state(), text, isSure))),
    looksPasted: (chunk) => looksPasted(chunk, view),
  });
  const onChunk = (chunk: Buffer | string) => keys.chunk(String(chunk));
  const onResize = () => {
    screen.forget();
    guarded(paint);
  };
  return {
    keys,
    get crash() {
      return crash;
    },
    get isEditing() {
      return isEditing;
    },
    enter: () => screen.enter(),
    start: (done, broken) => {
      finish = done;
      fail = broken;
      host.stdin.prependListener('data', onChunk);
      host.stderr.stream.on('resize', onResize);
      process.on('SIGCONT', takeTerminal);
      timer = setInterval(() => {
        if (recorder.failure !== undefined) recorder.retry();
        guarded(paint);
      }, TICK);
      paint();
    },
    stop: () => {
      clearInterval(timer);
      host.stdin.off('data', onChunk);
      host.stderr.stream.off('resize', onResize);
      process.off('SIGCONT', takeTerminal);
      screen.leave();
    },
    keep: () => {
      keys.flush();
      for (const change of keepHalfTyped(state())) recorder.record(change);
    },
    suspend: () => {
      screen.leave();
      setRaw(host, false);
      process.kill(0, 'SIGTSTP');
      // Where nobody could wake a stopped program, the system doesn't stop it: then the board comes back by itself.
      setTimeout(() => {
        if (!screen.isOpen) takeTerminal();
      }, 100);
    },
  };
}

function setRaw({ stdin }: Pick<Host, 'stdin'>, isRaw: boolean): void {
  if ('setRawMode' in stdin && typeof stdin.setRawMode === 'function') stdin.setRawMode(isRaw);
}
