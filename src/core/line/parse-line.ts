import { isOnScale, type Scale } from '../rubric/scale.js';
import type { VerdictWord } from '../scoring/verdict.js';
import { shorten } from '../text/wording.js';
import { type CommandName, commandsOf } from './commands.js';

/** Where a line is typed, and what its numbers can mean there. */
export interface LineContext {
  readonly place: 'board' | 'review';
  readonly scale: Scale;
  /** How many dimensions there are. */
  readonly dimensions: number;
}

/** What in a line looked like more than a note, and was none. */
export type NoteHint = 'off-scale' | 'only-alone' | 'bare-command' | 'no-such-command' | 'number-in-review';

/** What a line is. Words stand in it as they were typed. */
export type ParsedLine =
  | { readonly type: 'empty' }
  | { readonly type: 'note'; readonly text: string; readonly hint?: NoteHint }
  | { readonly type: 'rate'; readonly rating: number }
  | { readonly type: 'verdict'; readonly is: VerdictWord }
  | { readonly type: 'command'; readonly name: CommandName; readonly words: string }
  /** `number` as on the screen; 0 is the review. */
  | { readonly type: 'go'; readonly number: number }
  /** `number` as on the screen; 0 is the interview as a whole. */
  | { readonly type: 'file'; readonly number: number; readonly text: string }
  | { readonly type: 'rate-there'; readonly number: number; readonly rating: number }
  /** Nothing is done; the line stays as it is. */
  | { readonly type: 'keep'; readonly why: string };

/** The verdicts as they are typed. */
const VERDICT_WORDS: ReadonlyMap<string, VerdictWord> = new Map([
  ['strong yes', 'strong-yes'],
  ['yes', 'yes'],
  ['no', 'no'],
  ['strong no', 'strong-no'],
  ['undecided', 'no-decision'],
]);

/** The verdicts in the words that give them. */
export const VERDICT_CHOICES = [...VERDICT_WORDS.keys()].join(' · ');

/** A verdict in the words that give it. */
export function verdictInWords(is: VerdictWord): string {
  return [...VERDICT_WORDS].find(([, word]) => word === is)?.[0] ?? is;
}

/** What people type who take the line for a prompt of commands. */
const BARE_COMMANDS: ReadonlySet<string> = new Set([
  'help',
  'next',
  'undo',
  'review',
  'submit',
  'quit',
  'exit',
  'skip',
  'back',
  'q',
  ':q',
  ':w',
  ':wq',
]);

/** What a typed line is. Total: whatever is neither a rating nor a command is a note. */
export function parseLine(typed: string, context: LineContext): ParsedLine {
  const text = typed.trim();
  if (text === '') return { type: 'empty' };
  const plain = text.normalize('NFKC').trim();
  if (plain === '?') return { type: 'command', name: 'help', words: '' };
  if (plain.startsWith('/')) return parseSlash(text, context);
  return context.place === 'board' ? parseOnBoard(text, plain, context) : parseInReview(text, plain);
}

function parseOnBoard(text: string, plain: string, { scale }: LineContext): ParsedLine {
  const rating = ratingTyped(plain, scale);
  if (rating !== undefined) return { type: 'rate', rating };
  return { type: 'note', text, ...hinted(hintOnBoard(plain, scale)) };
}

function hintOnBoard(plain: string, scale: Scale): NoteHint | undefined {
  if (isNumber(plain)) return 'off-scale';
  if (BARE_COMMANDS.has(plain.toLowerCase())) return 'bare-command';
  const [, number = ''] = /^(\S+?)(?:[:.]| -) \S/.exec(plain) ?? [];
  return ratingTyped(number, scale) === undefined ? undefined : 'only-alone';
}

function parseInReview(text: string, plain: string): ParsedLine {
  const verdict = VERDICT_WORDS.get(plain.toLowerCase().replace(/[\s-]+/g, ' '));
  if (verdict !== undefined) return { type: 'verdict', is: verdict };
  return { type: 'note', text, ...hinted(isNumber(plain) ? 'number-in-review' : undefined) };
}

/** A line whose first sign is a `/`, whatever its width. */
function parseSlash(text: string, context: LineContext): ParsedLine {
  const head = /^\S+/.exec(text)?.[0] ?? text;
  const words = text.slice(head.length).trim();
  const word = head.normalize('NFKC').slice(1);
  if (word.startsWith('/')) return { type: 'note', text: withoutFirst(text) };
  if (isCount(word) && Number(word) <= context.dimensions) return parseThere(Number(word), words, context);
  if (words === '') return parseWord(word.toLowerCase(), text);
  const [command, ...others] = commandsOf(word.toLowerCase(), true);
  const isOne = command !== undefined && others.length === 0;
  const takes = isOne ? command.takes : undefined;
  const isMeant = takes === 'words' || (takes === 'number' && isNumber(words.normalize('NFKC')));
  return command && isMeant
    ? { type: 'command', name: command.name, words }
    : { type: 'note', text, hint: 'no-such-command' };
}

/** The first sign may be of two UTF-16 units. */
function withoutFirst(text: string): string {
  return [...text].slice(1).join('').trim() || text;
}

function parseThere(number: number, words: string, { scale }: LineContext): ParsedLine {
  if (words === '') return { type: 'go', number };
  const rating = number === 0 ? undefined : ratingTyped(words.normalize('NFKC'), scale);
  return rating === undefined ? { type: 'file', number, text: words } : { type: 'rate-there', number, rating };
}

function parseWord(word: string, text: string): ParsedLine {
  if (word === '')
    return { type: 'keep', why: 'the commands are in the list · //text notes a line that begins with /' };
  const [command, ...others] = commandsOf(word, false);
  if (command && others.length === 0) return { type: 'command', name: command.name, words: '' };
  if (command) {
    const names = [command, ...others].map(({ name }) => `/${name}`);
    return { type: 'keep', why: `${names.slice(0, -1).join(', ')} or ${names.at(-1)}?` };
  }
  if (!/^\p{L}+$/u.test(word)) return { type: 'note', text, hint: 'no-such-command' };
  return { type: 'keep', why: `no command ${shorten(text)}; /${shorten(text)} notes it` };
}

/** The rating that a text is, in plain digits: `3.5` only where the scale has it, and never `4.0` or `04`. */
export function ratingTyped(plain: string, scale: Scale): number | undefined {
  const rating = Number(plain);
  return plain !== '' && String(rating) === plain && isOnScale(rating, scale) ? rating : undefined;
}

function isNumber(plain: string): boolean {
  return /^[+-]?\d+([.,]\d+)?$/.test(plain);
}

/** A number from 0 as it is counted with, without zeros in front. */
function isCount(plain: string): boolean {
  return /^(0|[1-9]\d{0,3})$/.test(plain);
}

function hinted(hint: NoteHint | undefined): { readonly hint?: NoteHint } {
  return hint === undefined ? {} : { hint };
}
