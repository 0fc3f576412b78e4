import { EMPTY_LIST, itemsOf, type SharedList, sharedList } from '../collections/shared-list.js';
import type { Rating } from '../rubric/scale.js';
import type { Content, DimensionState, Note, ObservedFlag, Verdict } from './content.js';

/**
 * Content as the fold keeps it, one for each change that can be undone: what two of them have in common is there once.
 * With lists of notes, a journal of a hundred thousand notes would become as many lists of half as many notes each.
 */
export interface KeptContent {
  readonly cursor: number;
  readonly question: number | undefined;
  readonly dimensions: readonly KeptDimension[];
  readonly flags: readonly ObservedFlag[];
  readonly notes: SharedList<Note>;
  readonly verdict: Verdict | undefined;
}

export interface KeptDimension {
  readonly rating: Rating | undefined;
  readonly reason: string | undefined;
  readonly notes: SharedList<Note>;
  readonly asked: readonly number[];
}

const contents = new WeakMap<KeptContent, Content>();
const dimensions = new WeakMap<KeptDimension, DimensionState>();
const lists = new WeakMap<SharedList<Note>, readonly Note[]>([[EMPTY_LIST, []]]);
const origins = new WeakMap<Content, KeptContent>();

/** What is kept, to be read: the same object for the same one, as for its dimensions and lists of notes. */
export function contentOf(kept: KeptContent): Content {
  const content = remembered(contents, kept, ({ cursor, question, dimensions: states, flags, notes, verdict }) => ({
    cursor,
    question,
    dimensions: states.map(dimensionOf),
    flags,
    notes: notesOf(notes),
    ...(verdict ? { verdict } : {}),
  }));
  origins.set(content, kept);
  return content;
}

function dimensionOf(kept: KeptDimension): DimensionState {
  return remembered(dimensions, kept, ({ rating, reason, notes, asked }) => ({
    ...(rating === undefined ? {} : { rating }),
    ...(reason === undefined ? {} : { reason }),
    notes: notesOf(notes),
    asked,
  }));
}

function notesOf(list: SharedList<Note>): readonly Note[] {
  return remembered(lists, list, itemsOf);
}

function remembered<Key extends object, Value>(known: WeakMap<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const value = known.get(key) ?? make(key);
  known.set(key, value);
  return value;
}

/** Content to go on from. */
export function keptOf(content: Content): KeptContent {
  const origin = origins.get(content);
  if (origin) return origin;
  return {
    ...content,
    dimensions: content.dimensions.map(({ rating, reason, notes, asked }) => ({
      rating,
      reason,
      notes: sharedList(notes),
      asked,
    })),
    notes: sharedList(content.notes),
    verdict: content.verdict,
  };
}
