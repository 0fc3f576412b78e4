import { buildScorecard } from '../../core/interview/build-scorecard.js';
import { replay } from '../../core/interview/session.js';
import type { LoggedSeal } from '../../core/log/logged-seals.js';
import { createNote, createProblem, type Problem } from '../../core/problem.js';
import { type ChainFinding, type Head, type Link, walkChains } from '../../core/scorecard/walk-chains.js';
import { shownPath } from '../../io/rubrics/rubric-library.js';
import type { SealedJournal } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import type { FindNeighbours, Neighbours } from './neighbours.js';
import type { ReadFile, WholeStore } from './targets.js';

/** What verifying a store as a whole came to. */
export interface CheckedStore {
  readonly shown: string;
  readonly heads: readonly Head[];
  readonly problems: readonly Problem[];
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

/** Follows each interviewer's chain, and looks for what was sealed and is gone. `read` may hold more than the store's files. */
export function checkChains(
  { store, shown, files }: WholeStore,
  read: readonly ReadFile[],
  { neighboursOf, host }: Desk,
): CheckedStore {
  const paths = new Set(files.map(({ path }) => path));
  const own = read.filter(({ path }) => paths.has(path));
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
  const log = `${shown}/log.ndjson`;
  return {
    shown,
    heads,
    problems: [
      ...journals.map((sealed) => journalProblem(sealed, neighbours, host)),
      ...findings.flatMap((finding) =>
        'digest' in finding && named.has(finding.digest) && finding.type !== 'fork' ? [] : problemOf(finding, log),
      ),
    ],
    outside: outside.length,
    links,
    logged,
  };
}

/** The link that a scorecard is; none for version 1, and for what is not sealed. An altered one counts by the digest that it names. */
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

function problemOf(finding: ChainFinding, log: string): Problem {
  switch (finding.type) {
    case 'gap':
      return about(finding.link, createProblem('missing-seal', { by: 'next', digest: finding.digest }, ['previous']));
    case 'stranger':
      return about(finding.link, createNote('from-elsewhere', { lacks: 'previous' }, ['previous']));
    case 'gone': {
      const { digest, by, at } = finding;
      return { ...createProblem('missing-seal', { by: 'log', digest, interviewer: by.name, at }, []), file: log };
    }
    case 'unamended':
      return about(
        finding.link,
        createProblem('missing-seal', { by: 'amendment', digest: finding.digest }, ['amends']),
      );
    case 'foreign':
      return about(finding.link, createProblem('other-chain', { before: finding.before.name }, ['previous']));
    case 'fork': {
      const { links, digest } = finding;
      const [last, ...others] = links.toReversed();
      const files = others.map(({ file }) => file);
      return {
        ...createNote('fork', { files, isFirst: digest === undefined }, ['previous']),
        ...(last ? { file: last.file } : {}),
      };
    }
  }
}

function about({ file }: Link, problem: Problem): Problem {
  return { ...problem, file };
}
