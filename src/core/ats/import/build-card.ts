import { observedFlags, ratedDimension } from '../../interview/build-scorecard.js';
import type { Person } from '../../person/person.js';
import type { Rubric } from '../../rubric/rubric.js';
import { plannedSessions } from '../../rubric/session.js';
import type { Scorecard } from '../../scorecard/scorecard.js';
import { evaluate } from '../../scoring/evaluate.js';
import { dayOfInterview } from '../../text/date.js';
import type { Fit } from './fit-rubric.js';

/** What a scorecard says but for who sealed it, when, and under which name. */
export type CardContents = Pick<
  Scorecard,
  | 'candidate'
  | 'interviewer'
  | 'session'
  | 'source'
  | 'rubric'
  | 'held'
  | 'dimensions'
  | 'redFlags'
  | 'notes'
  | 'verdict'
  | 'result'
>;

interface Frame {
  /** With the variant and the session applied. */
  readonly rubric: Rubric;
  /** What a scorecard keeps of it. */
  readonly copy: Scorecard['rubric'];
  readonly session: string | undefined;
  readonly candidate: Person;
  readonly interviewer: Person;
  readonly held: string | undefined;
  readonly source: NonNullable<Scorecard['source']>;
}

/** The contents of a scorecard that was taken from another system, scored like any other. */
export function cardContents(fit: Fit, frame: Frame): CardContents {
  const { rubric, copy, session, candidate, interviewer, held, source } = frame;
  const redFlags = observedFlags(rubric, fit.flags);
  const { score, result } = evaluate({
    dimensions: rubric.dimensions.map((dimension, at) => ({ ...dimension, rating: fit.ratings[at] ?? 'not-assessed' })),
    redFlags,
    recommendation: rubric.recommendation,
    scale: rubric.scale,
    session,
    sessions: plannedSessions(rubric),
  });
  const { notes, verdict, verdictReason } = fit;
  return {
    candidate,
    interviewer,
    ...(session === undefined ? {} : { session }),
    source,
    rubric: copy,
    ...(held === undefined ? {} : { held }),
    dimensions: rubric.dimensions.map((dimension, at) =>
      ratedDimension(
        dimension,
        { rating: fit.ratings[at] ?? 'not-assessed', notes: fit.evidence[at] ?? [], asked: [] },
        { contribution: score.contributions[at], seconds: 0 },
      ),
    ),
    redFlags,
    ...(notes.length > 0 ? { notes: [...notes] } : {}),
    ...(verdict ? { verdict: { is: verdict, ...(verdictReason ? { reason: verdictReason } : {}) } } : {}),
    result,
  };
}

/**
 * Whether a scorecard says the same of an interview as these contents, whoever is named in them. `day`: that of the
 * interview, where the other system has one.
 */
export function saySame(card: Scorecard, contents: CardContents, day: string | undefined): boolean {
  const isSameDay = day === undefined || dayOfInterview(card) === day;
  return isSameDay && saidIn(card) === saidIn(contents);
}

function saidIn({ dimensions, redFlags, notes = [], verdict }: CardContents): string {
  return JSON.stringify([
    dimensions.map(({ id, rating, evidence = [] }) => [id, rating, evidence.map(({ text }) => text)]),
    redFlags.map(({ id }) => id),
    notes.map(({ text }) => text),
    [verdict?.is, verdict?.reason],
  ]);
}
