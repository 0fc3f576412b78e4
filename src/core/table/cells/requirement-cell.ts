import type { Requirement } from '../../rubric/rubric.js';
import { type Amount, readAmount } from './amount.js';
import { badCell, type Cell } from './cell.js';
import { cellWords, isNotApplicable, isNothing, plainCell } from './cell-text.js';
import { parseYesNo } from './yes-no-cell.js';

/**
 * What a row says about a requirement: a number where it counts something (of a range, the end that decides), else
 * whether it is met.
 */
export interface RequirementAnswer {
  readonly id: string;
  readonly name: string;
  readonly value: number | boolean;
  readonly isMet: boolean;
}

/** An answer to a requirement: an amount (see `readAmount`), or yes and no; `undefined` for a cell that says nothing. */
export function parseRequirement(text: string, requirement: Requirement): Cell<RequirementAnswer | undefined> {
  const { id, name, atLeast, unit } = requirement;
  if (atLeast === undefined) {
    const answer = parseYesNo(text, id);
    if (!answer.ok) return answer;
    const { value } = answer;
    return { ok: true, value: value === undefined ? undefined : { id, name, value, isMet: value } };
  }
  const cell = text.trim();
  const amount = readAmount(cell, unit);
  if (!amount) {
    const words = cellWords(plainCell(cell));
    if (isNothing(words) || isNotApplicable(words)) return { ok: true, value: undefined };
    return badCell('not-a-number', { cell, unit, requirement: id }, { cell: text, meaning: 'NUMBER' });
  }
  const isMet = compare(amount, atLeast);
  if (isMet !== undefined) return { ok: true, value: { id, name, value: shownOf(amount, isMet), isMet } };
  const { low, high } = amount;
  if (amount.isDoubtful)
    return badCell('two-numbers', { cell, readings: [high, low], requirement: id }, { cell: text, meaning: 'NUMBER' });
  return badCell('around-limit', { cell, atLeast, unit, requirement: id }, { cell: text, meaning: 'NUMBER' });
}

/** Whether an amount reaches a limit; `undefined` where it may or may not. */
function compare({ low, high, isBelow }: Amount, limit: number): boolean | undefined {
  if (low >= limit) return true;
  return high < limit || (isBelow && high === limit) ? false : undefined;
}

function shownOf({ low, high, said, isBelow }: Amount, isMet: boolean): number | boolean {
  if (isBelow && !isMet) return false;
  return said ?? (isMet ? low : high);
}
