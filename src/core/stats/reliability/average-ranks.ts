/** Ranks from 1 for the lowest; equal values share the mean of their places. */
export interface Ranked {
  readonly ranks: readonly number[];
  /** Over all groups of equal values the sum of t³ − t, t being how many there are. */
  readonly ties: number;
}

export function averageRanks(values: readonly number[]): Ranked {
  const sorted = [...values].sort((a, b) => a - b);
  const places = new Map<number, { first: number; count: number }>();
  sorted.forEach((value, position) => {
    const place = places.get(value) ?? { first: position + 1, count: 0 };
    place.count += 1;
    places.set(value, place);
  });
  const rankOf = ({ first, count } = { first: 0, count: 0 }) => first + (count - 1) / 2;
  const ties = [...places.values()].reduce((sum, { count }) => sum + count ** 3 - count, 0);
  return { ranks: values.map((value) => rankOf(places.get(value))), ties };
}
