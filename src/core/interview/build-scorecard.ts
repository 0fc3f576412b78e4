import type { Dimension, Rubric } from '../rubric/rubric.js';
import { copyOfScale, isRated, type Rating } from '../rubric/scale.js';
import { plannedSessions } from '../rubric/session.js';
import { digestOf } from '../scorecard/digest.js';
import type { Evidence, RatedDimension, Scorecard } from '../scorecard/scorecard.js';
import { type Evaluation, evaluate } from '../scoring/evaluate.js';
import { copyOfRules } from '../scoring/rules.js';
import { changesAfterReveal } from './after-reveal.js';
import { type DimensionState, type Note, type ObservedFlag, reasonsOf } from './content.js';
import type { OpenChange } from './event.js';
import { ratingsOfSession, type Session } from './session.js';

/** The evaluation of an interview as it stands. */
export function evaluateSession(session: Session): Evaluation {
  const { open, content } = session;
  return evaluateRatings({
    rubric: open.rubric,
    session: open.session,
    ratings: ratingsOfSession(session),
    flags: content.flags,
  });
}

interface Ratings {
  /** As the session holds it, where it is one. */
  readonly rubric: Rubric;
  readonly session: string | undefined;
  /** In the order of the rubric's dimensions. */
  readonly ratings: readonly (Rating | undefined)[];
  readonly flags: readonly ObservedFlag[];
}

/** What a rubric makes of one interviewer's ratings and red flags. */
export function evaluateRatings({ rubric, session, ratings, flags }: Ratings): Evaluation {
  return evaluate({
    dimensions: rubric.dimensions.map((dimension, at) => ({ ...dimension, rating: ratings[at] ?? 'not-assessed' })),
    redFlags: observedFlags(rubric, flags),
    recommendation: rubric.recommendation,
    scale: rubric.scale,
    session,
    sessions: plannedSessions(rubric),
  });
}

/**
 * A scorecard of the session; sealed with a digest when it was submitted, a draft otherwise. The same events always
 * give the same.
 */
export function buildScorecard(session: Session): Scorecard {
  const { open, content, clock, submission } = session;
  const { score, result } = evaluateSession(session);
  const card: Scorecard = {
    schemaVersion: 2,
    ...(submission?.program ? { program: submission.program } : {}),
    id: open.id,
    status: submission === undefined ? 'draft' : 'submitted',
    candidate: open.candidate,
    interviewer: open.interviewer,
    ...(open.session === undefined ? {} : { session: open.session }),
    ...amendmentOf(session),
    ...(submission?.previous === undefined ? {} : { previous: submission.previous }),
    ...(open.shadow ? { shadow: true } : {}),
    ...(session.isUnblinded ? { unblinded: true } : {}),
    rubric: rubricCopy(open),
    startedAt: session.startedAt,
    ...(submission === undefined ? {} : { submittedAt: submission.at }),
    ...(open.held === undefined ? {} : { held: open.held }),
    dimensions: open.rubric.dimensions.map((dimension, at) =>
      ratedDimension(dimension, content.dimensions[at] ?? { notes: [], asked: [] }, {
        contribution: score.contributions[at],
        seconds: Math.round((clock.spent[at] ?? 0) / 1000),
      }),
    ),
    redFlags: observedFlags(session.open.rubric, session.content.flags),
    ...wholeOf(session),
    ...changesAfterReveal(session),
    result,
  };
  return submission === undefined ? card : { ...card, digest: digestOf(card) };
}

function amendmentOf({ open: { amends }, submission }: Session): Pick<Scorecard, 'amends'> {
  if (amends === undefined) return {};
  const after = submission?.after === undefined ? {} : { after: submission.after };
  return { amends: { digest: amends.digest, reason: submission?.reason ?? '', ...after } };
}

/** The notes on the whole, and the verdict with its reasons; before there is a verdict, they are notes like others. */
function wholeOf({ content, revealed }: Session): Pick<Scorecard, 'notes' | 'verdict'> {
  const { verdict } = content;
  const notes = content.notes.filter(({ isReason }) => verdict === undefined || !isReason).map(evidenceOf);
  const kept = notes.length > 0 ? { notes } : {};
  if (verdict === undefined) return kept;
  const reasons = reasonsOf(content);
  const first = revealed?.verdict?.is;
  return {
    ...kept,
    verdict: {
      is: verdict.is,
      ...(reasons.length > 0 ? { reason: reasons.join('\n') } : {}),
      ...(first === undefined || first === verdict.is ? {} : { first }),
    },
  };
}

/** A note as a scorecard keeps it. */
function evidenceOf({ isFlagged: _, isReason: __, ...evidence }: Note): Evidence {
  return evidence;
}

/** What a scorecard keeps of its rubric. */
export function rubricCopy(open: Pick<OpenChange, 'rubric' | 'variant' | 'sha256'>): Scorecard['rubric'] {
  const { id, version, title, scale, recommendation } = open.rubric;
  return {
    id,
    version,
    ...(open.variant ? { variant: open.variant } : {}),
    title,
    sha256: open.sha256,
    scale: copyOfScale(scale),
    recommendation: copyOfRules(recommendation),
  };
}

/** One dimension as a scorecard keeps it; `contribution` is in hundredths of a point. */
export function ratedDimension(
  dimension: Dimension,
  state: DimensionState,
  { contribution, seconds }: { contribution: number | undefined; seconds: number },
): RatedDimension {
  const rating = state.rating ?? 'not-assessed';
  const anchor = isRated(rating) ? dimension.anchors[String(rating)]?.text : undefined;
  const asked = state.asked.flatMap((position) => dimension.questions[position]?.ask ?? []);
  return {
    id: dimension.id,
    name: dimension.name,
    ...(dimension.weight === undefined ? {} : { weight: dimension.weight }),
    ...(dimension.minimum === undefined ? {} : { minimum: dimension.minimum }),
    ...(dimension.optional ? { optional: true } : {}),
    rating,
    ...(state.reason ? { reason: state.reason } : {}),
    ...(anchor === undefined ? {} : { anchor }),
    ...(state.notes.length > 0 ? { evidence: state.notes.map(evidenceOf) } : {}),
    ...(asked.length > 0 ? { asked } : {}),
    ...(seconds > 0 ? { seconds } : {}),
    ...(contribution === undefined ? {} : { contribution: contribution / 100 }),
  };
}

/** The observed flags with what the rubric says of them. */
export function observedFlags(rubric: Rubric, flags: readonly ObservedFlag[]): Scorecard['redFlags'] {
  return flags.flatMap(({ id, evidence }) => {
    const flag = rubric.redFlags.find((candidate) => candidate.id === id);
    const seen = evidence.length > 0 ? { evidence: [...evidence] } : {};
    return flag ? [{ id, flag: flag.flag, severity: flag.severity, ...seen }] : [];
  });
}
