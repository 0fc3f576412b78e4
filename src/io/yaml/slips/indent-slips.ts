import { createMistake } from '../../../core/problem.js';
import { firstColumn, type Line } from './scan-lines.js';
import { colonSlip, type Slip, textSlip } from './slip.js';

/** A column in which lines of a kind begin. */
interface Level {
  readonly at: number;
  readonly holds: 'items' | 'keys';
}

/**
 * Lines that begin in no column in which one may begin; where the parser took no offence, those that it took for more
 * of a text.
 */
export function indentSlips(
  text: string,
  lines: readonly Line[],
  { isParsed }: { isParsed: boolean },
): readonly Slip[] {
  const slips: Slip[] = [];
  const open: Level[] = [];
  let mayDeepen = true;
  let isText = false;
  for (const line of lines) {
    if (line.isContinuation) continue;
    const column = firstColumn(line);
    const fit = fitting(open, line, mayDeepen);
    if (fit !== column && isText && isMeantAsText(text, line, fit)) {
      slips.push(moreText(text, line));
      continue;
    }
    if (fit !== column && !isParsed) slips.push(indentSlip(line, fit));
    else if (fit !== column && isText && line.marks.length > 0)
      slips.push({ ...indentSlip(line, fit), isSilent: true });
    while ((open.at(-1)?.at ?? -1) > fit) open.pop();
    for (const level of levelsOf(line)) {
      const at = level.at + fit - column;
      if (open.at(-1)?.at !== at || open.at(-1)?.holds !== level.holds) open.push({ ...level, at });
    }
    mayDeepen = line.value.kind === 'nothing';
    isText = line.value.kind === 'plain';
  }
  return slips;
}

function levelsOf({ start, marks, key, content }: Line): readonly Level[] {
  return [
    ...marks.map((mark): Level => ({ at: mark - start, holds: 'items' })),
    ...(key ? [{ at: content - start, holds: 'keys' } as const] : []),
  ];
}

/** The column in which the line was meant to begin: its own, where one may begin there; of the others the nearest. */
function fitting(open: readonly Level[], line: Line, mayDeepen: boolean): number {
  const column = firstColumn(line);
  if (open.length === 0 || open.some(({ at }) => at === column)) return column;
  if (mayDeepen && column > (open.at(-1)?.at ?? 0)) return column;
  const holds = line.marks.length > 0 ? 'items' : 'keys';
  const same = open.filter((level) => level.holds === holds);
  const near = (same.length > 0 ? same : open).toSorted((a, b) => Math.abs(a.at - column) - Math.abs(b.at - column));
  return near[0]?.at ?? column;
}

/** A line with a colon or a hyphen in a text of several lines, as against one that stands a column or two off. */
function isMeantAsText(text: string, { key, content, indent, marks }: Line, fit: number): boolean {
  const off = Math.abs(indent.length - fit);
  if (marks.length > 0) return off > 1;
  return key !== undefined && (off > 2 || !/^["']?[a-z][\w-]*["']?$/.test(text.slice(content, key.to).trim()));
}

function moreText(text: string, { start, indent, content, end, marks }: Line): Slip {
  if (marks.length === 0) return colonSlip(text, { from: content, to: end });
  const span = { from: start + indent.length, to: end };
  return { ...textSlip(text, span, createMistake('list-in-text', {})), isSilent: true };
}

function indentSlip({ start, indent }: Line, should: number): Slip {
  const is = indent.length;
  const edit =
    is > should
      ? { at: start, remove: is - should, insert: '' }
      : { at: start, remove: 0, insert: ' '.repeat(should - is) };
  return { offset: start + is, mistake: createMistake('bad-indent', { is, should }), edits: [edit] };
}
