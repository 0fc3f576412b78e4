import { createMistake } from '../../../core/problem.js';
import { closerOf, closingQuote } from './find-closing.js';
import { colonSlip, escapeSlip, quoteSlip, type Slip, startSlip, textSlip } from './slip.js';

/** What stands between two commas or brackets, without the white space around it. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** Whether it stands in braces, where a key is needed. */
  readonly inBraces: boolean;
  /** Whether a list or a map follows it at once: it ends with the colon of a key. */
  readonly opens: boolean;
  /** The part before the comma in front of it. */
  readonly before: { readonly from: number; readonly to: number } | undefined;
}

/** What is slipped between brackets; `to` is the place behind the closing one. */
export function flowSlips(text: string, from: number, to: number): readonly Slip[] {
  return flowParts(text, from, to).flatMap((part) => partSlip(text, part) ?? []);
}

/** The innermost of the brackets and quotes that are open where those that begin at `from` should be closed. */
export function bracketSlip(text: string, from: number): Slip {
  const opened: number[] = [];
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isOpeningQuote(text, at)) {
      const closes = closingQuote(text, at, -1);
      if (closes < 0) return { ...openQuote(text, { from: at, to: at }), edits: [] };
      at = closes;
    } else if (sign === '[' || sign === '{') opened.push(at);
    else if (sign === ']' || sign === '}') {
      if (closerOf(text[opened.at(-1) ?? from] ?? '') !== sign) break;
      opened.pop();
    }
  }
  const offset = opened.at(-1) ?? from;
  const open = text[offset] ?? '';
  return { offset, mistake: createMistake('open-bracket', { open, close: closerOf(open) }), edits: [] };
}

function openQuote(text: string, span: { from: number; to: number }): Slip {
  return textSlip(text, span, createMistake('open-quote', { quote: text[span.from] ?? '' }));
}

function isOpeningQuote(text: string, at: number): boolean {
  return /["']/.test(text[at] ?? '') && /[\s[{,:]/.test(text[at - 1] ?? ' ');
}

function flowParts(text: string, from: number, to: number): readonly Part[] {
  const parts: Part[] = [];
  const brackets: string[] = [];
  let start = from;
  let before: Part['before'];
  const close = (at: number) => {
    const sign = text[at];
    const span = trimmed(text, start, at);
    const opens = sign === '[' || sign === '{';
    if (span.from < span.to) parts.push({ ...span, inBraces: brackets.at(-1) === '{', opens, before });
    before = sign === ',' && span.from < span.to ? span : undefined;
    start = at + 1;
  };
  for (let at = from; at < to; at += 1) {
    const sign = text[at] ?? '';
    if (isOpeningQuote(text, at)) {
      const closes = closingQuote(text, at, -1);
      if (closes >= 0 && closes < to) at = closes;
    } else if (sign === '#' && /\s/.test(text[at - 1] ?? '')) {
      const end = text.indexOf('\n', at);
      if (text.slice(start, at).trim() === '') start = end < 0 ? to : end;
      at = end < 0 ? to : end;
    } else if (/[[\]{},]/.test(sign)) {
      close(at);
      if (sign === '[' || sign === '{') brackets.push(sign);
      else if (sign !== ',') brackets.pop();
    }
  }
  return parts;
}

function trimmed(text: string, from: number, to: number): { from: number; to: number } {
  let [first, last] = [from, to];
  while (first < last && /\s/.test(text[first] ?? '')) first += 1;
  while (last > first && /\s/.test(text[last - 1] ?? '')) last -= 1;
  return { from: first, to: last };
}

function partSlip(text: string, part: Part): Slip | undefined {
  const quoted = quotedEnd(text, part);
  if (quoted !== undefined) {
    const next = trimmed(text, quoted, part.to);
    if (next.from === next.to) return escapeSlip(text, part) ?? keyAlone(text, part);
    if (text[next.from] !== ':') return commaSlip(text, { from: quoted, to: part.to }) ?? quoteSlip(text, part);
    return escapeSlip(text, { from: part.from, to: quoted }) ?? valueSlip(text, trimmed(text, next.from + 1, part.to));
  }
  if (isOpeningQuote(text, part.from)) return openQuote(text, part);
  const colon = /:(?=\s|$)/.exec(text.slice(part.from, part.to));
  if (colon) return valueSlip(text, trimmed(text, part.from + colon.index + 1, part.to));
  return startSlip(text, part) ?? keyAlone(text, part);
}

function valueSlip(text: string, span: { from: number; to: number }): Slip | undefined {
  const quoted = quotedEnd(text, span);
  const comma = commaSlip(text, { from: quoted ?? span.from, to: span.to });
  if (comma) return comma;
  if (quoted !== undefined) return quoted < span.to ? quoteSlip(text, span) : escapeSlip(text, span);
  if (span.from < span.to && isOpeningQuote(text, span.from)) return openQuote(text, span);
  if (/:(?=\s|$)/.test(text.slice(span.from, span.to))) return colonSlip(text, span);
  return startSlip(text, span);
}

/** Behind a value, a key in quotes or on another line. */
function commaSlip(text: string, { from, to }: { from: number; to: number }): Slip | undefined {
  const found = /(\s+)("[^"\n]*"|'[^'\n]*'|(?<=\n\s*)[\w-]+)\s*:(?=\s|$)/.exec(text.slice(from, to));
  if (!found) return undefined;
  const at = from + found.index;
  const key = found[2] ?? '';
  const mistake = createMistake('missing-comma', { key });
  return { offset: at + (found[1]?.length ?? 0), mistake, edits: [{ at, remove: 0, insert: ',' }] };
}

function quotedEnd(text: string, { from, to }: { from: number; to: number }): number | undefined {
  if (text[from] !== '"' && text[from] !== "'") return undefined;
  const closes = closingQuote(text, from, -1);
  return closes < 0 || closes >= to ? undefined : closes + 1;
}

/** A key without a value, which no map of ours has: the rest of a text that a comma ended, or a colon without space. */
function keyAlone(text: string, { from, to, inBraces, opens, before }: Part): Slip | undefined {
  if (!inBraces || opens) return undefined;
  const rest = text.slice(from, to);
  const joined = /^["']?[\w-]+["']?:/.exec(rest);
  if (joined) {
    const at = from + joined[0].length;
    return {
      offset: at - 1,
      mistake: createMistake('no-space', { after: ':' }),
      edits: [{ at, remove: 0, insert: ' ' }],
      isSilent: true,
    };
  }
  if (before === undefined) return undefined;
  const value = text.slice(before.from, before.to).replace(/^["']?[^:]*:\s+/, '');
  return {
    offset: from,
    mistake: createMistake('cut-in-braces', { text: value, rest }),
    edits: commaAsText(text, before.to, from),
    isSilent: true,
  };
}

function commaAsText(text: string, from: number, to: number): Slip['edits'] {
  const at = text.indexOf(',', from);
  return at < 0 || at >= to ? [] : [{ at, remove: 1, insert: String.fromCharCode(0xf700 + 0x2c) }];
}
