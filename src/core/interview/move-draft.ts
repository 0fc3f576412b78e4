import type { Dimension, Rubric } from '../rubric/rubric.js';
import { isOnScale, isRated } from '../rubric/scale.js';
import { type DimensionState, evidenceText, type Note, type ObservedFlag } from './content.js';
import type { SessionEvent } from './event.js';
import type { Session } from './session.js';

/**
 * What an interview holds, as the events of one by another rubric. Dimensions and red flags are matched by id; what the
 * other rubric has no place for becomes notes on the interview as a whole, so that nothing is lost.
 */
export function eventsByRubric({ open, content, lastAt, reason }: Session, rubric: Rubric): readonly SessionEvent[] {
  const at = lastAt;
  const whole = (text: string): SessionEvent => ({ at, type: 'note', text });
  return [
    ...open.rubric.dimensions.flatMap((from, position): readonly SessionEvent[] => {
      const state = content.dimensions[position];
      const to = rubric.dimensions.find(({ id }) => id === from.id);
      if (!state) return [];
      return to ? dimensionEvents(state, { to, rubric, at }) : homelessNotes(state, from).map(whole);
    }),
    ...content.flags.map((flag): SessionEvent => {
      if (rubric.redFlags.some(({ id }) => id === flag.id)) {
        return { at, type: 'flag', flag: flag.id, evidence: flag.evidence };
      }
      return whole(flagNote(flag, open.rubric));
    }),
    ...content.notes.map((note) => noteEvent(note, at)),
    ...(content.verdict ? [{ at, type: 'verdict' as const, ...content.verdict }] : []),
    ...(reason === undefined ? [] : [{ at, type: 'reason' as const, text: reason }]),
  ];
}

interface Target {
  readonly to: Dimension;
  readonly rubric: Rubric;
  readonly at: string;
}

function dimensionEvents(
  { rating, reason, notes }: DimensionState,
  { to, rubric, at }: Target,
): readonly SessionEvent[] {
  const dimension = to.id;
  const written = notes.map((note) => noteEvent(note, at, dimension));
  if (rating === undefined) return written;
  const isFit = isRated(rating) ? isOnScale(rating, rubric.scale) : rating === 'not-assessed' || to.optional;
  const rated: SessionEvent = isFit
    ? { at, type: 'rate', dimension, rating, ...(reason ? { reason } : {}) }
    : { at, type: 'note', dimension, text: `was ${rating} by the other rubric` };
  return [rated, ...written];
}

function noteEvent({ text, at: noted, isFlagged, isReason }: Note, at: string, dimension?: string): SessionEvent {
  return {
    at,
    type: 'note',
    ...(dimension === undefined ? {} : { dimension }),
    text,
    ...(noted === undefined ? {} : { noted }),
    ...(isFlagged ? { flagged: true } : {}),
    ...(isReason ? { reason: true } : {}),
  };
}

function homelessNotes({ rating, reason, notes }: DimensionState, { name }: Dimension): readonly string[] {
  const why = reason === undefined ? '' : `: ${reason}`;
  return [
    ...(rating === undefined ? [] : [`${name}: ${rating}${why}`]),
    ...notes.map(({ text }) => `${name}: ${text}`),
  ];
}

function flagNote({ id, evidence }: ObservedFlag, { redFlags }: Rubric): string {
  const flag = redFlags.find((known) => known.id === id)?.flag ?? id;
  return evidence.length === 0 ? `red flag: ${flag}` : `red flag: ${flag}: ${evidenceText(evidence)}`;
}
