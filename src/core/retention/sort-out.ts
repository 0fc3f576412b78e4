import { createPeople, type Person } from '../person/person.js';
import type { StoreFile } from '../personal/contents.js';
import { dayOf } from '../text/date.js';
import { type Group, groupFiles } from './groups.js';

/** Why something that is old enough stays, or whose age nobody can tell. */
export type Staying =
  | { readonly type: 'held'; readonly why: string }
  | { readonly type: 'draft'; readonly path: string }
  | { readonly type: 'no-date' };

/** A store, sorted by what is due. */
export interface SortedOut {
  readonly due: readonly Group[];
  readonly staying: readonly { readonly group: Group; readonly because: Staying }[];
  /** Open interviews that nobody has touched since; only their interviewers put them away. */
  readonly oldDrafts: readonly StoreFile[];
}

interface Sorting {
  /** What is of an earlier day is due. */
  readonly before: string;
  /** Why a candidate's data is kept, whatever its age. */
  readonly holdOf: (candidate: Person) => string | undefined;
}

/** What of a store is due, and what stays though it is old. */
export function sortOut(files: readonly StoreFile[], { before, holdOf }: Sorting): SortedOut {
  const groups = groupFiles(files);
  const grouped = new Set(groups.flatMap((group) => group.files));
  const old = groups.filter(({ day }) => day === undefined || day < before);
  const sorted = old.map((group) => ({ group, because: stayingOf(group, holdOf) }));
  return {
    due: sorted.flatMap(({ group, because }) => (because ? [] : group)),
    staying: sorted.flatMap(({ group, because }) => (because ? { group, because } : [])),
    oldDrafts: files.filter(
      (file) => file.kind === 'draft' && !grouped.has(file) && (file.at === undefined || dayOf(file.at) < before),
    ),
  };
}

function stayingOf({ candidates, day, draft }: Group, holdOf: Sorting['holdOf']): Staying | undefined {
  for (const candidate of candidates) {
    const why = holdOf(candidate);
    if (why !== undefined) return { type: 'held', why };
  }
  if (draft) return { type: 'draft', path: draft.path };
  return day === undefined ? { type: 'no-date' } : undefined;
}

/** The plans about candidates of whom nothing else stays, for the same role. */
export function plansLeft(files: readonly StoreFile[], gone: ReadonlySet<StoreFile>): readonly StoreFile[] {
  const people = createPeople(files.flatMap(({ candidates }) => candidates));
  const about = ({ candidates, role }: StoreFile) =>
    candidates.map((person) => JSON.stringify([people.keyOf(person) ?? people.nameOf(person), role]));
  const stay = new Set(files.filter((file) => file.kind !== 'plan' && !gone.has(file)).flatMap(about));
  const go = new Set([...gone].flatMap(about));
  return files.filter((file) => {
    const keys = about(file);
    return file.kind === 'plan' && keys.length > 0 && keys.every((key) => go.has(key) && !stay.has(key));
  });
}
