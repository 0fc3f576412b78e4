import type { Log } from '../log/entry.js';
import type { DecisionRecord } from './decision.js';
import { loggedDecisions } from './log-decision.js';

/** A decision of which a log tells and whose file is gone. */
export interface GoneDecision {
  readonly digest: string;
  /** When it was sealed; `undefined` where that was not logged. */
  readonly at: string | undefined;
}

/**
 * The decisions of which a log tells and that are neither among these nor erased on purpose; in the order of the log.
 * Those that another names as replaced are gone too, and may be passed over.
 */
export function goneDecisions(log: Log, records: readonly DecisionRecord[]): readonly GoneDecision[] {
  const here = new Set(records.map(({ digest }) => digest));
  return [...loggedDecisions(log)].flatMap(([digest, { at, isErased }]) =>
    here.has(digest) || isErased ? [] : [{ digest, at }],
  );
}

/** The digests of the decisions in whose place others stand. */
export function replacedDigests(records: readonly DecisionRecord[]): ReadonlySet<string> {
  return new Set(records.flatMap(({ replaces }) => replaces?.digest ?? []));
}

/**
 * The newest decision that rested on one of these scorecards, or on one that they amend, and is gone: a log names no
 * candidate, so that the scorecards alone tell whom it was about.
 */
export function goneDecisionOn(
  log: Log,
  records: readonly DecisionRecord[],
  scorecards: readonly string[],
): GoneDecision | undefined {
  const known = withAmended(scorecards, log);
  const replaced = replacedDigests(records);
  return goneDecisions(log, records).findLast(
    ({ digest }) =>
      !replaced.has(digest) &&
      log.entries.some(
        ({ type, decisions = [], scorecards: restsOn }) =>
          type === 'decide' && decisions.includes(digest) && restsOn.some((seal) => known.has(seal.digest)),
      ),
  );
}

function withAmended(scorecards: readonly string[], { entries }: Log): ReadonlySet<string> {
  const before = new Map(entries.flatMap((entry) => entry.scorecards.map(({ digest, amends }) => [digest, amends])));
  const known = new Set<string>();
  for (const digest of scorecards) {
    for (let one: string | undefined = digest; one !== undefined && !known.has(one); one = before.get(one))
      known.add(one);
  }
  return known;
}
