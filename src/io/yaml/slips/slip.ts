import { createMistake, type Mistake } from '../../../core/problem.js';
import { asPlainText, type Edit } from './edits.js';

/** A mistake in the text with its place, and the edits that make what was meant of it. */
export interface Slip {
  readonly offset: number;
  readonly mistake: Mistake;
  /** None where what was meant can't be known. */
  readonly edits: readonly Edit[];
  /** The parser takes no offence: it reads something else. */
  readonly isSilent?: true;
}

/** From one place of the text to another stands text that needs quotes. */
export function textSlip(text: string, { from, to }: { from: number; to: number }, mistake: Mistake): Slip {
  return { offset: from, mistake, edits: asPlainText(text, from, to) };
}

export function colonSlip(text: string, span: { from: number; to: number }): Slip {
  return textSlip(text, span, createMistake('unquoted-colon', { text: text.slice(span.from, span.to) }));
}

/** Signs at the beginning of a text that make something else of it; `undefined` for a text that stands as it is. */
export function startSlip(text: string, span: { from: number; to: number }): Slip | undefined {
  const found = /^(?:[@`%*&!,}\]|>]|[-?](?=\s))/.exec(text.slice(span.from, span.to))?.[0];
  if (found === undefined) return undefined;
  return textSlip(text, span, createMistake('unquoted-start', { sign: found }));
}

export function quoteSlip(text: string, span: { from: number; to: number }): Slip {
  return textSlip(text, span, createMistake('quote-inside', { quote: text[span.from] ?? '' }));
}

/** A backslash between double quotes that YAML knows no meaning of; the text is `span`, quotes included. */
export function escapeSlip(text: string, span: { from: number; to: number }): Slip | undefined {
  if (text[span.from] !== '"') return undefined;
  const known = /\\(?:[0abtnvfre "/\\N_LP\t\r\n]|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})|(\\.?)/giu;
  const body = text.slice(span.from, span.to);
  for (const found of body.matchAll(known)) {
    // The meanings are case-sensitive, the digits are not.
    const isKnown = found[1] === undefined && /^\\(?:[0abtnvfre "/\\N_LP\s]|[xuU])/.test(found[0]);
    if (isKnown) continue;
    const offset = span.from + found.index;
    return {
      offset,
      mistake: createMistake('bad-escape', { written: found[0].slice(0, 2) }),
      edits: asPlainText(text, span.from, span.to),
    };
  }
  return undefined;
}
