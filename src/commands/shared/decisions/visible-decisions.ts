import type { DecisionRecord } from '../../../core/decision/decision.js';
import type { ReadDecision } from '../../../core/decision/standing.js';
import type { Pair } from '../../../core/person/person.js';
import { EXIT, type ExitCode } from '../../../errors.js';
import type { Store } from '../../../io/store/store.js';
import type { Host } from '../../../io/system/host.js';
import { onlyVisible } from '../visible-cards.js';

interface Query {
  readonly stores: readonly Store[];
  readonly unblind: boolean;
  readonly as: string | undefined;
  readonly same: readonly Pair[];
}

interface VisibleDecisions<Read> {
  readonly decisions: readonly Read[];
  /** 1 where something was left out. */
  readonly exitCode: ExitCode;
}

/**
 * The decisions that may be shown: one says what each scorecard said, so it is hidden while one of them is. What is left
 * out is told on stderr.
 */
export async function onlyVisibleDecisions<Read extends ReadDecision>(
  read: readonly Read[],
  query: Query,
  host: Host,
): Promise<VisibleDecisions<Read>> {
  const told = read.flatMap((decision) => decision.record.scorecards.map((scorecard) => ({ decision, scorecard })));
  const { cards } = await onlyVisible(
    told,
    {
      ...query,
      authorOf: ({ decision: { record }, scorecard }) => ({
        candidate: record.candidate,
        interviewer: scorecard.interviewer,
        role: record.rubric.id,
      }),
      digestOf: ({ scorecard }) => scorecard.digest,
    },
    host,
  );
  const visible = countBy(cards.map(({ decision }) => decision.record));
  const decisions = read.filter(({ record }) => visible.get(record) === record.scorecards.length);
  return { decisions, exitCode: decisions.length < read.length ? EXIT.no : EXIT.ok };
}

function countBy(records: readonly DecisionRecord[]): ReadonlyMap<DecisionRecord, number> {
  const counts = new Map<DecisionRecord, number>();
  for (const record of records) counts.set(record, (counts.get(record) ?? 0) + 1);
  return counts;
}
