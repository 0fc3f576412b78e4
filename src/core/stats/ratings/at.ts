/**
 * The item at a position that is known to exist: to the compiler it might not.
 *
 * @throws RangeError when there is none, which would be a fault of ours
 */
export function at<Item>(items: { readonly [position: number]: Item }, position: number): Item {
  const item = items[position];
  if (item === undefined) throw new RangeError(`nothing stands at position ${position}`);
  return item;
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

export function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length;
}
