import type { Agreement } from '../../core/agreement/agreement.js';
import type { Figure, Missing } from '../../core/agreement/figure.js';
import type { AgreementShare } from '../../core/agreement/shares.js';
import type { RubricEdition } from '../../core/panel/edition.js';
import type { Interval } from '../../core/stats/ratings/no-value.js';

/** What is shown of the agreement of interviewers. */
export interface AgreementReport {
  /** One for each edition that has ratings. */
  readonly groups: readonly Agreement[];
  /** Whether everybody is shown by name. */
  readonly isNaming: boolean;
  /** Who looks, where it is known. */
  readonly me: string | undefined;
  /** Scorecards that were first sealed after the talk, and are in none of it. */
  readonly afterTalk: number;
  /** Scorecards that may not be seen yet, and are in none of it. */
  readonly hidden: number;
}

/** `head-infra 2.0.0: Head of Infrastructure Engineering`. */
export function editionTitle({ role, version, variant, revision, title }: RubricEdition): string {
  const which = [role, version, ...(variant === undefined ? [] : [`(${variant})`])].join(' ');
  return `${which}${revision > 1 ? `, other weights or rules (${revision})` : ''}: ${title}`;
}

export function twoDecimals(value: number): string {
  const text = value.toFixed(2);
  return text === '-0.00' ? '0.00' : text;
}

/** `+0.40`, `-0.62`: of what is above or below others. */
export function signed(value: number): string {
  const text = twoDecimals(value);
  return Number(text) > 0 ? `+${text}` : text;
}

export function intervalInWords([lower, upper]: Interval, show: (value: number) => string = twoDecimals): string {
  return `${show(lower)} to ${show(upper)}`;
}

/** `0.52 (0.38 to 0.62)`. */
export function figureInWords({ value, interval }: Figure, show: (value: number) => string = twoDecimals): string {
  return `${show(value)} (${intervalInWords(interval, show)})`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** `41% (38% to 45%)`; where there are too few candidates for an interval, the counts. */
export function shareInWords({ value, interval, agreed, pairs }: AgreementShare): string {
  if (value === undefined) return 'none';
  return interval ? `${percent(value)} (${intervalInWords(interval, percent)})` : `${agreed} of ${pairs}`;
}

/** What is missing for a number, as it follows "needs". */
export function missingInWords({ missing: { need, least, there } }: Missing): string {
  const are = there === 1 ? 'there is 1' : `there are ${there}`;
  switch (need) {
    case 'candidates-by-two':
      return `needs ${least} candidates rated by two; ${are}`;
    case 'full-scores':
      return `needs ${least} candidates with two scores over the whole rubric; ${are}`;
    case 'candidates':
      return `needs ${least} candidates; ${are}`;
    case 'compared-ratings':
      return `needs ${least} ratings beside somebody else's; ${are}`;
    case 'dimensions':
      return `needs ${least} dimensions; ${are}`;
    case 'interviewers':
      return `needs ${least} interviewers; ${are}`;
    case 'connection':
      return `needs interviewers who are linked by candidates; there are ${there} groups that share none`;
    case 'bridges':
      return `needs ${least} candidates that link the interviewers; ${are}`;
    case 'months':
      return `needs ${least} months with 30 ratings each; ${are}`;
    case 'difference':
      return 'needs ratings that differ; they are all alike';
    case 'candidate-difference':
      return 'needs candidates whose scores differ; all have the same';
    case 'interval':
      return 'is left out: these ratings leave nothing to tell its interval from';
  }
}

/** The share alone, for a cell; where there are too few candidates for an interval, the counts. */
export function shareCell({ value, interval, agreed, pairs }: AgreementShare): string {
  if (value === undefined) return '–';
  return interval ? percent(value) : `${agreed} of ${pairs}`;
}
