/**
 * The items in an order that a seed gives: the same one for the same seed, by Fisher and Yates.
 *
 * @example shuffled(['a', 'b', 'c'], 1) // always the same
 */
export function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const order = [...items];
  let state = seed >>> 0;
  for (let left = order.length - 1; left > 0; left -= 1) {
    state = (state + 0x6d2b79f5) >>> 0;
    const at = Math.floor(mixed(state) * (left + 1));
    const [one, other] = [order[left], order[at]];
    if (one !== undefined && other !== undefined) [order[left], order[at]] = [other, one];
  }
  return order;
}

/** A share from 0 up to 1 out of a state: the mixing step of mulberry32. */
function mixed(state: number): number {
  let bits = Math.imul(state ^ (state >>> 15), state | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
}
