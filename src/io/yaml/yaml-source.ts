import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  parseDocument,
  visit,
} from 'yaml';
import {
  type Checked,
  createMistake,
  createProblem,
  type Mistake,
  type Path,
  type Problem,
  problemAt,
} from '../../core/problem.js';

/** What a file may cost to read: far above any honest rubric, far below what hurts. */
export const LIMITS = { bytes: 1024 * 1024, depth: 64 } as const;

/** A YAML (or JSON) document as data, and where each part of it stands. */
export interface YamlSource {
  readonly data: unknown;
  /** The problem with line and column filled in; of the nearest part that exists, where the path leads nowhere. */
  locate(problem: Problem): Problem;
}

/**
 * Reads one YAML document with bounded work, whoever wrote it. Refused are encodings other than UTF-8, more than 1 MiB,
 * nesting deeper than 64, several documents, tags, anchors with aliases, duplicate keys, keys that are not plain names,
 * and `__proto__`.
 */
export function parseYamlSource(bytes: Uint8Array): Checked<YamlSource> {
  if (bytes.byteLength > LIMITS.bytes) {
    return refuse(createMistake('too-large', { bytes: bytes.byteLength, most: LIMITS.bytes }));
  }
  const text = decode(bytes);
  if (text === undefined) return refuse(createMistake('not-utf8', { what: 'file' }));
  const tooDeep = findDepth(text);
  if (tooDeep) return { ok: false, problems: [tooDeep] };
  return parseText(text);
}

function parseText(text: string): Checked<YamlSource> {
  const counter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: counter, uniqueKeys: false, prettyErrors: false });
  const at = (offset: number) => position(counter, offset);
  if (!Array.isArray(documents)) return refuse(createMistake('empty', {}));
  const [document, second] = documents;
  if (!document) return refuse(createMistake('empty', {}));
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({
      ...createProblem('yaml', { reason: message }, []),
      ...at(pos[0]),
    }));
    return { ok: false, problems };
  }
  if (second) return refuse(createMistake('several-documents', {}), at(second.range[0]));
  const unsafe = unsafeParts(document.contents, at);
  if (unsafe.length > 0) return { ok: false, problems: unsafe };
  if (document.contents === null) return refuse(createMistake('empty', {}));
  const root = document.contents;
  return {
    ok: true,
    value: {
      data: document.toJS({ maxAliasCount: 0 }) as unknown,
      locate: (problem) => ({ ...problem, ...at(offsetOf(root, problem)) }),
    },
  };
}

function refuse(mistake: Mistake, where: object = { line: 1, column: 1 }): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ ...problemAt(mistake, []), ...where }] };
}

function position(counter: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = counter.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Finds nesting that is too deep by counting over the tokens, before anything recursive sees the text. */
function findDepth(text: string): Problem | undefined {
  let flow = 0;
  let indicators = 0;
  let line = 1;
  let indent = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow -= 1;
    else if (token === '-' || token === '?') indicators += 1;
    else if (token === '\n') indicators = 0;
    if (/^ +$/.test(token)) indent = token.length;
    if (flow > LIMITS.depth || indicators > LIMITS.depth || indent > 4 * LIMITS.depth) {
      return { ...createProblem('too-deep', { most: LIMITS.depth }, []), line, column: 1 };
    }
    for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) line += 1;
  }
  return undefined;
}

/** Aliases, tags, and keys that aren't plain names or appear twice in one map. */
function unsafeParts(root: Node | null, at: (offset: number) => object): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (mistake: Mistake, node: Node) => {
    problems.push({ ...problemAt(mistake, []), ...at(node.range?.[0] ?? 0) });
  };
  visit(root, {
    Node: (_key, node) => {
      if (isAlias(node)) report(createMistake('alias', { name: node.source }), node);
      else if (node.tag !== undefined) report(createMistake('tag', { tag: shortTag(node.tag) }), node);
    },
    Map: (_key, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items as readonly Pair<unknown, unknown>[]) {
        if (!isScalar(key)) {
          if (isNode(key)) report(createMistake('bad-key', {}), key);
          continue;
        }
        const name = String(key.value);
        if (name === '__proto__') report(createMistake('bad-key', { key: name }), key);
        else if (seen.has(name)) report(createMistake('duplicate-key', { key: name }), key);
        seen.add(name);
      }
    },
  });
  return problems;
}

/** The tag as it was written: `!!str` for `tag:yaml.org,2002:str`. */
function shortTag(tag: string): string {
  return tag.replace(/^tag:yaml\.org,2002:/, '!!');
}

/**
 * The text with the values of some top-level keys replaced by YAML texts; comments and layout stay. A key that does not
 * exist is left out.
 *
 * @throws RangeError when the text is not a map
 */
export function replaceTopLevel(text: string, values: Readonly<Record<string, string>>): string {
  const document = parseAllDocuments(text)[0];
  if (!document || !('contents' in document) || !isMap(document.contents)) throw new RangeError('not a map');
  const spans = document.contents.items.flatMap(({ key, value }) => {
    const replacement = isScalar(key) ? values[String(key.value)] : undefined;
    return replacement !== undefined && isNode(value) && value.range ? [{ range: value.range, replacement }] : [];
  });
  // From the end, so that the offsets before it stay valid.
  return spans
    .sort((a, b) => b.range[0] - a.range[0])
    .reduce(
      (result, { range: [from, to], replacement }) => result.slice(0, from) + replacement + result.slice(to),
      text,
    );
}

/** The text with more items in lists at its top, each a list of texts on a line; comments stay. The text is one that `parseYamlSource` takes, or holds nothing. */
export function addToLists(text: string, more: Readonly<Record<string, readonly object[]>>): string {
  const document = parseDocument(text);
  for (const [key, items] of Object.entries(more)) {
    for (const item of items) {
      if (!isSeq(document.get(key))) document.set(key, document.createNode([]));
      document.addIn([key], document.createNode(item, { flow: true }));
    }
  }
  return written(document);
}

/** The text of a changed document, its lines as long as people wrote them. */
function written(document: Document): string {
  const isEmpty = isMap(document.contents) && document.contents.items.length === 0;
  if (isEmpty) document.contents = null;
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return isEmpty ? text.replace(/^null\n/m, '') : text;
}

/** The text of a document whose list under `key` has no item any more in which the text under `of` is found. */
export function removeFromList(
  text: string,
  { key, of }: { readonly key: string; readonly of: string },
  isFound: (text: string) => boolean,
): string {
  const document = parseDocument(text);
  const list = document.get(key);
  if (!isSeq(list)) return text;
  list.items = list.items.filter((item) => !(isMap(item) && isFound(String(item.get(of)))));
  if (list.items.length === 0) document.delete(key);
  return written(document);
}

/**
 * The text of a document without the texts and comments that a search finds. Of a list in a list, which says that its
 * texts belong together, nothing stays where only one would. All else is as it was written.
 */
export function removeTexts(text: string, isFound: (text: string) => boolean): string {
  const document = parseDocument(text);
  visit(document, {
    Scalar: (_key, { value }, path) =>
      typeof value === 'string' && isSeq(path.at(-1)) && isFound(value) ? visit.REMOVE : undefined,
  });
  visit(document, {
    Seq: (_key, { items }, path) => (isSeq(path.at(-1)) && items.length < 2 ? visit.REMOVE : undefined),
  });
  visit(document, { Pair: (_key, { value }) => (isSeq(value) && value.items.length === 0 ? visit.REMOVE : undefined) });
  const strip = (node: { comment?: string | null | undefined; commentBefore?: string | null | undefined }) => {
    if (node.comment && isFound(node.comment)) node.comment = null;
    if (node.commentBefore && isFound(node.commentBefore)) node.commentBefore = null;
  };
  strip(document);
  visit(document, { Node: (_key, node) => strip(node) });
  return written(document);
}

/** The offset of the part that the path leads to, or of the last part on the way that exists. */
function offsetOf(root: Node, { path, on }: Problem): number {
  let offset = root.range?.[0] ?? 0;
  let node: unknown = root;
  path.forEach((step, depth) => {
    const isLast = depth === path.length - 1;
    const found = child(node, step);
    node = found?.value;
    if (!found) return;
    // A map's own place is that of its key: the value begins a line later.
    const target = (isLast && on === 'key') || !isScalar(found.value) ? (found.key ?? found.value) : found.value;
    if (isNode(target) && target.range) offset = target.range[0];
  });
  return offset;
}

function child(node: unknown, step: Path[number]): { key?: unknown; value: unknown } | undefined {
  if (isSeq(node)) {
    const value = node.items[Number(step)];
    return value === undefined ? undefined : { value };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair ? { key: pair.key, value: pair.value } : undefined;
}
