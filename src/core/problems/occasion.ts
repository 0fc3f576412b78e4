import { shorten } from '../text/wording.js';

/** What is wrong with the day of an interview, in a table or an answers file, or with its session. */
export const OCCASION_WORDS = {
  'ambiguous-date': ({ cell, dmy, mdy, isMixed, where }: AmbiguousDate) =>
    `"${shorten(cell)}" may be ${dmy} or ${mdy}${isMixed ? ', and the column has days of both orders' : ''}; ${where === 'table' ? 'pass --date-order dmy or --date-order mdy' : AS_ISO}`,
  'not-a-date': ({ cell, order }: { cell: string; order?: string | undefined }) =>
    `"${shorten(cell)}" is not a date${order === undefined ? '' : ` in the order ${order}`}; ${AS_ISO}`,
  'spreadsheet-date': ({ cell, day }: { cell: string; day: string }) =>
    `"${shorten(cell)}" is a spreadsheet's number for a day (${day}, where it counts from 1900); format the column as dates there and export it again, or ${AS_ISO}`,
  'future-date': ({ day, today }: { day: string; today: string }) => `${day} is yet to come: today is ${today}`,
  'outside-session': ({ what, id, session }: { what: 'dimension' | 'flag'; id: string; session: string }) =>
    what === 'dimension'
      ? `${id} is rated, and is no dimension of the session ${session}; clear the cell, or put it into a row of its own session`
      : `the red flag "${id}" is none of the session ${session}; clear the cell, or put it into a row of its own session`,
  'map-overruled': ({ what, file, given, option }: MapOverruled) =>
    `"${shorten(what)}" is ${quoted(file)} here; ${option} says ${quoted(given)}, and counts`,
} satisfies Record<string, (about: never) => string>;

const AS_ISO = 'write it as YYYY-MM-DD, such as 2026-11-20';

interface MapOverruled {
  readonly what: string;
  readonly file: string;
  readonly given: string;
  readonly option: string;
}

function quoted(meaning: string): string {
  return meaning === '' ? 'left out' : `"${shorten(meaning)}"`;
}

interface AmbiguousDate {
  readonly cell: string;
  readonly dmy: string;
  readonly mdy: string;
  /** Whether other cells of the column were written in both orders. */
  readonly isMixed: boolean;
  readonly where: 'table' | 'answers';
}
