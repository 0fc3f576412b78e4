import process from 'node:process';
import type { Host } from '../system/host.js';
import { createScreen, type Picture } from './screen.js';

/** The terminal in the board's hands: drawn on, given back to the shell, taken again. */
export interface Stage {
  enter(): void;
  leave(): void;
  paint(): void;
  /** Paints once for all keys of a burst. */
  paintSoon(): void;
  /** Ctrl-Z: gives the terminal back and stops, until `fg`. */
  suspend(): void;
}

/** `draw` gives the picture to show; `undefined` where there is nothing to draw any more. */
export function createStage(host: Host, draw: () => Picture | undefined): Stage {
  const screen = createScreen(host.stderr);
  const paint = () => {
    const picture = draw();
    if (picture) screen.paint(picture);
  };
  const retake = () => {
    screen.leave();
    // Twice: the stream believes that nothing has changed while another program had the terminal.
    setRaw(host, false);
    setRaw(host, true);
    screen.enter();
    paint();
  };
  const giveBack = () => {
    screen.leave();
    setRaw(host, false);
  };
  const onResize = () => {
    screen.forget();
    paint();
  };
  return {
    enter: () => {
      // Not the stream's `resize`: a window that shrank and grew back between two looks has cropped the picture, and its
      // size is what it was.
      process.on('SIGWINCH', onResize);
      process.on('SIGCONT', retake);
      screen.enter();
    },
    leave: () => {
      process.off('SIGWINCH', onResize);
      process.off('SIGCONT', retake);
      screen.leave();
    },
    paint,
    paintSoon: once(paint),
    suspend: () => {
      giveBack();
      process.kill(0, 'SIGTSTP');
      // Where nobody could wake a stopped program, the system does not stop it: the board then comes back by itself.
      setTimeout(() => {
        if (!screen.isOpen) retake();
      }, 100);
    },
  };
}

/** Makes many calls in a row lead to one, as soon as they are over. */
function once(act: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      act();
    });
  };
}

function setRaw({ stdin }: Pick<Host, 'stdin'>, isRaw: boolean): void {
  if ('setRawMode' in stdin && typeof stdin.setRawMode === 'function') stdin.setRawMode(isRaw);
}
