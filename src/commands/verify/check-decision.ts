import { basename, resolve } from 'node:path';
import { type LoggedDecision, loggedDecisions } from '../../core/decision/log-decision.js';
import { goneDecisions, replacedDigests } from '../../core/decision/lost-decision.js';
import { decisionSealProblem } from '../../core/decision/parse-decision.js';
import { panelProblems } from '../../core/decision/verify-decision.js';
import { createPeople } from '../../core/person/person.js';
import { createNote, createProblem, inFile, type Problem } from '../../core/problem.js';
import { repeatedKeyProblems } from '../../core/scorecard/repeated-keys.js';
import { storeOfDecision } from '../../io/store/decisions/read-decisions.js';
import { markdownOf } from '../../io/store/decisions/write-decision.js';
import { openStore, storeAt } from '../../io/store/folder-store.js';
import type { Store } from '../../io/store/store.js';
import { exists, readBytes } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { renderDecisionMarkdown } from '../../render/decision/markdown.js';
import { checkReport } from '../../render/scorecard/check-markdown.js';
import type { Findings } from './check-beside.js';
import { type Grounds, readGrounds } from './decision-grounds.js';
import type { FindNeighbours } from './neighbours.js';
import type { ReadDecisionFile, WholeStore } from './targets.js';

interface Desk {
  readonly neighboursOf: FindNeighbours;
  readonly host: Host;
  /** The store that `--store` gives. */
  readonly given: string | undefined;
}

/** Checks each decision: what it says of itself, what stands beside it, and the scorecards on which it rests. */
export async function checkDecisions(
  decisions: readonly ReadDecisionFile[],
  { neighboursOf, host, given }: Desk,
): Promise<readonly Findings[]> {
  const known = new Map<string, Grounds>();
  const findings: Findings[] = [];
  for (const decision of decisions) {
    const folder = storeOfDecision(decision.path);
    const store = folder === undefined ? openStore(host, given) : storeAt(folder, host);
    const grounds = known.get(store.location) ?? (await readGrounds(store, host));
    known.set(store.location, grounds);
    const { problems, unchecked } = checkDecision(decision, {
      grounds,
      isAtHome: folder !== undefined,
      isErased: (digest) => neighboursOf(resolve(store.location, 'x')).logged.get(digest)?.isErased === true,
      logged: loggedDecisions(store.readLog()),
    });
    findings.push({ problems: inFile(problems, decision.shown), unchecked });
  }
  return findings;
}

interface Place {
  readonly grounds: Grounds;
  /** Whether it lies in the store that holds its scorecards. */
  readonly isAtHome: boolean;
  readonly isErased: (digest: string) => boolean;
  readonly logged: ReadonlyMap<string, LoggedDecision>;
}

function checkDecision(decision: ReadDecisionFile, place: Place): Findings {
  const { record, bytes, path } = decision;
  const altered = decisionSealProblem(record);
  const name = basename(path).replace(/\.json$/i, '');
  const isNamed = name.normalize() === record.id.normalize();
  const report = altered ? undefined : checkReportOf(decision);
  const resting = checkResting(decision, place);
  const isLogged = record.digest !== undefined && place.logged.has(record.digest);
  return {
    problems: [
      ...repeatedKeyProblems(new TextDecoder().decode(bytes)),
      ...(altered ? [altered] : []),
      ...(isNamed ? [] : [createProblem('file-name', { id: record.id, what: 'decision' }, ['id'])]),
      ...(report === 'edited'
        ? [createProblem('report', { file: markdownOf(decision.shown), what: 'decision' }, [])]
        : []),
      ...(isLogged || !place.isAtHome || altered ? [] : [createNote('unlogged-decision', {}, [])]),
      ...resting.problems,
    ],
    unchecked: [
      ...(report === 'unlike' ? ['report (another version of scorecard worded it)'] : []),
      ...resting.unchecked,
    ],
  };
}

function checkReportOf({ record, path, shown }: ReadDecisionFile) {
  const file = markdownOf(path);
  if (!exists(file)) return undefined;
  const text = new TextDecoder().decode(readBytes(file, markdownOf(shown)));
  return checkReport(record.digest, renderDecisionMarkdown(record), text);
}

/** What became of its scorecards; where they are all there, whether its panel is theirs. */
function checkResting({ record, altered }: ReadDecisionFile, { grounds, isAtHome, isErased }: Place): Findings {
  const { scorecards } = record;
  const missing = scorecards.filter(({ digest = '' }) => !grounds.good.has(digest));
  if (missing.length === scorecards.length && !isAtHome) {
    return { problems: [], unchecked: ['scorecards of a decision (they are in another store)'] };
  }
  const states = missing.map(({ digest = '', interviewer }) => {
    const state = grounds.altered.has(digest) ? 'altered' : isErased(digest) ? 'erased' : 'gone';
    return { state, digest, interviewer: interviewer?.name ?? 'somebody' } as const;
  });
  const unread = grounds.isPartial ? states.filter(({ state }) => state === 'gone') : [];
  const told = states.filter((one) => !unread.includes(one));
  const recomputed = missing.length === 0 ? grounds.recompute(record) : undefined;
  return {
    problems: [
      ...told.map((about) =>
        (about.state === 'erased' ? createNote : createProblem)('rests-on', about, ['scorecards']),
      ),
      ...(recomputed && altered === undefined ? panelProblems(record, recomputed) : []),
    ],
    unchecked: [
      ...unread.map(() => 'scorecard of a decision (no permission)'),
      ...(recomputed ? [] : [`recommendation of a decision (${whyNot(record, missing.length)})`]),
    ],
  };
}

function whyNot({ rubric }: ReadDecisionFile['record'], missing: number): string {
  if (missing > 0) return 'not all of its scorecards are there';
  return rubric.acrossVersions === true ? 'it was pooled across versions' : 'its rubric is not at hand';
}

/** What the decisions of a whole store say of each other, and what its log says of them. */
export function checkDecisionChains(
  { store, shown, decisions: files }: WholeStore,
  read: readonly ReadDecisionFile[],
): readonly Problem[] {
  const paths = new Set(files.map(({ path }) => path));
  const own = read.filter(({ path }) => paths.has(path));
  const records = own.map(({ record }) => record);
  const log = store.readLog();
  const digests = new Set(records.map(({ digest }) => digest));
  const logged = loggedDecisions(log);
  const isGone = (digest: string) => !digests.has(digest) && logged.get(digest)?.isErased !== true;
  const named = replacedDigests(records);
  return [
    ...own.flatMap(({ record: { replaces }, shown: file }) =>
      replaces && isGone(replaces.digest)
        ? inFile([createProblem('missing-decision', { by: 'next', digest: replaces.digest }, ['replaces'])], file)
        : [],
    ),
    // What the next one names is told once, by it.
    ...goneDecisions(log, records).flatMap(({ digest }) =>
      named.has(digest)
        ? []
        : inFile([createProblem('missing-decision', { by: 'log', digest }, [])], `${shown}/log.ndjson`),
    ),
    ...besideEachOther(own, store),
  ];
}

/** Decisions about one candidate and role of which neither stands in place of the other. */
function besideEachOther(own: readonly ReadDecisionFile[], store: Store): readonly Problem[] {
  const people = createPeople(
    own.map(({ record }) => record.candidate),
    store.readPeople().same,
  );
  const replaced = replacedDigests(own.map(({ record }) => record));
  const heads = own
    .filter(({ record }) => record.digest === undefined || !replaced.has(record.digest))
    .sort((a, b) => Date.parse(a.record.decidedAt) - Date.parse(b.record.decidedAt));
  return heads.flatMap(({ record, shown }, at) => {
    const other = heads
      .slice(0, at)
      .find(
        (earlier) =>
          earlier.record.rubric.id === record.rubric.id && people.isSame(earlier.record.candidate, record.candidate),
      );
    return other ? inFile([createNote('two-decisions', { other: other.shown }, [])], shown) : [];
  });
}
