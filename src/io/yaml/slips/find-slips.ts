import { createMistake, type Mistake } from '../../../core/problem.js';
import type { Edit } from './edits.js';
import { indentSlips } from './indent-slips.js';
import { beginningSlip, valueSlips } from './line-slips.js';
import { type Line, scanLines } from './scan-lines.js';
import type { Slip } from './slip.js';

/**
 * What is slipped in a YAML text, one slip a line at most, from top to bottom. Where the parser took no offence, only
 * what it read as something else.
 */
export function findSlips(text: string, { isParsed }: { readonly isParsed: boolean }): readonly Slip[] {
  const lines = scanLines(text);
  const beginnings = lines.map((_line, at) => beginningSlip(text, lines, at));
  const found = [
    ...lines.flatMap((line, at) => beginnings[at] ?? valueSlips(text, line)),
    // Where a line begins something else than it seems, others only seem to stand in a wrong column.
    ...(beginnings.some((slip) => slip !== undefined) ? [] : indentSlips(text, lines, { isParsed })),
  ];
  return found.filter(({ isSilent }) => isSilent || !isParsed).toSorted((a, b) => a.offset - b.offset);
}

/** Signs other than plain spaces in the indentation: one mistake for each sign, whatever number of lines has it. */
export interface IndentSign {
  readonly sign: string;
  readonly offset: number;
  readonly mistake: Mistake;
  /** Offsets of all of it in the text. */
  readonly places: readonly number[];
}

export function findIndentSigns(text: string): readonly IndentSign[] {
  if (!/^[ \t]*(?:\t|[^\S \t\r\n]|[\u200b\u2060])/m.test(text)) return [];
  const bySign = new Map<string, { readonly lines: Set<Line>; readonly places: number[] }>();
  for (const line of scanLines(text)) {
    if (line.isContinuation) continue;
    for (const [at, sign] of [...line.indent].entries()) {
      if (sign === ' ') continue;
      const known = bySign.get(sign) ?? { lines: new Set(), places: [] };
      known.lines.add(line);
      known.places.push(line.start + at);
      bySign.set(sign, known);
    }
  }
  return [...bySign].map(([sign, { lines, places }]) => ({
    sign,
    offset: places[0] ?? 0,
    mistake: createMistake('indent-space', { sign, more: lines.size - 1 }),
    places,
  }));
}

const NO_WIDTH = /[\u200b\u2060\ufeff]/;
/** Signs whose width is for the editor to say. */
const WIDE = /[\t\u3000]/;

/** Plain spaces in place of other signs; as many for a wide one as `width` says. */
export function plainIndents(signs: readonly IndentSign[], width: number): readonly Edit[] {
  return signs.flatMap(({ sign, places }) => {
    const insert = NO_WIDTH.test(sign) ? '' : ' '.repeat(WIDE.test(sign) ? width : 1);
    return places.map((at) => ({ at, remove: 1, insert }));
  });
}

export function areWide(signs: readonly IndentSign[]): boolean {
  return signs.some(({ sign }) => WIDE.test(sign));
}
