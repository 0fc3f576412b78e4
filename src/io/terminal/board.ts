import { createPrompt, useEffect, useKeypress } from '@inquirer/core';
import { Interruption } from '../../errors.js';
import type { Signal } from '../system/host.js';
import { type Board, type BoardOutcome, type BoardSetting, createBoard } from './board-control.js';
import { keyboardOf } from './keyboard.js';

/** Runs the interview on the board. Each key is on disk before the screen shows it. @throws Interruption */
export async function runBoard(setting: BoardSetting): Promise<BoardOutcome> {
  const board = createBoard(setting);
  const ending = new AbortController();
  let signal: Signal | undefined;
  const stopListening = setting.host.onSignal((kind) => {
    signal = kind;
    ending.abort();
  });
  // Around the prompt, so that its own line breaks stay on the second screen.
  board.enter();
  try {
    return await boardPrompt(
      { board, hangUp: () => ending.abort() },
      {
        input: keyboardOf(setting.host).input,
        output: setting.host.stderr.stream as NodeJS.WriteStream,
        signal: ending.signal,
      },
    );
  } catch (error) {
    board.keep();
    if (board.crash !== undefined) throw board.crash;
    // Inquirer's own name for Ctrl-C.
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interruption('SIGINT');
    if (signal !== undefined) throw new Interruption(signal);
    // The input has ended: Ctrl-D, or a terminal that has gone.
    if (error instanceof Error && error.name === 'AbortPromptError') return 'quit';
    throw error;
  } finally {
    stopListening();
    board.stop();
  }
}

interface PromptParts {
  readonly board: Board;
  readonly hangUp: () => void;
}

/** Inquirer's part: the life of the prompt and its keys. It draws nothing: the board paints a screen of its own. */
const boardPrompt = createPrompt<BoardOutcome, PromptParts>(({ board, hangUp }, done) => {
  useEffect((readline) => {
    readline.on('close', hangUp);
    readline.on('error', hangUp);
    readline.on('SIGTSTP', board.suspend);
    board.start(done, hangUp);
  }, []);
  useKeypress((key, readline) => {
    readline.clearLine(0);
    board.key(key);
  });
  return '';
});
