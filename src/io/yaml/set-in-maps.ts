import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';
import type { Path } from '../../core/problem.js';

/** Keys of one map of a document, and the data that are to stand under them. */
export interface MapChange {
  /** Where the map stands. */
  readonly path: Path;
  readonly values: Readonly<Record<string, unknown>>;
}

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The text of a document with data under some keys of some maps: in place of what stood there, or at the map's end.
 * All else stays as it was written, comments too. The text is one that `parseYamlSource` takes; no map lies in another
 * that is changed.
 */
export function setInMaps(text: string, changes: readonly MapChange[]): string {
  const document = parseDocument(text);
  const splices = changes.flatMap(({ path, values }) => {
    const map = document.getIn(path, true);
    return isMap(map) ? (map.flow ? [inBraces(map, values)] : inBlock(map, values, text)) : [];
  });
  const inLines = (fresh: string) => (text.includes('\r\n') ? fresh.replaceAll('\n', '\r\n') : fresh);
  // From the end, so that the offsets before it stay valid.
  return splices
    .sort((a, b) => b.from - a.from)
    .reduce((result, { from, to, text: fresh }) => result.slice(0, from) + inLines(fresh) + result.slice(to), text);
}

/** A map in braces is written anew. */
function inBraces(map: YAMLMap, values: MapChange['values']): Splice {
  const [from = 0, to = from] = map.range ?? [];
  return { from, to, text: flowText({ ...(map.toJSON() as object), ...values }) };
}

function inBlock(map: YAMLMap, values: MapChange['values'], text: string): readonly Splice[] {
  const pairs = map.items as readonly Pair[];
  const column = columnOf(pairs[0]?.key, text);
  const known = (key: string) => pairs.find((pair) => isScalar(pair.key) && pair.key.value === key);
  const replaced = Object.entries(values).flatMap(([key, value]) => {
    const pair = known(key);
    return pair ? [replacement(pair, value, { key, column, text })] : [];
  });
  const added = Object.entries(values)
    .filter(([key]) => known(key) === undefined)
    .map(([key, value]) => `\n${blockText(key, value, column)}`);
  if (added.length === 0) return replaced;
  // Behind a comment on the last line.
  const last = endOf(map, text);
  const lineEnd = text.slice(last).search(/\r?\n|$/) + last;
  return [...replaced, { from: lineEnd, to: lineEnd, text: added.join('') }];
}

interface Surroundings {
  readonly key: string;
  readonly column: number;
  readonly text: string;
}

function replacement({ key: keyNode, value: old }: Pair, value: unknown, { key, column, text }: Surroundings): Splice {
  const [from = 0, to = from] = (isNode(old) && old.range) || [];
  const isBlock = isCollection(old) && !old.flow;
  // A folded text ends with the line.
  if (!isBlock && to > from) return { from, to: endOf(old, text), text: flowText(value) };
  const [keyFrom = 0] = (isNode(keyNode) && keyNode.range) || [];
  return { from: keyFrom, to: isBlock ? endOf(old, text) : from, text: blockText(key, value, column).trimStart() };
}

/** The place behind the last sign of a value, without the comments and empty lines that follow. */
function endOf(node: unknown, text: string): number {
  if (isCollection(node) && !node.flow) {
    const last = node.items.at(-1);
    if (last !== undefined) {
      const { key, value } = isMap(node) ? (last as Pair) : { key: last, value: last };
      return endOf(isNode(value) && !isEmpty(value) ? value : key, text);
    }
  }
  const [, end = 0] = (node as Node | null)?.range ?? [];
  return text.slice(0, end).trimEnd().length;
}

function isEmpty({ range }: Node): boolean {
  return range?.[0] === range?.[1];
}

function columnOf(key: unknown, text: string): number {
  const [from = 0] = (isNode(key) && key.range) || [];
  return from - (text.lastIndexOf('\n', from - 1) + 1);
}

/** `key: value` from a column on: maps and lists on lines of their own, what is in a list in braces. */
function blockText(key: string, value: unknown, column: number): string {
  const head = `${' '.repeat(column)}${key}:`;
  const isFilled = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isFilled) return `${head} ${flowText(value)}`;
  const lines = Array.isArray(value)
    ? value.map((item) => `${' '.repeat(column + 2)}- ${flowText(item)}`)
    : Object.entries(value).map(([inner, one]) => blockText(inner, one, column + 2));
  return [head, ...lines].join('\n');
}

/** On one line: `{ rule: stop, flag: hides }`, `[craft, talk]`. */
function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, one]) => `${flowText(key)}: ${flowText(one)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  const inList = stringify([value], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false });
  return inList.trimEnd().slice(1, -1);
}
