import { findClosing } from './find-closing.js';

/** A line of YAML that begins something: no blank line, no comment, not the inside of a text of several lines. */
export interface Line {
  /** Offsets in the text: where the line begins, and its end without white space. */
  readonly start: number;
  readonly end: number;
  /** All white space that it begins with, whatever its signs. */
  readonly indent: string;
  /** Offsets of the hyphens of list items. */
  readonly marks: readonly number[];
  /** Where what is no hyphen begins. */
  readonly content: number;
  readonly key: Span | undefined;
  readonly value: Value;
  /** Whether it goes on with the text of the line before: it stands deeper, and has neither key nor hyphen. */
  readonly isContinuation: boolean;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Value extends Span {
  readonly kind: 'nothing' | 'plain' | 'quoted' | 'brackets' | 'block';
  /** Where a quote or bracket closes; -1 where it never does. */
  readonly closes: number;
}

// Signs of no width are no white space to JavaScript.
const INDENT = /^[\s\u200b\u2060]*/;

/** The lines of a text in which something begins, read without YAML's grammar: mistakes are what it is for. */
export function scanLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let inside: { readonly kind: 'block' | 'until'; readonly deeperThan: number; readonly until: number } | undefined;
  for (const { start, end } of rawLines(text)) {
    const indent = INDENT.exec(text.slice(start, end))?.[0] ?? '';
    if (start + indent.length >= end) continue;
    if (inside?.kind === 'until' && start <= inside.until) continue;
    if (inside?.kind === 'block' && plainWidth(indent) > inside.deeperThan) continue;
    inside = undefined;
    if (text[start + indent.length] === '#' || /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(start, end))) continue;
    const line = readLine(text, { start, end, indent }, lines.at(-1));
    lines.push(line);
    const { value } = line;
    if (value.kind === 'brackets' && value.closes < 0 && lines.length === 1 && line.key === undefined) break;
    const isOpen = value.kind === 'block' || (value.kind === 'brackets' && value.closes < 0);
    if (isOpen) inside = { kind: 'block', deeperThan: columnOf(line), until: 0 };
    else if (value.closes >= end) inside = { kind: 'until', deeperThan: 0, until: value.closes };
  }
  return lines;
}

/** The column that the line's children must be deeper than: of its key, or of its last hyphen. */
export function columnOf({ start, marks, content, key, indent }: Line): number {
  if (key) return content - start;
  return (marks.at(-1) ?? start + indent.length) - start;
}

/** Where a line's own first part stands. */
export function firstColumn({ indent }: Line): number {
  return indent.length;
}

function plainWidth(indent: string): number {
  return /^ */.exec(indent)?.[0].length ?? 0;
}

function* rawLines(text: string): Generator<{ start: number; end: number }> {
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const next = found < 0 ? text.length : found;
    let end = next;
    while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
    yield { start, end };
    start = next + 1;
  }
}

interface RawLine {
  readonly start: number;
  readonly end: number;
  readonly indent: string;
}

function readLine(text: string, { start, end, indent }: RawLine, before: Line | undefined): Line {
  const marks: number[] = [];
  let content = start + indent.length;
  for (;;) {
    const mark = /^-(?:[ \t]+|$)/.exec(text.slice(content, end));
    if (!mark) break;
    marks.push(content);
    content += mark[0].length;
  }
  const key = findKey(text, content, end);
  const from = key === undefined ? content : skipSpaces(text, key.to + 1, end);
  // A whole file between brackets, as JSON is, may stand at the edge.
  const isWhole = before === undefined && key === undefined && marks.length === 0;
  const column = isWhole ? -1 : (key || marks.length === 0 ? content : (marks.at(-1) ?? 0)) - start;
  const value = readValue(text, from, { end, column });
  const isContinuation =
    key === undefined &&
    marks.length === 0 &&
    before !== undefined &&
    before.value.kind === 'plain' &&
    indent.length > (before.isContinuation ? -1 : columnOf(before));
  return { start, end, indent, marks, content, key, value, isContinuation };
}

const QUOTED_KEY = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*:(?:\s|$))/;

/** A key with its colon behind it: `to` is the offset of the colon. */
function findKey(text: string, from: number, end: number): Span | undefined {
  const rest = text.slice(from, end);
  if (/^["']/.test(rest)) {
    const quoted = QUOTED_KEY.exec(rest);
    return quoted ? { from, to: text.indexOf(':', from + quoted[0].length) } : undefined;
  }
  if (/^[[{|>]/.test(rest)) return undefined;
  const found = /^[^\n]*?:(?=\s|$)/.exec(rest);
  if (!found || /\s#/.test(found[0])) return undefined;
  return { from, to: from + found[0].length - 1 };
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text[at] ?? '')) at += 1;
  return at;
}

function readValue(
  text: string,
  from: number,
  { end, column }: { readonly end: number; readonly column: number },
): Value {
  const rest = text.slice(from, end);
  if (rest === '' || rest.startsWith('#')) return { kind: 'nothing', from, to: from, closes: from };
  if (/^[|>][-+0-9]*(?:\s+#.*)?$/.test(rest)) return { kind: 'block', from, to: end, closes: from };
  const first = rest[0] ?? '';
  if (first === '"' || first === "'" || first === '[' || first === '{') {
    const closes = findClosing(text, from, column);
    const kind = first === '[' || first === '{' ? 'brackets' : 'quoted';
    return { kind, from, to: closes < 0 ? end : closes + 1, closes };
  }
  const comment = /\s+#/.exec(rest);
  return { kind: 'plain', from, to: comment ? from + comment.index : end, closes: from };
}
