import { put } from '../collections/put.js';
import { createRoots } from '../collections/roots.js';
import type { Person } from '../person/person.js';
import type { StoreFile } from '../personal/contents.js';
import { dayOf } from '../text/date.js';

/**
 * Files that go together or not at all: a chain of amendments, what a decision rests on, and all that stands beside
 * them.
 */
export interface Group {
  readonly files: readonly StoreFile[];
  readonly candidates: readonly Person[];
  /** The day from which its time counts; `undefined` where nothing tells it. */
  readonly day: string | undefined;
  readonly from: 'decision' | 'seal' | 'journal' | undefined;
  /** How many of its files are scorecards. */
  readonly scorecards: number;
  /** An open interview among them: an amendment, or a submission that was ended in between. */
  readonly draft: StoreFile | undefined;
}

/**
 * The files about candidates in groups, oldest first. Open interviews of which nothing is sealed, tables and plans are
 * in none.
 */
export function groupFiles(files: readonly StoreFile[]): readonly Group[] {
  const roots = createRoots();
  const grouped = files.filter(({ kind }) => GROUPED.has(kind));
  for (const file of grouped) for (const key of keysOf(file)) roots.join(`file ${file.path}`, key);
  const byRoot = new Map<string, StoreFile[]>();
  for (const file of grouped) put(byRoot, roots.of(`file ${file.path}`), file);
  return (
    [...byRoot.values()]
      .filter((members) => members.some(({ kind }) => kind !== 'draft' && kind !== 'lock'))
      .map(groupOf)
      // A file that names nobody and was sealed by nobody is not a record of interviews.
      .filter(({ candidates, scorecards }) => candidates.length > 0 || scorecards > 0)
      .sort((a, b) => ((a.day ?? '9') < (b.day ?? '9') ? -1 : 1))
  );
}

const GROUPED: ReadonlySet<StoreFile['kind']> = new Set([
  ...(['scorecard', 'report', 'signature', 'decision'] as const),
  ...(['history', 'draft', 'lock', 'temporary'] as const),
]);

/** What a file has in common with those that go with it. */
function keysOf({ path, kind, beside, id, seal, amends, rests }: StoreFile): readonly string[] {
  return [
    ...(beside === undefined ? [] : [`file ${beside}`]),
    ...(kind === 'decision' || id === undefined ? [] : [`id ${id}`]),
    ...[seal?.digest, amends, ...rests].flatMap((digest) => (digest === undefined ? [] : `digest ${digest}`)),
    `file ${path}`,
  ];
}

function groupOf(files: readonly StoreFile[]): Group {
  const sealed = files.filter(({ kind, seal }) => kind === 'scorecard' && seal !== undefined);
  const decisions = files.filter(({ kind }) => kind === 'decision');
  const journals = files.filter(({ kind }) => kind === 'history' || kind === 'temporary');
  const counted = sealed.length + decisions.length > 0 ? [...sealed, ...decisions] : journals;
  const days = counted.map(({ at }) => (at === undefined ? undefined : dayOf(at)));
  const candidates = files.flatMap((file) => file.candidates);
  return {
    files,
    candidates: [...new Map(candidates.map((person) => [`${person.id ?? ''}\n${person.name}`, person])).values()],
    // One without a date may be younger than all the others.
    day: days.length === 0 || days.includes(undefined) || hasUnsealed(files) ? undefined : days.sort().at(-1),
    from: decisions.length > 0 ? 'decision' : sealed.length > 0 ? 'seal' : journals.length > 0 ? 'journal' : undefined,
    scorecards: sealed.length,
    draft: files.find(({ kind }) => kind === 'draft'),
  };
}

/** A scorecard that can't be read, or isn't sealed any more: nobody knows when it was. */
function hasUnsealed(files: readonly StoreFile[]): boolean {
  return files.some(({ kind, seal }) => kind === 'scorecard' && seal === undefined);
}
