import { put } from '../../core/collections/put.js';
import { coreQuestions, probesOf } from '../../core/rubric/core-questions.js';
import { EXPORT_NAMES, EXPORT_SYSTEMS } from '../../core/rubric/export-points.js';
import type {
  Dimension,
  Exercise,
  InterviewSession,
  Question,
  Requirement,
  Rubric,
  Variant,
} from '../../core/rubric/rubric.js';
import { scaleInWords } from '../../core/text/wording.js';
import { minutesOf } from './list.js';

// What every way of showing a rubric says in the same words. Parts are plain text; each format makes it safe for itself.

/** A rubric to be shown in one of its contexts. */
export interface RubricInContext {
  /** With the variant applied, and restricted to the session. */
  readonly rubric: Rubric;
  readonly variant: Variant | undefined;
  readonly session: InterviewSession | undefined;
}

/** A weight where one is given; `undefined` where all weigh the same, which is said once for all of them. */
export function ownWeight({ weight }: { readonly weight?: number | undefined }): string | undefined {
  return weight === undefined ? undefined : `${weight}%`;
}

/** Whether no dimension has a weight: then all weigh the same. */
export function weighTheSame(dimensions: readonly { readonly weight?: number | undefined }[]): boolean {
  return dimensions.every(({ weight }) => weight === undefined);
}

/** What to know of a dimension beside its name and weight: "13 min", "minimum 2". */
export function dimensionNotes({ minutes, minimum, optional }: Dimension): readonly string[] {
  return [
    minutes === undefined ? undefined : `${minutes} min`,
    minimum === undefined ? undefined : `minimum ${minimum}`,
    optional ? 'optional' : undefined,
  ].filter((note) => note !== undefined);
}

/** What to know of a dimension beside its name: "18%", "13 min", "minimum 2". */
export function factsOf(dimension: Dimension): readonly string[] {
  return [ownWeight(dimension), ...dimensionNotes(dimension)].filter((fact) => fact !== undefined);
}

/** A dimension's name with what to know of it: "Release safety (18%, 13 min, minimum 2)". */
export function headingOf(dimension: Dimension): string {
  const facts = factsOf(dimension);
  return facts.length === 0 ? dimension.name : `${dimension.name} (${facts.join(', ')})`;
}

/** How long the whole interview takes: its sessions, or else its dimensions; 0 where nothing says. */
export function lengthOf(rubric: Pick<Rubric, 'sessions' | 'dimensions'>): number {
  const { sessions } = rubric;
  return sessions.length > 0 ? sessions.reduce((sum, { minutes }) => sum + minutes, 0) : minutesOf(rubric);
}

/** `45`, or `45 to 60`. */
export function spanInWords({ minutes: { from, to } }: Pick<Exercise, 'minutes'>): string {
  return from === to ? String(from) : `${from} to ${to}`;
}

/** A session in one line: "Technical judgement, 60 min: 1, 2, 4", with the numbers of its dimensions. */
export function sessionInWords({ title, minutes, dimensions }: InterviewSession, rubric: Rubric): string {
  const numbers = rubric.dimensions.flatMap(({ id }, at) => (dimensions.includes(id) ? [at + 1] : []));
  return `${title}, ${minutes} min: ${numbers.join(', ')}`;
}

/** A follow-up: `probe` where anchors speak of it. */
export interface LabelledFollowUp {
  readonly label: 'probe' | 'then';
  readonly text: string;
}

/** The follow-ups of a question in their order, which begins with the probes. */
export function followUpsOf(question: Question): readonly LabelledFollowUp[] {
  const probes = probesOf(question).length;
  return question.followUps.map((text, at) => ({ label: at < probes ? 'probe' : 'then', text }));
}

export interface OrderedQuestion {
  readonly question: Question;
  /** Whether every candidate is asked it. */
  readonly isCore: boolean;
}

/** The questions of a dimension, those that every candidate is asked first. */
export function questionsInOrder(dimension: Dimension): readonly OrderedQuestion[] {
  const core = coreQuestions(dimension);
  return [
    ...core.map((question) => ({ question, isCore: true })),
    ...dimension.questions.flatMap((question) => (core.includes(question) ? [] : [{ question, isCore: false }])),
  ];
}

const POOLS = {
  mean: 'The rating of a panel is the mean of its interviewers.',
  median: 'The rating of a panel is the median of its interviewers.',
  trimmed: 'The rating of a panel is the mean of its interviewers without the highest and the lowest, from four on.',
} as const;

/** How a score becomes a recommendation, in one paragraph. */
export function rulesInWords({ recommendation, scale, ...rubric }: Rubric): string {
  const { bands, coverageAtLeast, strongYesNeeds, borderline, pool } = recommendation;
  return [
    `On a scale of ${scaleInWords(scale)}: strong yes from ${bands['strong-yes']}, yes from ${bands.yes}, no from ${bands.no}, below that strong no.`,
    `Incomplete below ${coverageAtLeast}% coverage.`,
    strongYesNeeds === undefined ? undefined : `A dimension below ${strongYesNeeds} allows no more than "yes".`,
    'A dimension below its minimum or a red flag of severity stop allows no more than "no".',
    borderline === undefined ? undefined : `Borderline at most ${borderline} from where "yes" begins.`,
    pool === undefined ? undefined : POOLS[pool],
    ...EXPORT_SYSTEMS.map((system) => {
      const points = rubric.export?.[system];
      return points && `Exported to ${EXPORT_NAMES[system]}: ${pointsInWords(points)}.`;
    }),
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

/** What ratings are in another system: `1 is 1, 2 and 3 are 2`. */
function pointsInWords(points: Readonly<Record<string, string | number>>): string {
  const ratings = new Map<string | number, string[]>();
  for (const [rating, point] of Object.entries(points).sort(([a], [b]) => Number(a) - Number(b)))
    put(ratings, point, rating);
  return [...ratings]
    .map(([point, same]) => `${same.join(' and ')} ${same.length === 1 ? 'is' : 'are'} ${point}`)
    .join(', ');
}

/** Which rubric it is: "lead-devops 2.0.0, extends core". */
export function originOf({ id, version, extends: base }: Rubric): string {
  return `${id} ${version}${base === undefined ? '' : `, extends ${base}`}`;
}

/** `Dimensions and weights`, or that there are none. */
export function planTitle({ dimensions }: Rubric): string {
  return weighTheSame(dimensions) ? 'Dimensions, of equal weight' : 'Dimensions and weights';
}

/** A requirement in one line: "Years leading teams: at least 5 years, usually up to 10". */
export function requirementInWords({ name, atLeast, typicalTo, unit, required, note }: Requirement): string {
  const counted = unit === undefined ? '' : ` ${unit}`;
  const range =
    atLeast === undefined
      ? ''
      : `: at least ${atLeast}${counted}${typicalTo === undefined ? '' : `, usually up to ${typicalTo}`}`;
  return `${name}${range}${required ? '' : ' (not required)'}${note ? `. ${note}` : ''}`;
}
