import { createMistake } from '../../../core/problem.js';
import { bracketSlip, flowSlips } from './flow-slips.js';
import { columnOf, firstColumn, type Line } from './scan-lines.js';
import { colonSlip, escapeSlip, quoteSlip, type Slip, startSlip, textSlip } from './slip.js';

/** What is slipped in the value of a line. */
export function valueSlips(text: string, line: Line): readonly Slip[] {
  const { value, end, key, marks } = line;
  const { kind, from, to, closes } = value;
  const rest = { from, to: end };
  if (kind === 'plain') {
    if (key === undefined && marks.length === 0 && !/^[@`%]/.test(text.slice(from, to))) return [];
    const isColon = /:(?=\s|$)/.test(text.slice(from, to));
    return [startSlip(text, { from, to }) ?? (isColon ? colonSlip(text, { from, to }) : undefined)].flatMap(
      (slip) => slip ?? [],
    );
  }
  if (kind === 'block') return isEmptyBlock(text, line) ? hintSlip(text, rest) : [];
  if (kind === 'quoted') {
    if (closes < 0) {
      const quote = text[from] ?? '';
      return [textSlip(text, rest, createMistake('open-quote', { quote }))];
    }
    if (isMore(text, to)) return [quoteSlip(text, { from, to: lineEnd(text, to) })];
    return [escapeSlip(text, { from, to })].flatMap((slip) => slip ?? []);
  }
  if (kind !== 'brackets') return [];
  if (closes < 0) return [bracketSlip(text, from)];
  if (isMore(text, to)) {
    const sign = text[from] ?? '';
    return [textSlip(text, { from, to: lineEnd(text, to) }, createMistake('unquoted-start', { sign }))];
  }
  return flowSlips(text, from, to);
}

/** `>5` begins a block of text that stands 5 columns deep: a text itself, where none stands below. */
function isEmptyBlock(text: string, line: Line): boolean {
  if (!/^[|>][-+]?\d/.test(text.slice(line.value.from, line.end))) return false;
  const below = /^\s*\n( *)(?=\S)/.exec(text.slice(line.end));
  return (below?.[1]?.length ?? 0) <= columnOf(line);
}

function hintSlip(text: string, span: { from: number; to: number }): readonly Slip[] {
  const sign = text[span.from] ?? '';
  return [{ ...textSlip(text, span, createMistake('unquoted-start', { sign })), isSilent: true }];
}

function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  const end = found < 0 ? text.length : found;
  return end - (text[end - 1] === '\r' ? 1 : 0);
}

/** Whether anything but a comment stands in the rest of the line. */
function isMore(text: string, from: number): boolean {
  return !/^(?:\s*|\s+#.*)$/.test(text.slice(from, lineEnd(text, from)));
}

/** A line among the others. */
interface Placed {
  readonly line: Line;
  /** The one before it that stands no deeper. */
  readonly before: Line | undefined;
  readonly after: Line | undefined;
}

const MARK = /^[–—−‒‐‑•·*▪◦](?=\s)/;

/** What is slipped where a line begins: the mark of a list item, the colon of a key, the space behind either. */
export function beginningSlip(text: string, lines: readonly Line[], at: number): Slip | undefined {
  const line = lines[at];
  if (!line) return undefined;
  const { content, end, marks } = line;
  const rest = text.slice(content, end);
  if (!/^(?:[^\p{L}\d]|["']?[\w-]+["']?\s*[:：])/u.test(rest)) return undefined;
  const placed = { line, before: noDeeper(lines, at), after: lines[at + 1] };
  const [mark] = MARK.exec(rest) ?? [];
  if (mark !== undefined && marks.length === 0) {
    if (!beginsList(text, placed)) return undefined;
    const edits = [{ at: content, remove: 1, insert: '-' }, ...plainSpace(text, content + 1)];
    return { offset: content, mistake: createMistake('list-mark', { sign: mark }), edits, isSilent: true };
  }
  if (/^-[^\s\d.-]/.test(rest) && marks.length === 0 && beginsList(text, placed)) {
    return { ...noSpace(content + 1, '-'), isSilent: true };
  }
  const space = /^(-|["']?[\w-]+["']?:)([^\S \t\r\n]|[\u200b\u2060])/.exec(rest);
  if (space?.[1] && (space[1] !== '-' || marks.length === 0)) return otherSpace(content + space[1].length, space);
  const joined = /^["']?[\w-]+["']?(?:(:)(?=[^\s/\\:])|\s*(：)\s*)/.exec(rest);
  if (!joined || line.key !== undefined || !beginsMap(text, placed)) return undefined;
  const to = content + joined[0].length;
  if (joined[1]) return { ...noSpace(to, ':'), isSilent: true };
  const from = content + joined[0].search(/\s*：/);
  const edits = [{ at: from, remove: to - from, insert: ': ' }];
  return { offset: from, mistake: createMistake('wide-colon', {}), edits, isSilent: true };
}

/** The line before that stands no deeper; looked for among a few, since what is far away says nothing. */
function noDeeper(lines: readonly Line[], at: number): Line | undefined {
  const line = lines[at];
  const near = lines.slice(Math.max(0, at - 100), at);
  return near.findLast((other) => line !== undefined && firstColumn(other) <= firstColumn(line));
}

function noSpace(at: number, after: string): Slip {
  return { offset: at - 1, mistake: createMistake('no-space', { after }), edits: [{ at, remove: 0, insert: ' ' }] };
}

function otherSpace(at: number, [, before = '', instead]: RegExpExecArray): Slip {
  const mistake = createMistake('no-space', { after: before.slice(-1), instead });
  return { offset: at, mistake, edits: [{ at, remove: 1, insert: ' ' }], isSilent: true };
}

function plainSpace(text: string, at: number): Slip['edits'] {
  return text[at] === ' ' ? [] : [{ at, remove: 1, insert: ' ' }];
}

function beginsList(text: string, { line, before, after }: Placed): boolean {
  if (isBelowKey(line, before)) return true;
  return [before, after].some(
    (other) =>
      other !== undefined &&
      firstColumn(other) === firstColumn(line) &&
      (other.marks.length > 0 || MARK.test(text.slice(other.content, other.end))),
  );
}

function beginsMap(text: string, { line, before, after }: Placed): boolean {
  const isKey = (other: Line) =>
    other.key !== undefined || /^["']?[\w-]+["']?(?::[^\s/\\:]|\s*：)/.test(text.slice(other.content, other.end));
  if (after && isKey(after) && after.marks.length === 0 && firstColumn(after) === line.content - line.start)
    return true;
  if (line.marks.length > 0) return false;
  if (isBelowKey(line, before)) return true;
  return before !== undefined && isKey(before) && before.content - before.start === firstColumn(line);
}

function isBelowKey(line: Line, before: Line | undefined): boolean {
  return before?.key !== undefined && before.value.kind === 'nothing' && firstColumn(line) >= columnOf(before);
}
