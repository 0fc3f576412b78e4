import { formatHundredths } from '../numbers/decimal.js';
import { lowestTerms } from '../numbers/fraction.js';
import { asPhrase, numberInWords } from '../text/wording.js';
import type { PooledRating, Reason, ReasonDimension } from './reason.js';

/** A reason as scorecards keep it: what acted on what, and the same in words. */
export type Because = {
  readonly rule: Reason['type'];
  /** The id of a dimension. */
  readonly dimension?: string;
  /** The ids of the dimensions that would turn a borderline recommendation. */
  readonly dimensions?: string[];
  /** The id of a red flag. */
  readonly flag?: string;
  readonly text: string;
};

/** A reason as a fact, such as `minimum leadership`: what makes it the same as another, however that is worded. */
export function factOf({ rule, dimension, flag, dimensions = [] }: Fact): string {
  return [rule, dimension ?? flag, ...dimensions].filter(Boolean).join(' ');
}

interface Fact {
  readonly rule: string;
  readonly dimension?: string | undefined;
  readonly dimensions?: readonly string[] | undefined;
  readonly flag?: string | undefined;
}

/** `isIncomplete`: nothing is recommended, so that caps are told as what they would do. */
export function becauseOf(reason: Reason, isIncomplete: boolean): Because {
  return {
    rule: reason.type,
    ...('dimension' in reason ? { dimension: reason.dimension.id } : {}),
    ...('turning' in reason ? { dimensions: reason.turning.map(({ id }) => id) } : {}),
    ...('flag' in reason ? { flag: reason.flag.id } : {}),
    text: reasonInWords(reason, isIncomplete ? 'would be at most' : 'at most'),
  };
}

function reasonInWords(reason: Reason, atMost: string): string {
  switch (reason.type) {
    case 'coverage':
      return `coverage ${reason.percent}% is below the ${reason.atLeast}% that a recommendation needs`;
    case 'session':
      return sessionInWords(reason.of, reason.held);
    case 'band':
      return bandInWords(reason);
    case 'strong-yes-needs': {
      const { dimension, rating, needs } = reason;
      return `${dimension.name} is rated ${ratingInWords(rating)}, below the ${needs} that "strong-yes" needs in each dimension: ${atMost} "${reason.atMost}"`;
    }
    case 'minimum': {
      const { dimension, rating, minimum, below } = reason;
      const single = below.length === 0 ? '' : ` (${givenBy(below)})`;
      return `${dimension.name} is rated ${ratingInWords(rating)}, below its minimum of ${minimum}${single}: ${atMost} "${reason.atMost}"`;
    }
    case 'minimum-not-rated':
      return `${reason.dimension.name} has a minimum of ${reason.minimum} and was ${STATES[reason.state]}`;
    case 'single-below-minimum': {
      const { dimension, rating, minimum, below } = reason;
      return `${dimension.name} is rated ${givenBy(below)}, below its minimum of ${minimum}; ${ratingInWords(rating)} reaches it`;
    }
    case 'stop':
      return `red flag (stop): ${asPhrase(reason.flag.flag)}: ${atMost} "${reason.atMost}"`;
    case 'concern':
      return `red flag (concern), to be discussed: ${asPhrase(reason.flag.flag)}; it changes nothing`;
    case 'borderline':
      return borderlineInWords(reason);
  }
}

/** `one session of three`: what a scorecard of one session says where others have a recommendation. */
export function sessionInWords(of: number | undefined, held = 1): string {
  return `${numberInWords(held)} session${held === 1 ? '' : 's'} of ${of === undefined ? 'several' : numberInWords(of)}`;
}

const STATES = { 'not-assessed': 'not assessed', 'not-applicable': 'called not applicable' } as const;

function bandInWords({ band, hundredths, from, below }: Extract<Reason, { type: 'band' }>): string {
  const range = [from === undefined ? '' : `at least ${from}`, below === undefined ? '' : `below ${below}`];
  return `score ${formatHundredths(hundredths)} is in the band "${band}": ${range.filter(Boolean).join(', ')}`;
}

function ratingInWords(rating: PooledRating): string {
  if (typeof rating === 'number') return String(rating);
  const { numerator, denominator } = lowestTerms(rating);
  return `${denominator === 1 ? numerator : `${numerator}/${denominator}`} ${POOLED_BY[rating.by]}`;
}

const POOLED_BY = {
  mean: 'on average',
  median: 'as the median',
  trimmed: 'on average without the highest and the lowest',
} as const;

/** `2 by one interviewer`, `1 and 2 by 2 interviewers`. */
function givenBy(ratings: readonly number[]): string {
  const given = ratings.toSorted((a, b) => a - b).join(' and ');
  return `${given} by ${ratings.length === 1 ? 'one interviewer' : `${ratings.length} interviewers`}`;
}

function borderlineInWords({ edge, within, step, turning, isOfPanel }: Extract<Reason, { type: 'borderline' }>) {
  const near = `borderline, at most ${within} from the ${edge} where "yes" begins`;
  if (turning.length === 0) return `${near}; no ${isOfPanel ? "interviewer's" : 'single'} step ${step} would turn it`;
  return `${near}; ${isOfPanel ? "one interviewer's" : 'one'} step ${step} in ${quotedNames(turning)} would turn it`;
}

/** `"a"`, `"a" or "b"`, `"a", "b" or "c"`. */
export function quotedNames(dimensions: readonly ReasonDimension[]): string {
  const names = dimensions.map(({ name }) => `"${name}"`);
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' or ');
}
