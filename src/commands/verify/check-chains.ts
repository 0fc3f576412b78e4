import { buildScorecard } from '../../core/interview/build-scorecard.js';
import { replay } from '../../core/interview/session.js';
import type { LoggedSeal } from '../../core/log/logged-seals.js';
import { createNote, createProblem, type Problem } from '../../core/problem.js';
import { chainProblem } from '../../core/scorecard/chain/chain-problems.js';
import { type Head, type Link, walkChains } from '../../core/scorecard/chain/walk-chains.js';
import { shownPath } from '../../io/rubrics/rubric-folder.js';
import type { SealedJournal } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import type { FindNeighbours, Neighbours } from './neighbours.js';
import type { ReadFile, ReadFiles, WholeStore } from './targets.js';

/** What verifying a store as a whole came to. */
export interface CheckedStore {
  readonly shown: string;
  readonly heads: readonly Head[];
  readonly problems: readonly Problem[];
  readonly unchecked: readonly string[];
  /** Scorecards that stand outside the chains: those of version 1. */
  readonly outside: number;
  /** What the walk went along. */
  readonly links: readonly Link[];
  readonly logged: readonly LoggedSeal[];
}

interface Desk {
  readonly neighboursOf: FindNeighbours;
  readonly host: Host;
}

/**
 * Follows each interviewer's chain, and looks for what was sealed and is gone. What was read may be more than the
 * store's files.
 */
export function checkChains(
  { store, shown, files }: WholeStore,
  read: Pick<ReadFiles, 'files' | 'closed'>,
  { neighboursOf, host }: Desk,
): CheckedStore {
  const paths = new Set(files.map(({ path }) => path));
  const own = read.files.filter(({ path }) => paths.has(path));
  const neighbours = neighboursOf(`${store.location}/x`);
  const links = own.flatMap(linkOf);
  const logged = [...neighbours.logged.values()];
  const outside = own.filter(({ stored }) => stored.schemaVersion === 1);
  const { heads, findings } = walkChains(
    { links, logged },
    {
      same: store.readPeople().same,
      outside: new Set(outside.flatMap(({ stored: { digest } }) => digest ?? [])),
      isOfHere: ({ digest, id }) =>
        neighbours.logged.get(digest)?.sealed !== undefined || neighbours.histories.read(id).type === 'found',
    },
  );
  const journals = neighbours.histories
    .sealedWithout((id) => store.findScorecard(id) !== undefined)
    .map((journal) => ({ journal, digest: buildScorecard(replay(journal.events)).digest }));
  // What a journal tells of is told once, by its name.
  const named = new Set(journals.map(({ digest }) => digest));
  const isPartial = read.closed.some((path) => paths.has(path));
  const log = `${shown}/log.ndjson`;
  return {
    shown,
    heads,
    problems: [
      ...journals.map((sealed) => journalProblem(sealed, neighbours, host)),
      ...findings.flatMap((finding) =>
        'digest' in finding && named.has(finding.digest) && finding.type !== 'fork'
          ? []
          : chainProblem(finding, { log, isPartial }),
      ),
    ],
    unchecked: Array.from({ length: neighbours.unreadLines }, () => 'line of the log (damaged, or of a later version)'),
    outside: outside.length,
    links,
    logged,
  };
}

/**
 * The link that a scorecard is; none for version 1, and for what is not sealed. An altered one counts by the digest
 * that it names.
 */
function linkOf({ stored, card, shown }: ReadFile): readonly Link[] {
  const { schemaVersion, digest, id } = stored;
  if (schemaVersion === 1 || digest === undefined) return [];
  const { interviewer, previous, amends, submittedAt, startedAt } = card;
  return [{ digest, previous, at: submittedAt ?? startedAt, interviewer, amends: amends?.digest, id, file: shown }];
}

interface SealedWithout {
  readonly journal: SealedJournal;
  /** As its scorecard had it, where this version would write the same. */
  readonly digest: string | undefined;
}

function journalProblem(
  { journal: { id, location }, digest }: SealedWithout,
  { logged }: Neighbours,
  host: Host,
): Problem {
  const isErased = digest !== undefined && logged.get(digest)?.isErased === true;
  const problem = isErased
    ? createNote('kept-journal', { id }, [])
    : createProblem('missing-seal', { by: 'journal', id }, []);
  return { ...problem, file: shownPath(host, location) };
}
