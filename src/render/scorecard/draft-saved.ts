import { type Session, timeSpent } from '../../core/interview/session.js';
import { clean, count } from '../text/text.js';
import { formatClock } from '../text/words.js';

/** What stays on the screen when the interview is left: how far it went, whose it is, how to resume it. Three lines. */
export function renderDraftSaved(session: Session, command: string): string {
  const { open, content, clock } = session;
  const decided = content.dimensions.filter(({ rating }) => rating !== undefined).length;
  const notes = content.dimensions.reduce((sum, state) => sum + state.notes.length, 0);
  const parts = [
    `${decided} of ${content.dimensions.length} decided`,
    count(notes, 'note'),
    formatClock(timeSpent(session, clock.last).total),
  ];
  return [
    `Draft saved: ${parts.join(', ')}\n`,
    `${clean(open.candidate.name)}, ${clean(open.rubric.title)}, by ${clean(open.interviewer.name)}\n`,
    `Resume with: ${command}\n`,
  ].join('');
}
