import { plainCell } from './cell-text.js';
import { readWrittenNumber, type WrittenNumber } from './written-number.js';

/** What a text says of an amount. Where it is one number, `low` and `high` are the same. */
export interface Amount {
  readonly low: number;
  readonly high: number;
  /** `<5`: the upper end does not belong to it. */
  readonly isBelow?: true;
  /** The number that stands there, where it is a single one. */
  readonly said?: number;
  /** That it may be one or the other, not something between: `1,200`. */
  readonly isDoubtful?: true;
}

type Bound = (number: number) => Amount;

const atLeast: Bound = (low) => ({ low, high: Number.POSITIVE_INFINITY, said: low });
const atMost: Bound = (high) => ({ low: Number.NEGATIVE_INFINITY, high });
const below: Bound = (high) => ({ low: Number.NEGATIVE_INFINITY, high, isBelow: true });
/** Who writes "about 15" may mean 12 or 20, but not 8. */
const about: Bound = (said) => ({ low: (said * 2) / 3, high: (said * 3) / 2, said });

const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:>=?|≥|at least|min(?:imum|\.)?(?: of)?|no less than|over|more than|above) ?/, atLeast],
  [/^(?:<=|≤|up to|at most|max(?:imum|\.)?(?: of)?|no more than) ?/, atMost],
  [/^(?:<|under|less than|fewer than|below) ?/, below],
  [/^(?:~|≈|about|around|approx(?:imately|\.)?|roughly|nearly|almost|circa|ca?\.|ca(?= )) ?/, about],
];

/** Before a unit or behind it: `5+ years`, `5 years or more`. */
const BEHIND: readonly (readonly [RegExp, Bound])[] = [
  [/ ?(?:\+|\b(?:plus|or more|and more|or over|and over)\b)/, atLeast],
  [/ (?:or less|or fewer)\b/, atMost],
  [/ (?:approx(?:imately|\b\.?)|or so)\b/, about],
];

/** What may stand behind a unit and changes nothing. */
const PADDING = / (?:(?:of )?(?:(?:work|working|professional|relevant|total) )?(?:experience|exp\.?)|in total)$/;

/** No amount is longer: no expression gets to see what is. */
const LONGEST = 60;

/**
 * Reads a cell that says how much: `5`, `5+ years`, `1 200`, `1'200`, `18 months` where years are counted, `8-10`,
 * `about 15`, `>500`, `eleven`. `undefined` for what is no amount, or one of something else than `unit`.
 */
export function readAmount(text: string, unit: string | undefined): Amount | undefined {
  if (text.length > LONGEST * 4) return undefined;
  const plain = plainCell(text).toLowerCase().replace(PADDING, '');
  if (plain.length > LONGEST) return undefined;
  const amount = readBounded(plain, unit) ?? readExact(plain, unit) ?? readRange(plain, unit);
  // 2019 is the year in which somebody began.
  const isCalendar =
    amount && timeUnit((unit ?? '').toLowerCase()) === 'year' && [amount.low, amount.high].some(isCalendarYear);
  return isCalendar ? undefined : amount;
}

function isCalendarYear(number: number): boolean {
  return number >= 1900 && number < 2200;
}

function readBounded(plain: string, unit: string | undefined): Amount | undefined {
  for (const [sign, bound] of [...BEFORE, ...BEHIND]) {
    if (!sign.test(plain)) continue;
    const exact = readExact(plain.replace(sign, '').trim(), unit);
    return exact && (exact.isDoubtful ? { low: bound(exact.low).low, high: bound(exact.high).high } : bound(exact.low));
  }
  return undefined;
}

/** `8-10 years`, `8 to 10`, `between 8 and 10`; the lower end may leave out its unit. */
function readRange(plain: string, unit: string | undefined): Amount | undefined {
  const [, from = '', to] = /^(?:between )?([^-–—]+?)(?: ?[-–—] ?| to | and | or )([^-–—]+)$/.exec(plain) ?? [];
  const high = to === undefined ? undefined : readExact(to, unit);
  const low = high && (readExact(`${from} ${/\D*$/.exec(to ?? '')?.[0] ?? ''}`.trim(), unit) ?? readExact(from, unit));
  if (!low || !high || low.isDoubtful || high.isDoubtful || low.high >= high.low) return undefined;
  return { low: low.low, high: high.high };
}

function readExact(plain: string, unit: string | undefined): Amount | undefined {
  const [, years, months] =
    /^(\d{1,2}) ?(?:y|yrs?\.?|years?),?(?: and)? (\d{1,2}) ?(?:mo|mos|mths?|months?)\.?$/.exec(plain) ?? [];
  if (years !== undefined) return inUnit(Number(years) * 12 + Number(months), 'months', unit);
  const [, digits = '', word = ''] = /^(.*?[\d.]|[a-z-]+?)(?: ?([\p{L}%]+)\.?)?$/u.exec(plain) ?? [];
  const number = readWrittenNumber(digits);
  // "Eleven" is not a number "e" of anything.
  if (number === undefined) return inUnit(readWrittenNumber(plain), '', unit);
  return inUnit(number, word, unit);
}

/** A number of something in the unit that is wanted; `undefined` where it counts something else. */
function inUnit(number: WrittenNumber | undefined, word: string, wanted = ''): Amount | undefined {
  const factor = factorOf(word, wanted.toLowerCase());
  if (number === undefined || factor === undefined) return undefined;
  const times = (one: number) => (one * factor.by) / factor.per;
  if (typeof number !== 'number') return { low: times(number[1]), high: times(number[0]), isDoubtful: true };
  return { low: times(number), high: times(number), said: times(number) };
}

interface Factor {
  readonly by: number;
  readonly per: number;
}

const SAME: Factor = { by: 1, per: 1 };

function factorOf(word: string, wanted: string): Factor | undefined {
  if (word === '') return SAME;
  // One letter may be more than one word: "2M" of machines.
  if (word.length > 1 && wanted.startsWith(word.replace(/s$/, ''))) return SAME;
  if (word === 'k') return wanted.startsWith('k') ? undefined : { by: 1000, per: 1 };
  const [given, asked] = [timeUnit(word), timeUnit(wanted)];
  if (given === undefined || asked === undefined) return undefined;
  if (given === asked) return SAME;
  return given === 'month' ? { by: 1, per: 12 } : { by: 12, per: 1 };
}

function timeUnit(word: string): 'year' | 'month' | undefined {
  if (/^(?:y|yrs?|years?)$/.test(word)) return 'year';
  return /^(?:mos?|mths?|months?)$/.test(word) ? 'month' : undefined;
}
