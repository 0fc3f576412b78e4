/** A part of a meeting: when it begins, in minutes from its start, and how many it has. */
export interface Slot {
  readonly from: number;
  readonly minutes: number;
}

/** How a meeting spends its minutes. */
export interface RunClock {
  readonly reading: Slot;
  /** One for each subject, in their order. */
  readonly subjects: readonly Slot[];
  /** `undefined` where all there is to talk about is a subject of its own. */
  readonly rest: Slot | undefined;
  /** For the second ratings and the verdicts. */
  readonly closing: Slot;
}

interface Agenda {
  /** How much each subject is worth of the others; none below 0. */
  readonly shares: readonly number[];
  readonly hasRest: boolean;
}

/** No part but the talk itself takes longer, however long the meeting. */
const LONGEST = 10;
/** The least that leaves a minute for each part. */
const SHORTEST = 9;

/** Splits a meeting into whole minutes that add up to it: reading, the subjects by their shares, the rest, the ratings. */
export function runClock(total: number, { shares, hasRest }: Agenda): RunClock {
  const { reading, rest, closing, talk } = frameOf(total, hasRest);
  const minutes = [
    reading,
    ...split(talk, shares),
    ...(hasRest ? [rest + (shares.length === 0 ? talk : 0)] : []),
    closing + (shares.length === 0 && !hasRest ? talk : 0),
  ];
  const slots = minutes.map((own, at) => ({ from: sum(minutes.slice(0, at)), minutes: own }));
  const at = (place: number) => slots.at(place) ?? { from: 0, minutes: 0 };
  return {
    reading: at(0),
    subjects: slots.slice(1, 1 + shares.length),
    rest: hasRest ? at(-2) : undefined,
    closing: at(-1),
  };
}

/** The shortest meeting that has a minute for each part. */
export function leastMinutes({ shares, hasRest }: Agenda): number {
  let total = SHORTEST;
  while (frameOf(total, hasRest).talk < shares.length) total += 1;
  return total;
}

function frameOf(total: number, hasRest: boolean) {
  const part = (share: number) => Math.min(LONGEST, Math.floor(total / share));
  const [reading, rest, closing] = [part(6), hasRest ? part(9) : 0, part(9)];
  return { reading, rest, closing, talk: total - reading - rest - closing };
}

/** A minute for each, and what is left by the shares: rounded down, the rest to the largest remainders. */
function split(total: number, shares: readonly number[]): readonly number[] {
  const spare = total - shares.length;
  const all = sum(shares);
  const exact = shares.map((share) => (all === 0 ? spare / shares.length : (spare * share) / all));
  const minutes = exact.map(Math.floor);
  const order = exact
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of order.slice(0, spare - sum(minutes))) minutes[at] = (minutes[at] ?? 0) + 1;
  return minutes.map((own) => own + 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
