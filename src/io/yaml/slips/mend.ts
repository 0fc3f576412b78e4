import type { Mistake } from '../../../core/problem.js';
import { applyEdits, type Edited, unedited } from './edits.js';
import { areWide, findIndentSigns, findSlips, type IndentSign, plainIndents } from './find-slips.js';
import type { Slip } from './slip.js';

/** A YAML text with what was slipped in it, and the text that was meant. */
export interface Mended {
  readonly found: readonly Found[];
  readonly edited: Edited;
  /** Whether the edited text can be read. */
  readonly isSound: boolean;
}

interface Found {
  /** In the text as it was. */
  readonly offset: number;
  readonly mistake: Mistake;
}

/** What is mended may show what it hid; not for ever. */
const MOST_ROUNDS = 4;
/** Each round reads all of the text again. */
const MOST_READ = 512 * 1024;
/** More mistakes than this in one text nobody reads. */
export const MOST_FOUND = 100;
const TAB_WIDTHS = [2, 4, 8, 1];

/**
 * Finds the slips of a text and mends a copy, so that the other mistakes of the file can be told with them. `count` is
 * how many mistakes the parser finds in a text.
 */
export function mendYaml(text: string, count: (text: string) => number): Mended {
  let errors = count(text);
  const signs = findIndentSigns(text).filter(({ sign }) => errors > 0 || sign !== '\t');
  const found: Found[] = signs.map(({ offset, mistake }) => ({ offset, mistake }));
  let edited = withPlainIndents(text, signs, count);
  if (signs.length > 0) errors = count(edited.text);
  const rounds = Math.max(1, Math.min(MOST_ROUNDS, Math.floor(MOST_READ / text.length)));
  for (let round = 0; round < rounds; round += 1) {
    const before = edited;
    const slips = untold(findSlips(before.text, { isParsed: errors === 0 }), found, before, text);
    if (slips.length === 0) break;
    found.push(...slips.map(({ offset, mistake }) => ({ offset: before.before(offset), mistake })));
    edited = applyEdits(
      before,
      slips.flatMap(({ edits }) => edits),
    );
    errors = count(edited.text);
  }
  return { found: found.toSorted((a, b) => a.offset - b.offset).slice(0, MOST_FOUND), edited, isSound: errors === 0 };
}

function withPlainIndents(text: string, signs: readonly IndentSign[], count: (text: string) => number): Edited {
  const mended = (width: number) => applyEdits(unedited(text), plainIndents(signs, width));
  if (!areWide(signs) || text.length > MOST_READ) return mended(1);
  const tried = TAB_WIDTHS.map((width) => ({ width, errors: count(mended(width).text) }));
  return mended(tried.reduce((best, one) => (one.errors < best.errors ? one : best)).width);
}

/** Without those in lines of which something was told in an earlier round: they are its echo. */
function untold(slips: readonly Slip[], found: readonly Found[], { before }: Edited, text: string): readonly Slip[] {
  const lineOf = (offset: number) => text.lastIndexOf('\n', offset - 1);
  const told = new Set(found.map(({ offset }) => lineOf(offset)));
  return slips.filter(({ offset }) => !told.has(lineOf(before(offset))));
}
