import { type Checked, createProblem, type Problem } from '../../problem.js';
import type { Rubric } from '../../rubric/rubric.js';
import { VERDICTS } from '../../scoring/verdict.js';
import { normaliseHeader } from '../header/header-form.js';
import type { ColumnMeaning } from '../header.js';
import { parseRating } from '../rating-cell.js';
import type { Cell } from './cell.js';
import { cellWords, plainCell } from './cell-text.js';
import { parseDate } from './date-cell.js';
import { parseFlags } from './flag-cell.js';
import { parseRequirement } from './requirement-cell.js';
import { parseSession } from './session-cell.js';
import { parseVerdict } from './verdict-cell.js';
import { parseYesNo } from './yes-no-cell.js';

/** What the reader of a table says that a text means there. */
export interface ValueMapping {
  /** The column that it holds for; without it, each column in which the meaning makes sense. */
  readonly header?: string;
  readonly text: string;
  /** What could stand in the cell instead: a rating, a verdict, `not-assessed`, a flag's id; empty for a blank cell. */
  readonly meaning: string;
  /** Where it stands in a file of mappings; absent for one of the command line. */
  readonly place?: Required<Pick<Problem, 'file' | 'line' | 'column'>>;
}

/** What was said of one column's texts. */
export interface ColumnValues {
  has(text: string): boolean;
  /** What a text is to be read as; `undefined` for one of which nothing was said. */
  meaningOf(text: string): string | undefined;
}

export interface Values {
  /** What holds for a column, of meanings that make sense there; `undefined` where nothing does. */
  for(header: string, makesSense: (meaning: string) => boolean): ColumnValues | undefined;
  /** What no cell has called for so far; a file of mappings may say more than one table needs. */
  unused(): readonly ValueMapping[];
}

export function createValues(mappings: readonly ValueMapping[]): Values {
  const unused = new Set(mappings.filter(({ place }) => place === undefined));
  return {
    for: (header, makesSense) => {
      const fitting = mappings.filter(
        (mapping) => (mapping.header === undefined || isSame(mapping.header, header)) && makesSense(mapping.meaning),
      );
      if (fitting.length === 0) return undefined;
      // Where two say something of one text, the one that names the column counts, then the later.
      const byText = new Map(
        [...fitting]
          .sort((a, b) => Number(a.header !== undefined) - Number(b.header !== undefined))
          .map((mapping) => [keyOf(mapping.text), mapping]),
      );
      return {
        has: (text) => byText.has(keyOf(text)),
        meaningOf: (text) => {
          const mapping = byText.get(keyOf(text));
          if (mapping) unused.delete(mapping);
          return mapping?.meaning;
        },
      };
    },
    unused: () => [...unused],
  };
}

/** A reader of cells that heeds what was said of their texts; meanings are read as our own words. */
export function withValues<T>(
  parse: (text: string) => Cell<T>,
  values: ColumnValues | undefined,
  parseMeaning: (text: string) => Cell<T> = parse,
): (text: string) => Cell<T> {
  if (!values) return parse;
  return (text) => {
    const meaning = values.meaningOf(text);
    return meaning === undefined ? parse(text) : parseMeaning(meaning);
  };
}

/** The form in which texts are compared: as cells are read. */
export function keyOf(text: string): string {
  return cellWords(plainCell(text));
}

function isSame(a: string, b: string): boolean {
  return normaliseHeader(a) === normaliseHeader(b);
}

/**
 * Mappings with their columns: a text that begins with a header of the table and a colon is one of that column. The
 * longest header counts.
 */
export function inColumns(mappings: readonly ValueMapping[], headers: readonly string[]): readonly ValueMapping[] {
  const known = new Set(headers.map(normaliseHeader));
  return mappings.map((mapping) => {
    if (mapping.header !== undefined) return mapping;
    const { text } = mapping;
    // In a file a column has its own place.
    if (mapping.place !== undefined) return mapping;
    for (let colon = text.lastIndexOf(':'); colon > 0; colon = text.lastIndexOf(':', colon - 1)) {
      const header = text.slice(0, colon);
      if (known.has(normaliseHeader(header))) return { ...mapping, header, text: text.slice(colon + 1).trim() };
    }
    return mapping;
  });
}

/** A plan of a table, or everything wrong with it and with what was said of its texts. */
export function andValues<Plan extends Pick<ValueContext, 'meanings'>>(
  checked: Checked<Plan>,
  mappings: readonly ValueMapping[],
  { headers, rubric }: Omit<ValueContext, 'meanings'>,
): Checked<Plan> {
  // Of a header with mistakes, no column is sure to mean what it seems to.
  const meanings = checked.ok ? checked.value.meanings : undefined;
  const problems = valueProblems(inColumns(mappings, headers), { headers, meanings, rubric });
  if (problems.length === 0) return checked;
  return { ok: false, problems: checked.ok ? problems : [...checked.problems, ...problems] };
}

/** Everything wrong with mappings: columns that are not there, meanings that no cell could have. */
export function valueProblems(
  mappings: readonly ValueMapping[],
  { headers, meanings, rubric }: ValueContext,
): readonly Problem[] {
  const anywhere = [...new Map(everyMeaning(rubric).map((meaning) => [JSON.stringify(meaning), meaning])).values()];
  return mappings.flatMap(({ header, text, meaning, place }): readonly Problem[] => {
    const inMap = place !== undefined;
    if (keyOf(text) === '') return [{ ...createProblem('blank-value', { meaning, inMap }, [0]), ...place }];
    const at = header === undefined ? -1 : headers.findIndex((one) => isSame(one, header));
    if (header !== undefined && at < 0) {
      const option = inMap ? 'the map' : '--value';
      return [{ ...createProblem('unknown-column', { header, headers, option }, [0]), ...place }];
    }
    if (header !== undefined && meanings === undefined) return [];
    const of = header === undefined ? anywhere : [meanings?.[at]];
    if (of.some((column) => column !== undefined && makesSense(meaning, column, rubric))) return [];
    const known = of.flatMap((column) => (column === undefined ? [] : meaningsOf(column, rubric)));
    const about = { text, meaning, inMap, known: [...new Set(known)], ...(header === undefined ? {} : { header }) };
    return [{ ...createProblem('unknown-meaning', about, [Math.max(0, at)]), ...place }];
  });
}

interface ValueContext {
  readonly headers: readonly string[];
  /** What each column means; `undefined` where the header is not understood. */
  readonly meanings: readonly (ColumnMeaning | undefined)[] | undefined;
  readonly rubric: Rubric;
}

function everyMeaning({ dimensions, redFlags, requirements, sessions }: Rubric): readonly ColumnMeaning[] {
  return [
    ...dimensions.map((_dimension, at): ColumnMeaning => ({ type: 'rating', at, words: 'ours' })),
    { type: 'verdict', words: 'ours' },
    ...(redFlags.length > 0 ? ([{ type: 'flags' }, { type: 'flag', at: 0 }] as const) : []),
    ...requirements.map((_requirement, at): ColumnMeaning => ({ type: 'requirement', at })),
    { type: 'date' },
    ...(sessions.length > 0 ? ([{ type: 'session' }] as const) : []),
  ];
}

/** Whether a cell of such a column could hold a text. */
function makesSense(text: string, column: ColumnMeaning, rubric: Rubric): boolean {
  switch (column.type) {
    case 'rating': {
      const dimension = rubric.dimensions[column.at];
      return dimension !== undefined && parseRating(text, { dimension, scale: rubric.scale, words: 'ours' }).ok;
    }
    case 'verdict':
      return parseVerdict(text, 'ours').ok;
    case 'flags':
      return parseFlags(text, rubric.redFlags).unread.length === 0;
    case 'flag':
      return parseYesNo(text, '').ok;
    case 'requirement': {
      const requirement = rubric.requirements[column.at];
      return requirement !== undefined && parseRequirement(text, requirement).ok;
    }
    case 'date':
      return parseDate(text, { where: 'table' }).ok;
    case 'session':
      return parseSession(text, rubric).ok;
    default:
      return false;
  }
}

/** What may stand in such a column, for "did you mean". */
function meaningsOf(column: ColumnMeaning, { scale, redFlags, sessions }: Rubric): readonly string[] {
  switch (column.type) {
    case 'rating':
      return [...Object.keys(scale.labels), ...Object.values(scale.labels), 'not-assessed', 'n/a'];
    case 'verdict':
      return VERDICTS;
    case 'flags':
      return [...redFlags.map(({ id }) => id), 'none'];
    case 'flag':
    case 'requirement':
      return ['yes', 'no'];
    case 'session':
      return sessions.map(({ id }) => id);
    default:
      return [];
  }
}
