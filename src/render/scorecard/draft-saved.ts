import { timeSpent } from '../../core/interview/clock.js';
import type { Session } from '../../core/interview/session.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { count } from '../text/text.js';
import { formatClock } from '../text/words.js';

/** What stays on the screen when the interview is left: how far it went, whose it is, how to resume it. Three lines. */
export function renderDraftSaved(session: Session, command: TerminalText): TerminalText {
  const { open, content, clock } = session;
  const decided = content.dimensions.filter(({ rating }) => rating !== undefined).length;
  const notes = content.dimensions.reduce((sum, state) => sum + state.notes.length, 0);
  const parts = [
    say`${decided} of ${content.dimensions.length} decided`,
    count(notes, 'note'),
    formatClock(timeSpent(session, clock.last).total),
  ];
  return [
    say`Draft saved: ${parts.join(', ')}\n`,
    say`${clean(open.candidate.name)}, ${clean(open.rubric.title)}, by ${clean(open.interviewer.name)}\n`,
    say`Resume with: ${command}\n`,
  ].join('');
}
