import { signName } from '../text/sign-name.js';
import { shorten } from '../text/wording.js';

/** What was slipped in a YAML file that somebody wrote by hand: each with its cure. */
export const YAML_WORDS = {
  /** `more`: how many further lines have the same. */
  'indent-space': ({ sign, more }: { sign: string; more: number }) =>
    `${signName(sign).many} where the indentation needs plain ${sign === '\t' ? 'spaces' : 'ones'}${more === 0 ? '' : `, here and on ${more} more ${more === 1 ? 'line' : 'lines'}`}`,
  'unquoted-colon': ({ text }: { text: string }) =>
    `text with a colon needs quotes${/^[“”„«‘]/.test(text) ? ` (${text[0]} is not one of YAML's)` : ''}: "${shorten(text)}"`,
  'unquoted-start': ({ sign }: { sign: string }) => `text that begins with "${sign}" needs quotes`,
  'open-quote': ({ quote }: { quote: string }) =>
    `the quote ${quote} that opens here is not closed; close it where the text ends`,
  'quote-inside': ({ quote }: { quote: string }) =>
    quote === "'"
      ? "the text goes on after its closing quote; double a ' inside of quotes ('don''t'), or put double quotes around all of it"
      : 'the text goes on after its closing quote; write \\" for a quote inside of it, or put single quotes around all of it',
  'bad-escape': ({ written }: { written: string }) =>
    `${written} means nothing between double quotes; double the backslash, or use single quotes`,
  /** `instead`: another kind of space. */
  'no-space': ({ after, instead }: { after: string; instead?: string | undefined }) =>
    instead === undefined
      ? `a space is missing after "${after}"; if this is text, put it in quotes`
      : `${signName(instead).one} after "${after}" where a plain space is needed`,
  'wide-colon': () => `"：" (U+FF1A) ends no key; write ":" and a space`,
  'list-mark': ({ sign }: { sign: string }) =>
    `"${sign}" (${signName(sign).code}) does not begin a list item; write "-" and a space, or quote the text`,
  'bad-indent': ({ is, should }: { is: number; should: number }) =>
    `the line is indented by ${is} ${is === 1 ? 'space' : 'spaces'}, where ${should} ${should === 1 ? 'is' : 'are'} needed`,
  'list-in-text': () =>
    'a list item would go on with the text above it; begin that one with "-" too, or quote the text',
  'missing-comma': ({ key }: { key: string }) => `a comma is missing before ${shorten(key)}`,
  'open-bracket': ({ open, close }: { open: string; close: string }) =>
    `the "${open}" that opens here is not closed; close it with "${close}"`,
  'cut-in-braces': ({ text, rest }: { text: string; rest: string }) =>
    `a comma ends "${shorten(text)}", and "${shorten(rest)}" is a key without a value; ${
      /^-?\d+$/.test(text) && /^\d+$/.test(rest) ? `write ${text}.${rest}` : 'quote the text'
    }`,
  /** What cannot be read and is none of the slips above. */
  yaml: ({ what }: { what: keyof typeof UNREAD }) => UNREAD[what],
} satisfies Record<string, (about: never) => string>;

const UNREAD = {
  indent: 'the line does not fit those around it: its indentation is another, or a list and keys stand side by side',
  key: 'the line does not fit those around it: a list and keys stand side by side, or text with a colon has no quotes',
  missing: 'something is missing here: a ":" with a space after a key, a closing quote or bracket, or a comma',
  surplus:
    'this does not fit what stands before it: a list and keys stand side by side, or text with signs has no quotes',
  'long-key': 'a key has more than 1024 characters; text with a colon needs quotes',
  line: 'the line cannot be read; text with signs that mean something in YAML needs quotes',
} as const;
