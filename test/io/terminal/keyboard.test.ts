import { createInterface } from 'node:readline';
import { PassThrough, Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeyPress } from '../../../src/core/board/key-press.js';
import { createKeyboard } from '../../../src/io/terminal/keyboard.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A keyboard that readline reads, as the board has it. */
function open() {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const keyboard = createKeyboard(stdin);
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const readline = createInterface({ input: keyboard.input, output, terminal: true });
  const keys: (string | undefined)[] = [];
  keyboard.input.on('keypress', (_text: string | undefined, key: KeyPress) => keys.push(key.name));
  /** What comes in one read. */
  const send = async (bytes: string) => {
    stdin.write(bytes);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { stdin, keyboard, readline, keys, send };
}

test('what readline gets is the text, and no answer of the terminal', async () => {
  const { readline, send } = open();
  await send('\u001b]11;rgb:1e1e');
  vi.advanceTimersByTime(900);
  await send('/1e1e/2e2e\u0007Ad');
  await send('a\u001b[D\u001b[<64;1;1M');
  expect([readline.line, readline.cursor]).toEqual(['Ada', 2]);
});

test('Enter ends a line, with all that stood before it in the same read', async () => {
  const { readline, send } = open();
  const lines: string[] = [];
  readline.on('line', (line) => lines.push(line));
  await send('很好\r4\r');
  expect(lines).toEqual(['很好', '4']);
});

test('a lone Esc waits 200 ms for an arrow key', async () => {
  const { keys, send } = open();
  await send('\u001b');
  vi.advanceTimersByTime(190);
  await send('[A');
  await send('\u001b');
  vi.advanceTimersByTime(199);
  expect(keys).toEqual(['up']);
  vi.advanceTimersByTime(1);
  expect(keys).toEqual(['up', 'escape']);
});

test('a letter typed soon after Esc is a letter', async () => {
  const { keys, readline, send } = open();
  await send('\u001b');
  vi.advanceTimersByTime(60);
  await send('d');
  expect(keys).toEqual(['escape', 'd']);
  expect(readline.line).toBe('d');
});

test('a sequence that breaks off is over after a second, and keys are keys again', async () => {
  const { readline, send } = open();
  await send('\u001b]11;rgb:');
  vi.advanceTimersByTime(1000);
  await send('4');
  expect(readline.line).toBe('4');
});

test('a paste goes to who asked for it, else into the line', async () => {
  const { keyboard, readline, send } = open();
  await send('\u001b[200~Ada\nExample\u001b[201~');
  expect(readline.line).toBe('Ada Example');
  const pastes: string[] = [];
  const leave = keyboard.takePastes((text) => pastes.push(text));
  await send('\u001b[200~a\nb\u001b[201~');
  await send('\u001b[200~no end');
  vi.advanceTimersByTime(1000);
  expect(pastes).toEqual(['a\nb', 'no end']);
  leave();
  await send('\u001b[200~!\u001b[201~');
  expect(readline.line).toBe('Ada Example!');
});

test('nothing is read while nobody listens, and nothing is lost', async () => {
  const { keyboard, readline, send } = open();
  keyboard.input.pause();
  await send('4');
  expect(readline.line).toBe('');
  keyboard.input.resume();
  await new Promise((resolve) => setImmediate(resolve));
  expect(readline.line).toBe('4');
});

test('the end of the input is an end here too', async () => {
  const { stdin, readline } = open();
  const closed = new Promise((resolve) => {
    readline.on('close', () => resolve('closed'));
  });
  stdin.end();
  expect(await closed).toBe('closed');
});

test('a terminal that goes while it is let go ends nothing else', async () => {
  const { stdin, readline } = open();
  readline.close();
  expect(() => stdin.emit('error', new Error('setRawMode EIO'))).not.toThrow();
});
