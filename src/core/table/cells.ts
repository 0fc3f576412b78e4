import { createMistake, type Mistake } from '../problem.js';
import type { About, ProblemCode } from '../problem-words.js';
import type { RedFlag, Requirement } from '../rubric/rubric.js';
import { VERDICTS, type VerdictWord } from '../scoring/verdict.js';
import { ATS_WORDS } from './ats-words.js';
import type { Vocabulary } from './header.js';

/** A cell's meaning, or what is wrong with it. */
export type Cell<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Mistake);

export function badCell<Code extends ProblemCode>(code: Code, about: About<Code>): { readonly ok: false } & Mistake {
  return { ok: false, ...createMistake(code, about) };
}

/** What a row says about a requirement: a number where it counts something, else whether it is met. */
export interface RequirementAnswer {
  readonly id: string;
  readonly name: string;
  readonly value: number | boolean;
  readonly isMet: boolean;
}

/** The interviewer's own call in a cell; `undefined` for a blank cell. */
export function parseVerdict(text: string, words: Vocabulary): Cell<VerdictWord | undefined> {
  const cell = text.normalize('NFKC').trim();
  const word = cell.toLowerCase().replace(/[\s_-]+/g, '-');
  if (word === '' || word === 'n/a') return { ok: true, value: undefined };
  const foreign = words === 'ours' ? {} : ATS_WORDS[words].verdicts;
  const value = VERDICTS.find((known) => known === word) ?? (Object.hasOwn(foreign, word) ? foreign[word] : undefined);
  if (value) return { ok: true, value };
  return badCell('unknown-verdict', { cell, word, known: VERDICTS });
}

/** What a table writes where it knows no id: were it one, all of them would be one person. */
const NO_ID = /^(?:n\/?a|#n\/a|none|null|nan|unknown|[-–—])$/i;

/** How a spreadsheet shows a number that is too long for it: the digits are lost. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d{2,}$/i;

/** A person's id: an e-mail address, a number or code of another system; `undefined` for a blank cell. */
export function parseId(text: string, header: string): Cell<string | undefined> {
  const cell = text.trim();
  if (cell === '' || NO_ID.test(cell)) return { ok: true, value: undefined };
  if (SCIENTIFIC.test(cell)) return badCell('scientific-id', { cell, header });
  // A whole number that went through a column of fractions.
  return { ok: true, value: cell.replace(/^(\d+)\.0$/, '$1') };
}

const YES = ['yes', 'y', 'true', 'x', '1', 'seen', 'met', '✓', '✔'];
const NO = ['no', 'n', 'false', '0', 'none', 'not met'];

/** A cell that answers yes or no; `undefined` for a blank cell. */
export function parseYesNo(text: string, what: string): Cell<boolean | undefined> {
  const cell = text.normalize('NFKC').trim();
  const word = cell.toLowerCase();
  if (word === '' || word === 'n/a') return { ok: true, value: undefined };
  if (YES.includes(word)) return { ok: true, value: true };
  if (NO.includes(word)) return { ok: true, value: false };
  return badCell('not-yes-or-no', { cell, subject: what });
}

/** A red flag in a table, and what was seen. */
export interface FlagCell {
  readonly id: string;
  readonly evidence?: string;
}

/**
 * Red flags in one cell: ids (or the rubric's sentences) separated by semicolons, each with its evidence after a colon.
 */
export function parseFlags(text: string, known: readonly RedFlag[]): Cell<readonly FlagCell[]> {
  const flags: FlagCell[] = [];
  for (const part of text.split(/[;\n|]/)) {
    const entry = part.trim();
    if (entry === '' || /^(?:none|no|n\/a|-)$/i.test(entry)) continue;
    const { name, evidence } = nameAndEvidence(entry);
    const same = (a: string) => [entry, name].some((b) => a.toLowerCase() === b.toLowerCase());
    const flag = known.find(({ id, flag: sentence }) => same(id) || same(sentence));
    if (!flag) return badCell('unknown-flag', { id: name, known: known.map(({ id }) => id), inCell: true });
    if (!flags.some(({ id }) => id === flag.id)) flags.push({ id: flag.id, ...(evidence ? { evidence } : {}) });
  }
  return { ok: true, value: flags };
}

function nameAndEvidence(entry: string): { readonly name: string; readonly evidence?: string } {
  const colon = entry.indexOf(':');
  const evidence = entry.slice(colon + 1).trim();
  if (colon < 1 || evidence === '') return { name: entry };
  return { name: entry.slice(0, colon).trimEnd(), evidence };
}

/** An answer to a requirement: `5`, `5 years`, `7.5`, or yes and no; `undefined` for a blank cell. */
export function parseRequirement(text: string, requirement: Requirement): Cell<RequirementAnswer | undefined> {
  const { id, name, atLeast } = requirement;
  if (atLeast === undefined) {
    const answer = parseYesNo(text, id);
    if (!answer.ok) return answer;
    const { value } = answer;
    return { ok: true, value: value === undefined ? undefined : { id, name, value, isMet: value } };
  }
  const cell = text.normalize('NFKC').trim();
  if (cell === '' || cell.toLowerCase() === 'n/a') return { ok: true, value: undefined };
  const [, number, unit = ''] = /^(\d{1,6}(?:[.,]\d{1,4})?)(?:\s*\+)?\s*(\p{L}*)\.?$/u.exec(cell) ?? [];
  const isUnit = unit === '' || (requirement.unit ?? '').toLowerCase().startsWith(unit.toLowerCase().replace(/s$/, ''));
  if (number === undefined || !isUnit) {
    return badCell('not-a-number', { cell, unit: requirement.unit, requirement: id });
  }
  const value = Number(number.replace(',', '.'));
  return { ok: true, value: { id, name, value, isMet: value >= atLeast } };
}
