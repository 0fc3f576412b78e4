import { createProblem, type Path, type Problem } from '../problem.js';
import type { RatedDimension, Scorecard } from '../scorecard/scorecard.js';
import { buildScorecard } from './build-scorecard.js';
import type { SessionEvent, SessionEvents } from './event.js';
import { applyEvent, replay, type Session } from './session.js';

/** A journal's time of submission may be this much later than the scorecard's (milliseconds): it is written after it. */
const WRITING = 60_000;

/**
 * What a scorecard says otherwise than the journal of its interview. Only what somebody entered is compared, and the
 * copy of the rubric: figures are computed again elsewhere, and times on a dimension are rounded.
 */
export function journalProblems(card: Scorecard, events: SessionEvents): readonly Problem[] {
  const submission = events.find(({ type }) => type === 'submit');
  if (card.status === 'draft' && submission) {
    return [createProblem('journal', { what: 'status' }, ['status'])];
  }
  const replayed = buildScorecard(submittedLike(card, replayEntries(events)));
  const dimensions = new Map(replayed.dimensions.map((dimension) => [dimension.id, dimension]));
  return [
    ...timeProblems(card, submission),
    ...compare(factsOf(card), factsOf(replayed), { path: [] }),
    ...(card.dimensions.length === replayed.dimensions.length
      ? []
      : [createProblem('journal', { what: 'dimensions' }, ['dimensions'])]),
    ...card.dimensions.flatMap((dimension, at) => {
      const entered = dimensions.get(dimension.id);
      const place = { dimension: dimension.id, path: ['dimensions', at] };
      return entered
        ? compare(entriesOf(dimension), entriesOf(entered), place)
        : [createProblem('journal', { what: 'dimension', id: dimension.id }, [...place.path, 'id'])];
    }),
  ];
}

/** The interview before its end: the last events only say that it was handed in, or opened again for that. */
function replayEntries([open, ...later]: SessionEvents): Session {
  const last = later.findLastIndex(({ type }) => type !== 'submit' && type !== 'reopen');
  return replay([open, ...later.slice(0, last + 1)]);
}

function submittedLike({ submittedAt }: Scorecard, session: Session): Session {
  return submittedAt === undefined ? session : applyEvent(session, { at: submittedAt, type: 'submit' });
}

function timeProblems({ submittedAt }: Scorecard, submission: SessionEvent | undefined): readonly Problem[] {
  if (submittedAt === undefined || submission === undefined) return [];
  if (Math.abs(Date.parse(submission.at) - Date.parse(submittedAt)) <= WRITING) return [];
  const about = { what: 'entry', key: 'submittedAt', told: submittedAt, entered: submission.at } as const;
  return [createProblem('journal', about, ['submittedAt'])];
}

type Facts = Readonly<Record<string, unknown>>;

function factsOf({ candidate, interviewer, rubric, startedAt, unblinded, verdict, redFlags }: Scorecard): Facts {
  const { scale, recommendation } = rubric;
  return {
    candidate,
    interviewer,
    startedAt,
    unblinded: unblinded === true,
    verdict: verdict?.is,
    'reason of the verdict': verdict?.reason,
    redFlags: redFlags.map(({ id, flag, severity, evidence }) => [id, flag, severity, evidence]),
    rubric: [rubric.id, rubric.version, rubric.variant, rubric.title, rubric.sha256],
    scale: [scale.min, scale.max, scale.bar, Object.entries(scale.labels)],
    recommendation: [
      recommendation.coverageAtLeast,
      ...(['strong-yes', 'yes', 'no'] as const).map((word) => recommendation.bands[word]),
    ],
  };
}

function entriesOf(dimension: RatedDimension): Facts {
  const { rating, reason, name, weight, minimum, optional, anchor, evidence = [], asked = [] } = dimension;
  return { rating, reason, name, weight, minimum, optional: optional === true, anchor, evidence, asked };
}

interface Place {
  /** Its id, where it is one dimension. */
  readonly dimension?: string;
  readonly path: Path;
}

function compare(told: Facts, entered: Facts, { path, ...place }: Place): readonly Problem[] {
  return Object.keys(told).flatMap((key) => {
    if (JSON.stringify(told[key]) === JSON.stringify(entered[key])) return [];
    const about = { what: 'entry', ...place, key, told: told[key], entered: entered[key] } as const;
    return [createProblem('journal', about, [...path, key])];
  });
}
