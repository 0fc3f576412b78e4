import { keyName } from '../../core/board/key-press.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { Interruption } from '../../errors.js';
import type { Host } from '../system/host.js';
import { keyboardOf } from './keyboard.js';
import type { LineReader } from './line-reader.js';

export interface Choice {
  readonly value: string;
  readonly name: TerminalText;
}

/** Asks for what a flag did not say. Prompts go to stderr. */
export interface Prompter {
  /** A line that is not empty; `undefined` at the end of the input. */
  text(message: TerminalText): Promise<string | undefined>;
  /** One of the choices; `undefined` at the end of the input. */
  choose(message: TerminalText, choices: readonly Choice[]): Promise<string | undefined>;
}

/** The keys that end the input. */
const LEAVING: ReadonlySet<string> = new Set(['ctrl-d', 'escape']);

/** Prompts with arrow keys and redrawing, for a terminal. */
export function createKeyPrompter(host: Host): Prompter {
  const prompt = async (question: object): Promise<string | undefined> => {
    const { default: inquirer } = await import('inquirer');
    const keyboard = keyboardOf(host);
    const leaving = new AbortController();
    const leave = () => leaving.abort();
    keyboard.input.on('end', leave);
    // Inquirer itself knows neither of them, nor that a terminal has gone.
    const stop = keyboard.holdBack((key) => {
      const isEnd = LEAVING.has(keyName(key));
      if (isEnd) leave();
      return isEnd;
    });
    const ask = inquirer.createPromptModule({
      input: keyboard.input,
      output: host.stderr.stream as NodeJS.WriteStream,
      signal: leaving.signal,
    });
    try {
      const { answer } = await ask<{ answer: string }>({ answer: question } as never);
      return answer.trim();
    } catch (error) {
      // Inquirer's own name for Ctrl-C.
      if (error instanceof Error && error.name === 'ExitPromptError') throw new Interruption('SIGINT');
      if (leaving.signal.aborted) return undefined;
      throw error;
    } finally {
      stop();
      keyboard.input.off('end', leave);
    }
  };
  return {
    text: (message) =>
      prompt({ type: 'input', message, validate: (value: string) => value.trim() !== '' || 'this is needed' }),
    choose: (message, choices) => prompt({ type: 'select', message, choices, loop: false }),
  };
}

/** Prompts line by line, for screen readers and pipes. */
export function createLinePrompter(lines: LineReader): Prompter {
  const text = async (message: TerminalText): Promise<string | undefined> => {
    for (;;) {
      const line = await lines.read(say`${message}: `);
      if (line === undefined || line.trim() !== '') return line?.trim();
    }
  };
  return {
    text,
    choose: async (message, choices) => {
      lines.say(choices.map(({ name }, at) => say`${at + 1}: ${name}\n`).join(''));
      for (;;) {
        const answer = await text(say`${message} (1 to ${choices.length})`);
        if (answer === undefined) return undefined;
        const chosen = choices[Number(answer) - 1] ?? choices.find(({ value }) => value === answer);
        if (chosen) return chosen.value;
        lines.say(say`"${clean(answer)}" is none of them.\n`);
      }
    },
  };
}
