/**
 * scorecard as a library: rubrics, exact scores, recommendations with their reasons. Nothing here reads a file, asks,
 * or looks at the clock. The file is shipped as the package's types, so it imports nothing.
 */

export * from './core/stats/library.js';

/** Something wrong with the input; all problems are reported at once. */
export interface Problem {
  /** Stable, kebab-case, such as `weights-sum`: what a program decides by. */
  readonly code: string;
  /** For people; its words may change. */
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'advice' | 'note';
  /** Keys and list positions from the top. */
  readonly path: readonly (string | number)[];
  readonly on?: 'key';
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A whole number of the scale; a blank is `not-assessed`, never 0. */
export type Rating = number | 'not-assessed' | 'not-applicable';
export type Band = 'strong-yes' | 'yes' | 'no' | 'strong-no';
export type Recommendation = Band | 'incomplete';

/** What says which ratings a scale has: those from `min` to `max`, a step of 1 apart unless it is given. */
export interface ScaleRange {
  readonly min: number;
  readonly max: number;
  readonly step?: 1 | 0.5 | undefined;
}

export interface Scale {
  min: number;
  max: number;
  /** 0.5: halves too. */
  step: 1 | 0.5;
  /** The rating that meets the bar. */
  bar: number;
  labels: Record<string, string>;
}

export interface Question {
  ask: string;
  listenFor: string[];
  followUps: string[];
  /** Asked of every candidate; where no question of a dimension is, its first one is. */
  core: boolean;
}

/** What one rating looks like in behaviour. */
export interface Anchor {
  /** The same for the eye, in a few words that fit one line. */
  short?: string | undefined;
  text: string;
}

export interface Dimension {
  id: string;
  name: string;
  /** Per cent; all weights of a rubric add up to exactly 100. Absent in all: they weigh the same. */
  weight?: number | undefined;
  optional: boolean;
  minimum?: number | undefined;
  meetsBar: string;
  anchors: Record<string, Anchor>;
  questions: Question[];
}

export interface RedFlag {
  id: string;
  flag: string;
  severity: 'stop' | 'concern';
}

export interface Rules {
  /** Per cent of the applicable weight that must be rated for a band to be given. */
  coverageAtLeast: number;
  /** The lowest score of each band. */
  bands: { 'strong-yes': number; yes: number; no: number };
  /** With any rating below this, at most `yes`. */
  strongYesNeeds?: number | undefined;
  /** A score at most this far from where `yes` begins is borderline. */
  borderline?: number | undefined;
  /** How a panel's ratings of a dimension become one; absent: the mean. */
  pool?: 'mean' | 'median' | 'trimmed' | undefined;
}

export interface Variant {
  id: string;
  title: string;
  why: string;
}

/** A checked rubric; it holds more than is named here, as `rubric.schema.json` describes. */
export interface Rubric {
  id: string;
  title: string;
  version: string;
  aliases: string[];
  summary: string;
  scale: Scale;
  dimensions: Dimension[];
  redFlags: RedFlag[];
  recommendation: Rules;
  variants: Variant[];
}

/** A candidate or an interviewer. */
export interface Person {
  name: string;
  /** An e-mail address or the id in another system. Where there is one, it is who they are. */
  id?: string | undefined;
}

/** What was said or seen, and when it was noted. */
export interface Evidence {
  text: string;
  at?: string | undefined;
}

/** A rule that acted, or what else the rules tell: on which dimension or red flag, by its id, and the same in words. */
export interface Because {
  rule: string;
  dimension?: string | undefined;
  /** Those of which one step up or down would turn a borderline recommendation. */
  dimensions?: string[] | undefined;
  flag?: string | undefined;
  text: string;
}

/** A checked scorecard file; it holds more than is named here, and keys of later versions are kept. */
export interface Scorecard {
  schemaVersion: 2;
  id: string;
  status: 'draft' | 'submitted';
  candidate: Person;
  interviewer: Person;
  startedAt: string;
  submittedAt?: string | undefined;
  dimensions: {
    id: string;
    name: string;
    weight?: number | undefined;
    rating: Rating;
    evidence?: Evidence[] | undefined;
  }[];
  redFlags: (RedFlag & { evidence?: Evidence[] | undefined })[];
  result: {
    score?: number | undefined;
    coverage: number;
    recommendation: Recommendation;
    /** Absent: no. */
    borderline?: boolean | undefined;
    because: Because[];
  };
  digest?: string | undefined;
  [key: string]: unknown;
}

/** A scorecard file that version 0.1 wrote. */
export interface Scorecard1 {
  schemaVersion: 1;
  id: string;
  status: 'draft' | 'submitted';
  candidate: string;
  interviewer: string;
  startedAt: string;
  submittedAt?: string | undefined;
  dimensions: { id: string; name: string; weight: number; rating: Rating; evidence?: string[] | undefined }[];
  redFlags: (RedFlag & { evidence?: string | undefined })[];
  result: { score?: number | undefined; coverage: number; recommendation: Recommendation; because: string[] };
  digest?: string | undefined;
  [key: string]: unknown;
}

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export interface Score {
  /** The weighted mean on the rubric's own scale, exact; `undefined` when nothing was rated. */
  readonly exact: Fraction | undefined;
  /** `exact` in hundredths of a point, rounded half up; with `bands`, never up to the edge of the next one. */
  readonly hundredths: number | undefined;
  /** Rated weight over applicable weight. */
  readonly coverage: Fraction;
  /** The weight of each dimension, in the whole units of `exact`. */
  readonly units: readonly number[];
  /** One for each dimension, in hundredths of a point; they add up to `hundredths`. `undefined` where not rated. */
  readonly contributions: readonly (number | undefined)[];
}

export interface Advice {
  readonly recommendation: Recommendation;
  /** Whether the score is near where `yes` begins, and nothing but its band decides. */
  readonly isBorderline: boolean;
  /** Each rule that acted, in the order in which they apply, and what else they tell. */
  readonly because: readonly Because[];
}

/** Checks data (such as YAML that was read) against the schema and the rules between its parts. */
export declare function parseRubric(data: unknown): Checked<Rubric>;

/** The rubric as a variant reshapes it: other weights and minimums, further questions and red flags. */
export declare function applyVariant<R extends Rubric>(rubric: R, variant: R['variants'][number] | undefined): R;

/** The score of one scorecard, in whole numbers only. A scale with halves needs to be given. */
export declare function computeScore(
  dimensions: readonly { readonly weight?: number | undefined; readonly rating: Rating }[],
  bands?: Rules['bands'],
  scale?: ScaleRange,
): Score;

/** Coverage in per cent, rounded down. */
export declare function coveragePercent(coverage: Fraction): number;

/** Applies the rules in their order: coverage, band, what a strong yes needs, minimums, red flags, borderline. */
export declare function recommend(judged: {
  readonly score: Score;
  readonly dimensions: readonly {
    readonly id: string;
    readonly name: string;
    readonly minimum?: number | undefined;
    readonly rating: Rating;
  }[];
  /** The red flags that were observed. */
  readonly redFlags: readonly Pick<RedFlag, 'id' | 'flag' | 'severity'>[];
  readonly rules: Rules;
  readonly scale: ScaleRange;
}): Advice;

/** Data (such as JSON that was read) as a scorecard of any version. */
export declare function parseScorecard(data: unknown): Checked<Scorecard | Scorecard1>;

/**
 * Everything in a scorecard that does not agree with the rest of it: its digest, its arithmetic. Empty when all agree.
 */
export declare function verifyScorecard(stored: Scorecard | Scorecard1): readonly Problem[];

/** `sha256:…` over the canonical JSON, without the key `digest`. */
export declare function digestOf(value: Readonly<Record<string, unknown>>): string;
