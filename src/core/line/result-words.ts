import { evaluateSession } from '../interview/build-scorecard.js';
import type { Session } from '../interview/session.js';
import { formatHundredths } from '../numbers/decimal.js';
import { plannedSessions } from '../rubric/session.js';
import { sessionInWords } from '../scoring/because.js';
import type { Evaluation } from '../scoring/evaluate.js';

/** The score as the review says it: `score 3.18 of 5, covered 85%`; of a session `score 3.18 over 4 of 8 dimensions`. */
export function scoreWords({ open: { rubric, session } }: Session, { score, result }: Evaluation): string {
  const shown = score.hundredths === undefined ? 'no score' : `score ${formatHundredths(score.hundredths)}`;
  if (session === undefined) {
    const of = score.hundredths === undefined ? '' : ` of ${rubric.scale.max}`;
    return `${shown}${of}, covered ${result.coverage}%`;
  }
  const inPlan = new Set(rubric.sessions.flatMap(({ dimensions }) => dimensions)).size;
  return `${shown} over ${rubric.dimensions.length} of ${inPlan} dimensions`;
}

/** What the rubric makes of it: a recommendation, or that there is none yet. */
export function recommendationWords(session: Session, { result } = evaluateSession(session)): string {
  const { rubric, session: part } = session.open;
  if (part !== undefined) return sessionInWords(plannedSessions(rubric));
  return `${result.recommendation.replace('-', ' ')}${result.borderline ? ', borderline' : ''}`;
}

/** The title of the session that is held; `undefined` where the whole plan is. */
export function sessionTitle({ rubric, session }: Session['open']): string | undefined {
  return session === undefined ? undefined : (rubric.sessions.find(({ id }) => id === session)?.title ?? session);
}
