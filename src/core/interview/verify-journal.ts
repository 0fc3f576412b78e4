import { createProblem, type Path, type Problem } from '../problem.js';
import type { Evidence, RatedDimension, Scorecard } from '../scorecard/scorecard.js';
import { type StoredScorecard, upgradeScorecard } from '../scorecard/stored-scorecard.js';
import { buildScorecard } from './build-scorecard.js';
import type { SessionEvents, SubmitEvent } from './event.js';
import { applyEvent, replay, type Session } from './session.js';

/**
 * In version 1 a journal's time of submission is this much later than the scorecard's at most (milliseconds): it was
 * written after it.
 */
const WRITING = 60_000;

/**
 * What a scorecard says otherwise than the journal of its interview. Only what somebody entered is compared, and the
 * copy of the rubric: figures are computed again elsewhere, and times on a dimension are rounded.
 */
export function journalProblems(stored: StoredScorecard, events: SessionEvents): readonly Problem[] {
  const submission = events.find((event) => event.type === 'submit');
  if (stored.status === 'draft' && submission) {
    return [createProblem('journal', { what: 'status' }, ['status'])];
  }
  const card = upgradeScorecard(stored);
  const built = buildScorecard(submittedLike(stored, replayEntries(events), submission));
  const replayed = stored.schemaVersion === 1 ? asVersion1Had(built) : built;
  const dimensions = new Map(replayed.dimensions.map((dimension) => [dimension.id, dimension]));
  return [
    ...timeProblems(stored, submission),
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

function submittedLike(
  { submittedAt }: StoredScorecard,
  session: Session,
  submission: SubmitEvent | undefined,
): Session {
  return submittedAt === undefined ? session : applyEvent(session, { ...submission, at: submittedAt, type: 'submit' });
}

/** Without what version 1 did not keep. */
function asVersion1Had({ changedAfterReveal: _, verdict, ...card }: Scorecard): Scorecard {
  const bare = ({ text }: Evidence): Evidence => ({ text });
  return {
    ...card,
    ...(verdict
      ? { verdict: { is: verdict.is, ...(verdict.reason === undefined ? {} : { reason: verdict.reason }) } }
      : {}),
    dimensions: card.dimensions.map(({ evidence, ...dimension }) => ({
      ...dimension,
      ...(evidence ? { evidence: evidence.map(bare) } : {}),
    })),
    redFlags: card.redFlags.map(({ evidence, ...flag }) => ({
      ...flag,
      ...(evidence ? { evidence: evidence.map(bare) } : {}),
    })),
  };
}

function timeProblems(
  { schemaVersion, submittedAt }: StoredScorecard,
  submission: SubmitEvent | undefined,
): readonly Problem[] {
  if (submittedAt === undefined || submission === undefined) return [];
  const most = schemaVersion === 1 ? WRITING : 0;
  if (Math.abs(Date.parse(submission.at) - Date.parse(submittedAt)) <= most) return [];
  const about = { what: 'entry', key: 'submittedAt', told: submittedAt, entered: submission.at } as const;
  return [createProblem('journal', about, ['submittedAt'])];
}

type Facts = Readonly<Record<string, unknown>>;

function factsOf(card: Scorecard): Facts {
  const { candidate, interviewer, rubric, startedAt, verdict, redFlags, notes = [], changedAfterReveal = [] } = card;
  const { scale, recommendation } = rubric;
  return {
    program: [card.program?.name, card.program?.version],
    candidate: [candidate.name, candidate.id],
    interviewer: [interviewer.name, interviewer.id],
    session: card.session,
    amends: [card.amends?.digest, card.amends?.reason, card.amends?.after],
    previous: card.previous,
    shadow: card.shadow === true,
    unblinded: card.unblinded === true,
    startedAt,
    held: card.held,
    notes: notes.map(noteFacts),
    verdict: verdict?.is,
    'reason of the verdict': verdict?.reason,
    'first verdict': verdict?.first,
    changedAfterReveal: changedAfterReveal.map(({ dimension, flag, from, to }) => [dimension, flag, from, to]),
    redFlags: redFlags.map(({ id, flag, severity, evidence = [] }) => [id, flag, severity, evidence.map(noteFacts)]),
    rubric: [rubric.id, rubric.version, rubric.variant, rubric.title, rubric.sha256],
    scale: [scale.min, scale.max, scale.step ?? 1, scale.bar, Object.entries(scale.labels)],
    recommendation: [
      recommendation.coverageAtLeast,
      ...(['strong-yes', 'yes', 'no'] as const).map((word) => recommendation.bands[word]),
      recommendation.strongYesNeeds,
      recommendation.borderline,
      recommendation.pool ?? 'mean',
    ],
  };
}

function entriesOf(dimension: RatedDimension): Facts {
  const { rating, reason, name, weight, minimum, optional, anchor, evidence = [], asked = [] } = dimension;
  const notes = evidence.map(noteFacts);
  return { rating, reason, name, weight, minimum, optional: optional === true, anchor, evidence: notes, asked };
}

function noteFacts({ text, at }: Evidence): readonly unknown[] {
  return [text, at];
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
