import {
  Composer,
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
  Parser,
  visit,
  type YAMLMap,
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
import { restoreText } from './slips/edits.js';
import { MOST_FOUND, mendYaml } from './slips/mend.js';
import { syntaxProblem } from './slips/syntax-problem.js';
import { adviseYaml, cutTexts } from './yaml-advice.js';

/** What a file may cost to read: far above any honest rubric, far below what hurts. */
export const LIMITS = { bytes: 1024 * 1024, depth: 64, tokens: 100_000 } as const;

/** A YAML (or JSON) document as data, and where each part of it stands. */
export interface YamlSource {
  readonly data: unknown;
  /** The problem with line and column filled in; of the nearest part that exists, where the path leads nowhere. */
  locate(problem: Problem): Problem;
  /** Where its text may not be the data that its author meant, with line and column. */
  advise(): readonly Problem[];
  /**
   * Where text was cut, each an error with line and column: for files of which nothing may be lost. `any` takes every
   * comment for one that stands as text would.
   */
  lostText(which: 'likely' | 'any'): readonly Problem[];
}

/** What was read; of a file with slips that tell what was meant, also that, to find its other mistakes. */
export type ReadYaml = Checked<YamlSource> & { readonly mended?: YamlSource };

/**
 * Reads one YAML document with bounded work, whoever wrote it. Refused are encodings other than UTF-8, more than 1 MiB,
 * more than 100,000 keys, values and marks, nesting deeper than 64, several documents, tags, anchors with aliases,
 * duplicate keys, keys that are not plain names, and `__proto__`.
 */
export function parseYamlSource(bytes: Uint8Array): ReadYaml {
  if (bytes.byteLength > LIMITS.bytes) {
    return refuse(createMistake('too-large', { what: 'file', most: LIMITS.bytes }));
  }
  const text = decode(bytes);
  if (text === undefined) return refuse(createMistake('not-utf8', { what: 'file' }));
  const beyond = findExcess(text);
  if (beyond) return { ok: false, problems: [beyond] };
  return parseText(text);
}

function parseText(text: string): ReadYaml {
  const mended = withoutStacks(() => mendYaml(text, (one) => parseTwo(one).documents[0]?.errors.length ?? 0));
  const { edited, found, isSound } = mended;
  const { documents, counter } = withoutStacks(() => parseTwo(edited.text));
  const inText = lineCounterOf(text);
  const at: PlaceOf = (offset) => position(found.length === 0 ? counter : inText(), edited.before(offset));
  const problems = found.map(({ offset, mistake }) => ({ ...problemAt(mistake, []), ...position(inText(), offset) }));
  const error = documents[0]?.errors[0];
  if (!isSound && error) {
    return { ok: false, problems: problems.length > 0 ? problems : [{ ...syntaxProblem(error), ...at(error.pos[0]) }] };
  }
  const checked = checkDocument(edited.text, documents, at);
  if (found.length === 0) return checked;
  if (!checked.ok) return { ok: false, problems: [...problems, ...checked.problems].slice(0, MOST_FOUND) };
  return { ok: false, problems, mended: { ...checked.value, data: restoreText(checked.value.data) } };
}

type PlaceOf = (offset: number) => Place;

function checkDocument(text: string, [document, second]: readonly Document.Parsed[], at: PlaceOf): Checked<YamlSource> {
  if (!document) return refuse(createMistake('empty', {}));
  if (second) return refuse(createMistake('several-documents', {}), at(second.range[0]));
  const unsafe = unsafeParts(document.contents, at);
  if (unsafe.length > 0) return { ok: false, problems: unsafe };
  if (document.contents === null) return refuse(createMistake('empty', {}));
  const root = document.contents;
  const keys: KeyIndex = new Map();
  return {
    ok: true,
    value: {
      data: document.toJS({ maxAliasCount: 0 }) as unknown,
      locate: (problem) => ({ ...problem, ...at(offsetOf(root, problem, keys)) }),
      advise: () => adviseYaml(root, text, at),
      lostText: (which) => cutTexts(root, text, at, which).map((problem) => ({ ...problem, severity: 'error' })),
    },
  };
}

/** The first document, and the second where there is one; more are not read. */
function parseTwo(text: string): { readonly documents: readonly Document.Parsed[]; readonly counter: LineCounter } {
  const counter = new LineCounter();
  const composer = new Composer({ lineCounter: counter, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const documents: Document.Parsed[] = [];
  for (const document of composer.compose(new Parser(counter.addNewLine).parse(text))) {
    documents.push(document as Document.Parsed);
    if (documents.length === 2) break;
  }
  return { documents, counter };
}

/** For work that makes an error of each mistake: a stack for each takes more room than all else. */
function withoutStacks<T>(work: () => T): T {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = before;
  }
}

function refuse(mistake: Mistake, where: object = { line: 1, column: 1 }): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ ...problemAt(mistake, []), ...where }] };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text, counted when they are first asked for. */
function lineCounterOf(text: string): () => LineCounter {
  let counter: LineCounter | undefined;
  return () => {
    if (counter) return counter;
    counter = new LineCounter();
    counter.addNewLine(0);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) counter.addNewLine(at + 1);
    return counter;
  };
}

function position(counter: LineCounter, offset: number): Place {
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

/** Finds too much of anything by counting over the tokens, before anything recursive sees the text. */
function findExcess(text: string): Problem | undefined {
  let tokens = 0;
  let flow = 0;
  let indicators = 0;
  let line = 1;
  let indent = 0;
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > LIMITS.tokens) {
      return { ...createProblem('too-many-tokens', { most: LIMITS.tokens }, []), line, column: 1 };
    }
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
  // Anchors that an alias names are told by it.
  const named = new Set<string>();
  visit(root, { Alias: (_key, { source }) => void named.add(source) });
  visit(root, {
    Node: (_key, node) => {
      if (isAlias(node)) report(createMistake('alias', { name: node.source }), node);
      else if (node.anchor !== undefined && !named.has(node.anchor))
        report(createMistake('anchor', { name: node.anchor }), node);
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

/** The pairs of maps by their keys, each map gone over once however many problems there are with it. */
type KeyIndex = Map<YAMLMap, ReadonlyMap<string, Pair>>;

/** The offset of the part that the path leads to, or of the last part on the way that exists. */
function offsetOf(root: Node, { path, on }: Problem, keys: KeyIndex): number {
  let offset = root.range?.[0] ?? 0;
  let node: unknown = root;
  path.forEach((step, depth) => {
    const isLast = depth === path.length - 1;
    const found = child(node, step, keys);
    node = found?.value;
    if (!found) return;
    // A map's own place is that of its key: the value begins a line later.
    const target = (isLast && on === 'key') || !isScalar(found.value) ? (found.key ?? found.value) : found.value;
    if (isNode(target) && target.range) offset = target.range[0];
  });
  return offset;
}

function child(node: unknown, step: Path[number], keys: KeyIndex): { key?: unknown; value: unknown } | undefined {
  if (isSeq(node)) {
    const value = node.items[Number(step)];
    return value === undefined ? undefined : { value };
  }
  if (!isMap(node)) return undefined;
  const pair = pairsOf(node, keys).get(String(step));
  return pair ? { key: pair.key, value: pair.value } : undefined;
}

function pairsOf(map: YAMLMap, keys: KeyIndex): ReadonlyMap<string, Pair> {
  const known = keys.get(map);
  if (known) return known;
  const pairs = new Map(map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])));
  keys.set(map, pairs);
  return pairs;
}
