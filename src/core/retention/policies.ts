/** What a rule says of how long records of hiring are kept. Facts, and no advice. */
export interface Policy {
  /** Years for which they have to be kept; `undefined` where no rule says how many. */
  readonly years: number | undefined;
  readonly fact: string;
  readonly source: string;
}

/** The day on which the facts were looked up. */
export const FACTS_AS_OF = '2026-11-26';

export const POLICIES = {
  us: {
    years: 1,
    fact: 'private employers keep hiring records one year from the record or the decision, whichever is later (state and local government and education: two), and to its end once a charge is filed',
    source: '29 CFR 1602.14 and following',
  },
  'us-ca': {
    years: 4,
    fact: 'data of automated decision systems, scoring outputs included, are kept four years, since 1 October 2025',
    source: 'California Code of Regulations, title 2, section 11013',
  },
  'us-co': {
    years: 3,
    fact: 'records of computation that generates scores or recommendations used to assist a decision are kept three years, from 1 January 2027',
    source: 'Colorado, SB 26-189',
  },
  eu: {
    years: undefined,
    fact: 'no period is fixed: personal data are kept no longer than needed, in practice often six to twelve months',
    source: 'GDPR, article 5(1)(e)',
  },
  uk: {
    years: undefined,
    fact: 'no period is fixed: personal data are kept no longer than needed',
    source: 'UK GDPR, article 5(1)(e)',
  },
} as const satisfies Readonly<Record<string, Policy>>;

export type PolicyName = keyof typeof POLICIES;
export const POLICY_NAMES = Object.keys(POLICIES) as readonly PolicyName[];

/** What is older than this goes. */
export interface Cutoff {
  /** The first day from which everything stays: `2025-11-26`. */
  readonly before: string;
  /** The rules that give a number of years. */
  readonly policies: readonly PolicyName[];
}

interface Asked {
  readonly before: string | undefined;
  readonly policies: readonly PolicyName[];
  /** `2026-11-26`. */
  readonly today: string;
}

/** The earliest day that anything asked for gives, so that the longest counts; `undefined` where none gives one. */
export function cutoffOf({ before, policies, today }: Asked): Cutoff | undefined {
  const fixed = policies.filter((name) => POLICIES[name].years !== undefined);
  const days = [...fixed.map((name) => yearsBefore(today, POLICIES[name].years ?? 0)), ...(before ? [before] : [])];
  const [earliest] = days.sort();
  return earliest === undefined ? undefined : { before: earliest, policies: fixed };
}

/**
 * The same day some years ago; 29 February becomes the 28th, by which a day more is kept.
 *
 * @example yearsBefore('2028-02-29', 1) // '2027-02-28'
 */
export function yearsBefore(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year - years, month, 0)).getUTCDate();
  return [
    String(year - years).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(Math.min(date, last)).padStart(2, '0'),
  ].join('-');
}
