import { put } from '../collections/put.js';
import { createPeople, type Pair } from '../person/person.js';
import { createNote, type Problem } from '../problem.js';
import type { SealedBrief } from '../scorecard/sealed-brief.js';

/** A row of a table that has a scorecard. */
export interface SealedRow extends SealedBrief {
  /** The line on which it begins. */
  readonly line: number;
  readonly row: string;
  /** Whether its scorecard was not there before. */
  readonly isNew: boolean;
}

interface Stored {
  /** Every scorecard that was there before. */
  readonly cards: readonly SealedBrief[];
  /** Which names are one person. */
  readonly same: readonly Pair[];
}

/**
 * Where several scorecards of one interviewer for one candidate meet, as rows of a table or beside those that were there
 * before: which of them counts. One note for each, at the line of the row.
 */
export function repeatNotes(rows: readonly SealedRow[], { cards, same }: Stored): readonly Problem[] {
  const notes: Problem[] = [];
  const first = new Map<string, SealedRow>();
  for (const row of rows) {
    const before = first.get(row.row);
    if (before) notes.push(noteAt(row, createNote('same-row', { first: before.line }, [])));
    else first.set(row.row, row);
  }
  const others = cards.filter(({ row }) => row === undefined || !first.has(row));
  const groups = groupsOf([...first.values(), ...others], same);
  for (const group of groups) {
    const own = group.filter(isRow);
    const [one, second] = own;
    if (one === undefined) continue;
    const inOrder = [...group].sort(byTime);
    if (second !== undefined && isRepeated(own)) notes.push(severalRows(own, inOrder));
    const note = besideOthers(own, inOrder);
    if (note) notes.push(note);
  }
  return notes.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** The scorecards that are of one interviewer, candidate, rubric and session. */
function groupsOf(all: readonly SealedBrief[], same: readonly Pair[]): Iterable<readonly SealedBrief[]> {
  const candidates = createPeople(
    all.map(({ candidate }) => candidate),
    same,
  );
  const interviewers = createPeople(
    all.map(({ interviewer }) => interviewer),
    same,
  );
  const groups = new Map<string, SealedBrief[]>();
  for (const card of all) {
    const whom = candidates.keyOf(card.candidate);
    const by = interviewers.keyOf(card.interviewer);
    // A name that may be one of several people: what reads the store tells it.
    if (whom !== undefined && by !== undefined)
      put(groups, `${whom}\n${by}\n${card.session ?? ''}\n${card.edition}`, card);
  }
  return groups.values();
}

/** What the newest row says against what was there before; `undefined` where nothing needs to be said. */
function besideOthers(own: readonly SealedRow[], inOrder: readonly SealedBrief[]): Problem | undefined {
  const told = inOrder.filter(isRow).findLast(({ isNew }) => isNew || own.every((row) => !row.isNew));
  const other = inOrder.findLast((card) => !isRow(card) && told !== undefined && isRepeated([card, told]));
  if (told === undefined || other === undefined) return undefined;
  const about = { ...namesOf(told), day: other.day, scores: { of: told.score, other: other.score } };
  const isReplaced = byTime(told, other) < 0;
  if (told.isNew) {
    return noteAt(told, createNote('later-scorecard', { ...about, counts: isReplaced ? 'other' : 'row' }, []));
  }
  // That a row was amended is as it should be.
  return isReplaced && !other.isAmendment ? noteAt(told, createNote('replaced-row', about, [])) : undefined;
}

function severalRows(own: readonly SealedRow[], inOrder: readonly SealedBrief[]): Problem {
  const last = own[own.length - 1] as SealedRow;
  const newest = inOrder.at(-1);
  const lines = own.map(({ line }) => line);
  const counts = newest && isRow(newest) ? newest.line : undefined;
  return noteAt(last, createNote('several-rows', { ...namesOf(last), lines, counts }, []));
}

function isRow(card: SealedBrief): card is SealedRow {
  return 'isNew' in card;
}

/** Oldest first: by the day of the interview, the time of the seal, the place in the table. */
function byTime(a: SealedBrief, b: SealedBrief): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  const lines = isRow(a) && isRow(b) ? a.line - b.line : 0;
  return Date.parse(a.at) - Date.parse(b.at) || lines;
}

/** Whether two of them rate the same: what rates only something else is a part of the same interview, and counts too. */
function isRepeated(cards: readonly SealedBrief[]): boolean {
  const all = cards.flatMap(({ rated }) => rated);
  return new Set(all).size < all.length || cards.some(({ rated }) => rated.length === 0);
}

function namesOf({ candidate, interviewer }: SealedBrief) {
  return { candidate: candidate.name, interviewer: interviewer.name };
}

function noteAt({ line }: SealedRow, note: Problem): Problem {
  return { ...note, line, column: 1 };
}
