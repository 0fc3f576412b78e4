/**
 * A list of which every version goes on existing: one with an item more, fewer or other shares nearly all of its
 * memory with the one before, and costs the same however long the list is.
 */
export interface SharedList<Item> {
  readonly root: Node<Item>;
  /** How many levels there are below the root. */
  readonly height: number;
  /** How many items were ever added: where one was taken out, its place stays empty. */
  readonly added: number;
}

type Node<Item> = Leaf<Item> | Branch<Item>;

interface Leaf<Item> {
  readonly type: 'leaf';
  readonly count: number;
  readonly items: readonly (Item | undefined)[];
}

interface Branch<Item> {
  readonly type: 'branch';
  readonly count: number;
  readonly below: readonly Node<Item>[];
}

/** Items in a leaf, nodes below a branch. */
const WIDTH = 8;

const EMPTY_LEAF: Leaf<never> = { type: 'leaf', count: 0, items: [] };

export const EMPTY_LIST: SharedList<never> = { root: EMPTY_LEAF, height: 0, added: 0 };

export function sharedList<Item extends object>(items: readonly Item[]): SharedList<Item> {
  return items.reduce<SharedList<Item>>(withItem, EMPTY_LIST);
}

/** The list with one more item at its end. */
export function withItem<Item extends object>({ root, height, added }: SharedList<Item>, item: Item): SharedList<Item> {
  const isFull = added === WIDTH ** (height + 1);
  const start: Node<Item> = isFull ? { type: 'branch', count: root.count, below: [root] } : root;
  const levels = isFull ? height + 1 : height;
  return { root: append(start, item, { index: added, height: levels }), height: levels, added: added + 1 };
}

function append<Item>(node: Node<Item>, item: Item, { index, height }: { index: number; height: number }): Node<Item> {
  const count = node.count + 1;
  if (node.type === 'leaf') return { type: 'leaf', count, items: [...node.items, item] };
  const at = Math.floor(index / WIDTH ** height) % WIDTH;
  const below = node.below[at] ?? emptyNode(height - 1);
  const grown = append(below, item, { index, height: height - 1 });
  return { type: 'branch', count, below: [...node.below.slice(0, at), grown] };
}

function emptyNode(height: number): Node<never> {
  return height === 0 ? EMPTY_LEAF : { type: 'branch', count: 0, below: [] };
}

/** The item at a position, counted from 0; `undefined` past the end. */
export function itemAt<Item extends object>({ root }: SharedList<Item>, position: number): Item | undefined {
  let node = root;
  let left = position;
  if (!(Number.isInteger(position) && position >= 0 && position < root.count)) return undefined;
  while (node.type === 'branch') {
    const { at, before } = childOf(node, left);
    node = node.below[at] ?? EMPTY_LEAF;
    left -= before;
  }
  return node.items[slotOf(node, left)];
}

/** The list with another item at a position that it has, or, with `undefined`, without the one that stands there. */
export function withItemAt<Item extends object>(
  list: SharedList<Item>,
  position: number,
  item: Item | undefined,
): SharedList<Item> {
  return itemAt(list, position) === undefined ? list : { ...list, root: replace(list.root, position, item) };
}

function replace<Item>(node: Node<Item>, position: number, item: Item | undefined): Node<Item> {
  const count = item === undefined ? node.count - 1 : node.count;
  if (node.type === 'leaf') return { type: 'leaf', count, items: node.items.with(slotOf(node, position), item) };
  const { at, before } = childOf(node, position);
  const child = replace(node.below[at] ?? EMPTY_LEAF, position - before, item);
  return { type: 'branch', count, below: node.below.with(at, child) };
}

/** Below which child the item at a position stands, and how many come before that child. */
function childOf({ below }: Branch<unknown>, position: number): { at: number; before: number } {
  let before = 0;
  let at = 0;
  for (; before + (below[at]?.count ?? Infinity) <= position; at += 1) before += below[at]?.count ?? 0;
  return { at, before };
}

function slotOf({ items }: Leaf<unknown>, position: number): number {
  let left = position;
  return items.findIndex((item) => item !== undefined && left-- === 0);
}

export function itemsOf<Item extends object>({ root }: SharedList<Item>): readonly Item[] {
  const items: Item[] = [];
  collect(root, items);
  return items;
}

function collect<Item>(node: Node<Item>, into: Item[]): void {
  if (node.type === 'branch') for (const below of node.below) collect(below, into);
  else for (const item of node.items) if (item !== undefined) into.push(item);
}
