import { itemAt, itemsOf, sharedList, withItem, withItemAt } from '../collections/shared-list.js';
import type { Rubric } from '../rubric/rubric.js';
import { isRated } from '../rubric/scale.js';
import type { Note, ObservedFlag } from './content.js';
import type { SessionEvent } from './event.js';
import type { KeptContent, KeptDimension } from './kept-content.js';

/** What undo can take back. */
export type ContentEvent = EventOf<
  'rate' | 'clear' | 'note' | 'mend' | 'notes' | 'flag' | 'unflag' | 'asked' | 'verdict'
>;
type EventOf<Type extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Type }>;

/** The content after one more event; the same object where the event does not fit. */
export function changeContent(content: KeptContent, rubric: Rubric, event: ContentEvent): KeptContent {
  switch (event.type) {
    case 'rate':
      return rate(content, rubric, event);
    case 'clear':
      return update(content, rubric, event.dimension, ({ notes, asked }) => ({
        rating: undefined,
        reason: undefined,
        notes,
        asked,
      }));
    case 'note':
      return note(content, rubric, event);
    case 'mend':
      return mend(content, rubric, event);
    case 'notes':
      return update(content, rubric, event.dimension, (state) => ({ ...state, notes: rewritten(state, event) }));
    case 'asked':
      return update(content, rubric, event.dimension, (state) => ({ ...state, asked: toggle(state.asked, event) }));
    case 'flag':
      return { ...content, flags: [...withoutFlag(content, event.flag), observed(event)] };
    case 'unflag':
      return { ...content, flags: withoutFlag(content, event.flag) };
    case 'verdict':
      return { ...content, verdict: { is: event.is, ...(event.reason ? { reason: event.reason } : {}) } };
  }
}

function note(content: KeptContent, rubric: Rubric, event: EventOf<'note'>): KeptContent {
  const { dimension, text, noted, at, question, flagged, reason } = event;
  const one: Note = {
    text,
    at: noted ?? at,
    ...(flagged ? { isFlagged: true } : {}),
    ...(reason ? { isReason: true } : {}),
  };
  const after = withNote(content, rubric, { place: dimension ?? null, note: one });
  return dimension === undefined ? after : atQuestion(after, rubric, { dimension, question });
}

/** Where notes stand: the id of a dimension, or `null` for the interview as a whole. */
type Place = string | null;

function withNote(
  content: KeptContent,
  rubric: Rubric,
  { place, note: one }: { readonly place: Place; readonly note: Note },
): KeptContent {
  if (place === null) return { ...content, notes: withItem(content.notes, one) };
  return update(content, rubric, place, (state) => ({ ...state, notes: withItem(state.notes, one) }));
}

/** The question that stood there when something was noted or rated was asked, and goes on standing there. */
function atQuestion(
  content: KeptContent,
  rubric: Rubric,
  { dimension, question }: { readonly dimension: string; readonly question?: number | undefined },
): KeptContent {
  if (question === undefined) return content;
  const position = positionOf(rubric, dimension);
  const isAsked = content.dimensions[position]?.asked.includes(question);
  const after = isAsked
    ? content
    : update(content, rubric, dimension, (state) => ({ ...state, asked: ascending([...state.asked, question]) }));
  return position === after.cursor && after.question !== question ? { ...after, question } : after;
}

/** A mended note keeps its time, and what else it is. */
function mend(content: KeptContent, rubric: Rubric, event: EventOf<'mend'>): KeptContent {
  const { dimension, note: at, text, to } = event;
  const place: Place = dimension ?? null;
  const notes = place === null ? content.notes : content.dimensions[positionOf(rubric, place)]?.notes;
  const old = notes && itemAt(notes, at);
  if (!notes || !old) return content;
  const isMoved = to !== undefined && to !== place;
  const stays = text === undefined || isMoved ? undefined : { ...old, text };
  const mended = withItemAt(notes, at, stays);
  const left =
    place === null
      ? { ...content, notes: mended }
      : update(content, rubric, place, (state) => ({ ...state, notes: mended }));
  if (!isMoved || text === undefined) return left;
  const { isReason: _, ...moved } = { ...old, text };
  return withNote(left, rubric, { place: to, note: moved });
}

/** What stood before keeps its time. */
function rewritten({ notes }: KeptDimension, { texts, at }: EventOf<'notes'>): KeptDimension['notes'] {
  const known = new Map(
    itemsOf(notes)
      .toReversed()
      .map((one) => [one.text, one]),
  );
  return sharedList(texts.map((text) => known.get(text) ?? { text, at }));
}

function rate(content: KeptContent, rubric: Rubric, event: EventOf<'rate'>): KeptContent {
  const { dimension, rating } = event;
  const reason = isRated(rating) ? undefined : event.reason || undefined;
  const rated = update(content, rubric, dimension, ({ notes, asked }) => ({ rating, reason, notes, asked }));
  if (event.stays || rated === content) return atQuestion(rated, rubric, event);
  const cursor = nextUndecided(rated.dimensions, positionOf(rubric, dimension));
  return { ...rated, cursor, question: undefined };
}

/** The next dimension without a decision, going round once; the review when there is none. */
function nextUndecided(dimensions: readonly KeptDimension[], from: number): number {
  const isOpen = ({ rating }: KeptDimension) => rating === undefined;
  const after = dimensions.findIndex((state, position) => position > from && isOpen(state));
  if (after >= 0) return after;
  const before = dimensions.findIndex(isOpen);
  return before >= 0 ? before : dimensions.length;
}

function update(
  content: KeptContent,
  rubric: Rubric,
  dimension: string,
  change: (state: KeptDimension) => KeptDimension,
): KeptContent {
  const position = positionOf(rubric, dimension);
  const state = content.dimensions[position];
  return state ? { ...content, dimensions: content.dimensions.with(position, change(state)) } : content;
}

/** -1 where the rubric has no such dimension. */
function positionOf(rubric: Rubric, dimension: string): number {
  return rubric.dimensions.findIndex(({ id }) => id === dimension);
}

function toggle(asked: readonly number[], event: { question: number; asked: boolean }): readonly number[] {
  const others = asked.filter((question) => question !== event.question);
  return event.asked ? ascending([...others, event.question]) : others;
}

function ascending(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => a - b);
}

function withoutFlag({ flags }: KeptContent, id: string): readonly ObservedFlag[] {
  return flags.filter((flag) => flag.id !== id);
}

function observed({ flag, evidence = [], at }: EventOf<'flag'>): ObservedFlag {
  const seen = typeof evidence === 'string' ? [{ text: evidence }] : evidence;
  return { id: flag, evidence: seen.filter(({ text }) => text !== '').map((one) => ({ ...one, at: one.at ?? at })) };
}
