import { formatHundredths } from '../numbers/decimal.js';
import type { Fraction } from '../numbers/fraction.js';
import type { RedFlag } from '../rubric/rubric.js';
import { asPhrase } from '../text/wording.js';
import type { Band } from './rules.js';

/** A rule that acted on a recommendation, and what it acted on. */
export type Reason =
  | {
      readonly type: 'coverage';
      /** Coverage in whole per cent, rounded down. */
      readonly percent: number;
      readonly atLeast: number;
    }
  | {
      readonly type: 'band';
      readonly band: Band;
      readonly hundredths: number;
      readonly exact: Fraction<number | bigint>;
      /** Where the band begins, and where the next one begins; `undefined` at the ends. */
      readonly from: number | undefined;
      readonly below: number | undefined;
    }
  | {
      readonly type: 'minimum';
      readonly dimension: { readonly id: string; readonly name: string };
      /** One interviewer's rating, or the mean of a panel's. */
      readonly rating: number | Fraction<bigint>;
      readonly minimum: number;
      readonly atMost: Band;
    }
  | { readonly type: 'stop'; readonly flag: ActingFlag; readonly atMost: Band }
  | { readonly type: 'concern'; readonly flag: ActingFlag };

/** A red flag that was observed: its id, and what the rubric says of it. */
export type ActingFlag = Pick<RedFlag, 'id' | 'flag'>;

/** A reason as scorecards keep it: what acted on what, and the same in words. */
export type Because = {
  readonly rule: Reason['type'];
  /** The id of a dimension. */
  readonly dimension?: string;
  /** The id of a red flag. */
  readonly flag?: string;
  readonly text: string;
};

export function becauseOf(reason: Reason): Because {
  return {
    rule: reason.type,
    ...(reason.type === 'minimum' ? { dimension: reason.dimension.id } : {}),
    ...(reason.type === 'stop' || reason.type === 'concern' ? { flag: reason.flag.id } : {}),
    text: reasonInWords(reason),
  };
}

function reasonInWords(reason: Reason): string {
  switch (reason.type) {
    case 'coverage':
      return `coverage ${reason.percent}% is below the ${reason.atLeast}% that a recommendation needs`;
    case 'band':
      return bandInWords(reason);
    case 'minimum': {
      const { rating, dimension, minimum, atMost } = reason;
      const rated = typeof rating === 'number' ? rating : `${rating.numerator}/${rating.denominator} on average`;
      return `${dimension.name} is rated ${rated}, below its minimum of ${minimum}: at most "${atMost}"`;
    }
    case 'stop':
      return `red flag (stop): ${asPhrase(reason.flag.flag)}: at most "${reason.atMost}"`;
    case 'concern':
      return `red flag (concern), to be discussed: ${asPhrase(reason.flag.flag)}; it changes nothing`;
  }
}

function bandInWords({ band, hundredths, from, below }: Extract<Reason, { type: 'band' }>): string {
  const range = [from === undefined ? '' : `at least ${from}`, below === undefined ? '' : `below ${below}`];
  return `score ${formatHundredths(hundredths)} is in the band "${band}": ${range.filter(Boolean).join(', ')}`;
}
