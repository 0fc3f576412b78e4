import type { Evidence } from '../scorecard/scorecard.js';

/** A note, and what it is beside that. */
export type Note = Evidence & {
  /** A red flag was seen in it. */
  readonly isFlagged?: true;
  /** It says why the verdict is what it is. */
  readonly isReason?: true;
};

interface HasNotes {
  readonly notes: readonly Note[];
}

/** Notes from the last one back: one more shares all that went before, as undo keeps each state that there was. */
interface Chain {
  readonly last: Note;
  readonly before: Chain | undefined;
}

/** The chains behind lists that may not have been made yet. */
const chains = new WeakMap<HasNotes, Chain | undefined>();

/**
 * A copy with one more note, which costs the same however many there are: the list is made when it is first read. A
 * journal of a hundred thousand notes would else become as many lists of half as many notes each.
 */
export function withNote<T extends HasNotes>(holder: T, note: Note): T {
  return holding(withoutNotes(holder), { last: note, before: chainOf(holder) });
}

/** A copy with some other values beside the notes, which are not read for it. */
export function withValues<T extends HasNotes>(holder: T, values: Partial<Omit<T, 'notes'>>): T {
  return withNotesOf(holder, { ...withoutNotes(holder), ...values });
}

/** The notes of the one with the values of the other. */
export function withNotesOf<T extends HasNotes>(holder: T, values: Omit<T, 'notes'>): T {
  return holding(values, chainOf(holder));
}

function holding<T extends HasNotes>(values: Omit<T, 'notes'>, chain: Chain | undefined): T {
  let list: readonly Note[] | undefined;
  const holder = {
    ...values,
    get notes() {
      list ??= listOf(chain);
      return list;
    },
  } as T;
  chains.set(holder, chain);
  return holder;
}

function withoutNotes<T extends HasNotes>(holder: T): Omit<T, 'notes'> {
  // One by one: to spread or to destructure would read the notes.
  const keys = Object.keys(holder).filter((key) => key !== 'notes') as Exclude<keyof T, 'notes'>[];
  return Object.fromEntries(keys.map((key) => [key, holder[key]])) as Omit<T, 'notes'>;
}

function chainOf(holder: HasNotes): Chain | undefined {
  if (chains.has(holder)) return chains.get(holder);
  return holder.notes.reduce<Chain | undefined>((before, last) => ({ last, before }), undefined);
}

function listOf(chain: Chain | undefined): readonly Note[] {
  const list: Note[] = [];
  for (let link = chain; link !== undefined; link = link.before) list.push(link.last);
  return list.reverse();
}
