import { keyName } from '../../core/board/key-press.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { Interruption } from '../../errors.js';
import type { Host } from '../system/host.js';
import type { Asking, NameAnswer, NameQuestion } from './ask-name.js';
import { keyboardOf } from './keyboard.js';
import type { LineReader } from './line-reader.js';

export interface Choice {
  readonly value: string;
  readonly name: TerminalText;
}

/** Asks for what a flag did not say. Prompts go to stderr. */
export interface Prompter {
  /** A line that is not empty; `begun` stands on it, to be mended. `undefined` at the end of the input. */
  text(message: TerminalText, begun?: string): Promise<string | undefined>;
  /** A name, with the names that are known at hand; `undefined` at the end of the input. */
  name(question: NameQuestion): Promise<NameAnswer | undefined>;
  /** One of the choices; `undefined` at the end of the input. */
  choose(message: TerminalText, choices: readonly Choice[]): Promise<string | undefined>;
}

/** The keys that end the input. */
const LEAVING: ReadonlySet<string> = new Set(['ctrl-d', 'escape']);

/** Prompts with arrow keys and redrawing, for a terminal. */
export function createKeyPrompter(host: Host): Prompter {
  const prompt = async (question: object): Promise<string | undefined> =>
    atKeyboard(host, async ({ input, output, signal }) => {
      const { default: inquirer } = await import('inquirer');
      const ask = inquirer.createPromptModule({ input, output, signal });
      const { answer } = await ask<{ answer: string }>({ answer: question } as never);
      return answer.trim();
    });
  return {
    text: (message, begun) =>
      prompt({
        type: 'input',
        message,
        ...(begun ? { default: begun, prefill: 'editable' } : {}),
        validate: (value: string) => value.trim() !== '' || 'this is needed',
      }),
    name: (question) =>
      atKeyboard(host, async (terminal) => {
        const { askName } = await import('./ask-name.js');
        return askName(question, terminal);
      }),
    choose: (message, choices) => prompt({ type: 'select', message, choices, loop: false }),
  };
}

/** `undefined` where the input ended at the question. @throws Interruption on Ctrl-C */
async function atKeyboard<Answer>(host: Host, ask: (terminal: Asking) => Promise<Answer>): Promise<Answer | undefined> {
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
  const output = host.stderr.stream as NodeJS.WriteStream;
  try {
    return await ask({ input: keyboard.input, output, signal: leaving.signal });
  } catch (error) {
    // Inquirer's own name for Ctrl-C.
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interruption('SIGINT');
    if (leaving.signal.aborted) return undefined;
    throw error;
  } finally {
    stop();
    keyboard.input.off('end', leave);
  }
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
    name: async (question) => {
      await question.later;
      lines.say(question.about());
      const name = await text(question.message);
      return name === undefined ? undefined : { type: 'name', name };
    },
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
