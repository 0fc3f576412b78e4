import { timeSpent } from '../interview/clock.js';
import type { Session } from '../interview/session.js';

/** The time of an interview against its plan, in whole minutes. */
export interface Plan {
  /** What is left; `undefined` where there is no plan, and when it has run out. */
  readonly left: number | undefined;
  readonly over: number;
  readonly spent: number;
  readonly isStopped: boolean;
  readonly toGo: number;
  /** What is left for each dimension that has no rating yet; `undefined` where nothing is left, or nothing to rate. */
  readonly minutesEach: number | undefined;
}

const MINUTE = 60_000;

interface Planned {
  readonly open: Pick<Session['open'], 'rubric' | 'minutes'>;
}

/** How long the interview is to take: as was said, else what its dimensions are given. */
export function plannedMinutes({ open }: Planned): number | undefined {
  const sum = open.rubric.dimensions.reduce((minutes, dimension) => minutes + (dimension.minutes ?? 0), 0);
  return open.minutes ?? (sum > 0 ? sum : undefined);
}

export function planOf(session: Session, now: number): Plan {
  const planned = plannedMinutes(session);
  const { total } = timeSpent(session, now);
  const toGo = session.content.dimensions.filter(({ rating }) => rating === undefined).length;
  const rest = planned === undefined ? undefined : planned * MINUTE - total;
  // What has begun counts: 23 minutes and a second are 24 to go by.
  const left = rest === undefined || rest <= 0 ? undefined : Math.ceil(rest / MINUTE);
  return {
    left,
    over: rest === undefined || rest > 0 ? 0 : Math.floor(-rest / MINUTE),
    spent: Math.floor(total / MINUTE),
    isStopped: session.clock.isPaused,
    toGo,
    minutesEach: left === undefined || toGo === 0 ? undefined : Math.floor(left / toGo),
  };
}
