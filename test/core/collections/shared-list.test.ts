import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  EMPTY_LIST,
  itemAt,
  itemsOf,
  type SharedList,
  sharedList,
  withItem,
  withItemAt,
} from '../../../src/core/collections/shared-list.js';

interface Item {
  readonly name: number;
}

type Version = readonly [list: SharedList<Item>, items: readonly Item[]];

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ add: fc.integer() }) },
  fc.record({ at: fc.integer({ min: -1, max: 700 }), by: fc.option(fc.integer(), { nil: undefined }) }),
);

test('holds what an array would, and every version goes on holding it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), fc.array(step, { maxLength: 60 }), (length, steps) => {
      const first = Array.from({ length }, (_, name) => ({ name }));
      const versions: Version[] = [[sharedList(first), first]];
      for (const one of steps) {
        const [list, items] = versions.at(-1) ?? [EMPTY_LIST, []];
        versions.push('add' in one ? added(list, items, { name: one.add }) : changed(list, items, one));
      }
      for (const [list, items] of versions) expect(itemsOf(list)).toEqual(items);
      const [list, items] = versions.at(-1) ?? [EMPTY_LIST, []];
      expect(items.map((_, at) => itemAt(list, at))).toEqual(items);
      expect(itemAt(list, items.length)).toBeUndefined();
    }),
  );
});

function added(list: SharedList<Item>, items: readonly Item[], item: Item): Version {
  return [withItem(list, item), [...items, item]];
}

function changed(
  list: SharedList<Item>,
  items: readonly Item[],
  { at, by }: { readonly at: number; readonly by?: number | undefined },
): Version {
  const item = by === undefined ? undefined : { name: by };
  if (at < 0 || at >= items.length) return [withItemAt(list, at, item), items];
  return [withItemAt(list, at, item), item ? items.with(at, item) : items.toSpliced(at, 1)];
}
