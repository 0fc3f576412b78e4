import { createInterface } from 'node:readline';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { Interruption } from '../../errors.js';
import { canAsk, type Host, type Signal } from '../system/host.js';
import { keyboardOf } from './keyboard.js';

/** Asks on stderr, reads answers line by line: from a keyboard or a pipe, none lost. */
export interface LineReader {
  /** The next line; `undefined` at the end of the input. @throws Interruption on Ctrl-C, SIGTERM and SIGHUP */
  read(prompt: TerminalText): Promise<string | undefined>;
  /** Shows the user a text. */
  say(text: TerminalText): void;
  close(): void;
}

export function createLineReader(host: Host): LineReader {
  const isKeyboard = canAsk(host);
  const lines = createInterface({
    input: isKeyboard ? keyboardOf(host).input : host.stdin,
    ...(isKeyboard ? { output: host.stderr.stream } : {}),
    terminal: isKeyboard,
    historySize: 0,
  });
  const waiting: string[] = [];
  let isEnded = false;
  let signal: Signal | undefined;
  let wake: () => void = () => {};
  const interrupt = (kind: Signal) => {
    signal = kind;
    wake();
  };
  lines.on('line', (line) => {
    waiting.push(line);
    wake();
  });
  lines.on('close', () => {
    isEnded = true;
    wake();
  });
  lines.on('SIGINT', () => interrupt('SIGINT'));
  const stopListening = host.onSignal(interrupt);
  return {
    read: async (prompt) => {
      // For where the cursor is; written below, since readline would move the cursor first, which screen readers read
      // out.
      lines.setPrompt(prompt);
      host.stderr.write(prompt);
      while (waiting.length === 0 && !isEnded && !signal) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (signal) throw new Interruption(signal, lines.line);
      const line = waiting.shift();
      // A terminal does not echo what came through a pipe: end the prompt's line.
      if (!isKeyboard || line === undefined) host.stderr.write(say`\n`);
      return line;
    },
    say: (text) => host.stderr.write(text),
    close: () => {
      stopListening();
      lines.close();
    },
  };
}
