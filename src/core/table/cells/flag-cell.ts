import type { RedFlag } from '../../rubric/rubric.js';
import { nearest } from '../../text/wording.js';
import { badCell, type CellMistake } from './cell.js';
import { cellWords, isNotApplicable, isNothing, plainCell } from './cell-text.js';

/** A red flag in a table, and what was seen. */
export interface FlagCell {
  readonly id: string;
  readonly evidence?: string;
}

/** What a cell of flags says: those that are the rubric's, and each text that is none of them. */
export interface ReadFlags {
  readonly flags: readonly FlagCell[];
  readonly unread: readonly CellMistake[];
}

/** What the reader of a table says that a text means (`--value`): a flag's id, or nothing; `undefined` for others. */
export type FlagMeaning = (text: string) => string | undefined;

/**
 * Red flags in one cell: ids (or the rubric's sentences) separated by semicolons, each with its evidence after a colon;
 * or by commas, as forms join the boxes that were ticked.
 */
export function parseFlags(
  text: string,
  known: readonly RedFlag[],
  meaningOf: FlagMeaning = () => undefined,
): ReadFlags {
  const flags = new Map<string, FlagCell>();
  const unread: CellMistake[] = [];
  const take = (flag: FlagCell) => {
    if (!flags.has(flag.id)) flags.set(flag.id, flag);
  };
  for (const part of text.split(/[;\n|]/)) {
    const entry = part.trim();
    if (isNoFlag(entry)) continue;
    const { name, evidence = entry } = nameAndEvidence(entry);
    const meant = meaningOf(entry) ?? meaningOf(name);
    const found = meant === undefined ? flagsIn(entry, known) : flagsMeant(meant, evidence, known);
    found.flags.forEach(take);
    unread.push(...found.unread.map((name) => unknownFlag(name, known)));
  }
  return { flags: [...flags.values()], unread };
}

/** The text that stood in the table is what was seen. */
function flagsMeant(meaning: string, evidence: string, known: readonly RedFlag[]): Found {
  return { flags: flagsIn(meaning, known).flags.map(({ id }) => ({ id, evidence })), unread: [] };
}

interface Found {
  readonly flags: readonly FlagCell[];
  readonly unread: readonly string[];
}

function flagsIn(entry: string, known: readonly RedFlag[]): Found {
  const whole = flagOf(entry, known);
  if (whole) return { flags: [whole], unread: [] };
  const parts = entry.split(',').map((part) => part.trim());
  const ticked = parts.map((part) => flagOf(part, known));
  if (!ticked.some(Boolean)) return { flags: [], unread: isNoFlag(entry) ? [] : [entry] };
  return {
    flags: ticked.filter((flag) => flag !== undefined),
    unread: parts.filter((part, at) => ticked[at] === undefined && !isNoFlag(part)),
  };
}

function flagOf(entry: string, known: readonly RedFlag[]): FlagCell | undefined {
  const { name, evidence } = nameAndEvidence(entry);
  const words = [entry, name].map((text) => cellWords(plainCell(text)));
  const same = (text: string) => words.includes(cellWords(plainCell(text)));
  const flag = known.find(({ id, flag: sentence }) => same(id) || same(sentence));
  return flag && { id: flag.id, ...(evidence ? { evidence } : {}) };
}

function nameAndEvidence(entry: string): { readonly name: string; readonly evidence?: string } {
  const colon = entry.indexOf(':');
  const evidence = entry.slice(colon + 1).trim();
  if (colon < 1 || evidence === '') return { name: entry };
  return { name: entry.slice(0, colon).trimEnd(), evidence };
}

function unknownFlag(name: string, known: readonly RedFlag[]): CellMistake {
  const ids = known.map(({ id }) => id);
  const { ok: _, ...mistake } = badCell(
    'unknown-flag',
    { id: name, known: ids, inCell: true },
    { cell: name, meaning: nearest(name, ids) ?? 'FLAG' },
  );
  return mistake;
}

const NO = /^(?:no|none|nothing|not any|without|0|false)$/;
/** What may stand behind "no" or "none" without saying more: `No red flags were seen.` */
const MORE =
  /^(?:any|red|flags?|concerns?|issues?|observed|seen|noted|noticed|noteworthy|reported|found|identified|raised|special|so|far|here|to|report|at|all|was|were|of|note|them|these)$/;

/** Whether an entry says that nothing was seen: `none`, `No red flags`, `none observed`. */
function isNoFlag(entry: string): boolean {
  const words = cellWords(plainCell(entry)).replace(/[.!]+$/, '');
  if (isNothing(words) || isNotApplicable(words)) return true;
  const [first = '', ...others] = words.split(' ');
  return NO.test(first) && others.every((word) => MORE.test(word));
}
