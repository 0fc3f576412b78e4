import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CardReading, PanelCard } from '../../core/panel/card.js';
import type { RubricEdition } from '../../core/panel/edition.js';
import type { Host } from '../system/host.js';
import type { FoundFile } from './card-files.js';
import { type CardOfShare, type MetEdition, type ReadShare, readShares, type SharedFiles } from './share-of-cards.js';

/** From so many files on, threads save more time than it takes to start them. */
const MANY = 1000;

/** No more than this at once: each has memory of its own, and what follows the reading is done by one. */
const MOST_THREADS = 4;

/**
 * Reads scorecards in several threads, where there are many and processors to spare: by their paths, in the order of the
 * files. A file that holds anything but good ones is left out: it is to be read with care.
 */
export async function readInThreads(
  files: readonly FoundFile[],
  { registry, keepsEvidence, keepsDetail = false }: CardReading,
  { home }: Pick<Host, 'home'>,
): Promise<ReadonlyMap<string, readonly PanelCard[]>> {
  const plain = files.filter(isPlain);
  if (plain.length < MANY) return new Map();
  const program = join(home, 'dist/card-thread.cjs');
  const threads = Math.min(MOST_THREADS, availableParallelism()) - 1;
  if (threads < 1 || !existsSync(program)) return new Map();
  const shared: SharedFiles = {
    files: plain.map(({ path, shown }) => ({ path, shown })),
    keepsEvidence,
    keepsDetail,
    next: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
  };
  const read = new Array<Read | undefined>(plain.length);
  const createTaker = () => {
    const met: MetEdition[] = [];
    return ({ from, cards, editions }: ReadShare) => {
      met.push(...editions);
      for (const [at, found] of cards.entries()) if (found) read[from + at] = { cards: found, met };
    };
  };
  const others = Array.from({ length: threads }, () => runThread(program, shared, createTaker()));
  const takeOwn = createTaker();
  for (const share of readShares(shared)) {
    takeOwn(share);
    // What the others have read comes in between.
    await new Promise(setImmediate);
  }
  await Promise.all(others);
  return inOrder(read, plain, registry);
}

/** The scorecards of a file, and the editions that its thread has met. */
interface Read {
  readonly cards: readonly CardOfShare[];
  readonly met: readonly MetEdition[];
}

function isPlain({ path, isRegular }: FoundFile): boolean {
  return isRegular === true && /\.json$/i.test(path);
}

/** Settles when the thread has ended, for whatever reason: what it has not read is left to others. */
function runThread(program: string, shared: SharedFiles, take: (share: ReadShare) => void): Promise<void> {
  return new Promise((resolve) => {
    const thread = new Worker(program, { workerData: shared });
    thread.on('message', take);
    thread.on('error', () => resolve());
    thread.on('exit', () => resolve());
  });
}

/** Editions are numbered in the order of the files, whichever thread was the first to meet them. */
function inOrder(
  read: readonly (Read | undefined)[],
  files: readonly FoundFile[],
  registry: CardReading['registry'],
): ReadonlyMap<string, readonly PanelCard[]> {
  const known = new Map<MetEdition, RubricEdition>();
  const editionOf = (source: MetEdition) => {
    const { rubric, form } = source;
    const edition = known.get(source) ?? registry.find(rubric, form) ?? registry.add(rubric, form);
    known.set(source, edition);
    return edition;
  };
  const all = new Map<string, readonly PanelCard[]>();
  for (const [at, { path }] of files.entries()) {
    const found = read[at];
    if (!found) continue;
    const cards = found.cards.flatMap((card): readonly PanelCard[] => {
      const source = found.met[card.edition];
      return source ? [{ ...card, edition: editionOf(source) }] : [];
    });
    if (cards.length === found.cards.length) all.set(path, cards);
  }
  return all;
}
