import process from 'node:process';
import type { Plugin } from 'rolldown';
import { applyEdits, type Edit, isNode, type Node, parseScript, partsOf, text } from './syntax.js';

interface LazyRequiresOptions {
  /** How many requires may stay eager, in all chunks together. More end the build. */
  readonly mostEager: number;
}

/**
 * Makes a chunk load what it imports when it first uses it: `const x = require('./x.cjs')` becomes a function that
 * requires once. A command then loads what it uses on this run, not all that it could use. Only the order in which
 * modules are evaluated changes, so nothing in `src` may rely on it.
 */
export function lazyRequires({ mostEager }: LazyRequiresOptions): Plugin {
  const eager: string[] = [];
  return {
    name: 'lazy-requires',
    renderStart: () => {
      eager.length = 0;
    },
    renderChunk: (code, { fileName }) => {
      const made = makeRequiresLazy(code);
      eager.push(...made.eager.map((require) => `${fileName}: ${require}`));
      return made.code;
    },
    generateBundle: () => {
      process.stdout.write(reportEager(eager, mostEager));
    },
  };
}

/**
 * One line on the requires that stayed eager.
 *
 * @throws Error that names each of them, when there are more than `most`
 */
export function reportEager(eager: readonly string[], most: number): string {
  if (eager.length <= most) return `requires left eager: ${eager.length} (at most ${most})\n`;
  const hint =
    'Import names, not a whole module, and let nothing else go by its name; or raise the number in rolldown.config.ts.';
  throw new Error(
    `requires left eager: ${eager.length}, but at most ${most} may be\n${[...eager].sort().join('\n')}\n${hint}`,
  );
}

interface LazyCode {
  readonly code: string;
  /** The requires that still run when the code is loaded, as they are written. */
  readonly eager: readonly string[];
}

/**
 * CommonJS code with its top-level requires made lazy. Where it is not certain what a name refers to, the require
 * stays.
 */
export function makeRequiresLazy(code: string): LazyCode {
  const program = parseScript(code);
  const scopes = [program, ...wrappedModules(program)].map((scope) => ({ scope, lazy: lazyRequiresOf(scope) }));
  return {
    code: applyEdits(
      code,
      scopes.flatMap(({ lazy }) => editsOf(lazy, code)),
    ),
    eager: scopes.flatMap(({ scope, lazy }) => {
      const made = new Set(lazy.map(({ declared }) => declared.init));
      return eagerRequires(scope.body as readonly Node[], made).map((node) => text(code, node));
    }),
  };
}

/** The bodies of `__commonJSMin((exports) => { … })`: packages that were CommonJS before. */
function wrappedModules(program: Node): readonly Node[] {
  const declared = (program.body as readonly Node[]).flatMap(({ declarations }) => (declarations ?? []) as Node[]);
  return declared.flatMap(({ init }) => {
    const [wrapped] = ((init as Node | null)?.arguments ?? []) as readonly Node[];
    const body = wrapped?.type === 'ArrowFunctionExpression' ? (wrapped.body as Node) : undefined;
    // An arrow without braces has an expression for its body, and no statements.
    return body && Array.isArray(body.body) ? [body] : [];
  });
}

interface LazyRequire {
  readonly name: string;
  readonly declared: Require;
  readonly references: readonly Edit[];
}

/** The requires of a scope whose every use is known. */
function lazyRequiresOf(scope: Node): readonly LazyRequire[] {
  const declarations = requiresOf(scope);
  const references = new Map<string, Edit[]>();
  const unsure = new Set<string>();
  collect(scope, { declarations, references, unsure });
  return [...declarations]
    .filter(([name]) => !unsure.has(name))
    .map(([name, declared]) => ({ name, declared, references: references.get(name) ?? [] }));
}

function editsOf(lazy: readonly LazyRequire[], code: string): readonly Edit[] {
  return lazy.flatMap(({ name, declared: { statement, init, assignment }, references }) => {
    const [before, after] = assignment ? aroundName(code, assignment, name) : ['', ''];
    const head = `let ${name}$loaded;\nconst ${name} = () => (${name}$loaded ??= ${before}`;
    return [
      { start: statement.start, end: init.start, text: head },
      { start: init.end, end: statement.end, text: `${after});` },
      ...(assignment ? [{ start: assignment.start, end: assignment.end, text: '' }] : []),
      ...references,
    ];
  });
}

/** Every `require('x')` that runs with the statements themselves, not in a function that is called later. */
function eagerRequires(nodes: readonly Node[], made: ReadonlySet<Node>): readonly Node[] {
  return nodes.flatMap((node) => {
    if (made.has(node) || /Function/.test(node.type)) return [];
    if (isPlainRequire(node)) return [node];
    return eagerRequires(partsOf(node), made);
  });
}

interface Require {
  readonly statement: Node;
  readonly init: Node;
  /** The statement `name = __toESM(name)`, where one follows. */
  assignment?: Node;
}

function requiresOf(scope: Node): ReadonlyMap<string, Require> {
  const found = new Map<string, Require>();
  for (const statement of scope.body as readonly Node[]) {
    if (statement.type === 'VariableDeclaration') {
      const [declarator, another] = statement.declarations as readonly Node[];
      const init = declarator?.init as Node | null | undefined;
      const name = (declarator?.id as Node | undefined)?.name;
      if (!another && init && isRequire(init) && typeof name === 'string') found.set(name, { statement, init });
    }
    const assignment = statement.expression as Node | undefined;
    if (statement.type === 'ExpressionStatement' && assignment?.type === 'AssignmentExpression') {
      const declared = found.get(String((assignment.left as Node).name));
      if (declared) declared.assignment = statement;
    }
  }
  return found;
}

/** `require('x')`, or `__toESM(…)` around a package that was CommonJS. */
function isRequire(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  return isPlainRequire(node) || ((node.callee as Node).property as Node | undefined)?.name === '__toESM';
}

function isPlainRequire({ type, callee, arguments: given }: Node): boolean {
  const [argument] = (given ?? []) as readonly Node[];
  return type === 'CallExpression' && (callee as Node).name === 'require' && typeof argument?.value === 'string';
}

/**
 * What stands around the name in `name = f(name, 1)`; the function itself comes out of a chunk that is loaded lazily.
 */
function aroundName(code: string, { expression }: Node, name: string): readonly [string, string] {
  const call = (expression as Node).right as Node;
  const [argument] = call.arguments as readonly Node[];
  if (argument?.name !== name) throw new Error(`not understood: ${text(code, call)}`);
  const callee = text(code, call.callee as Node).replace(/^(\w+)\./, '$1().');
  return [`${callee}(`, code.slice(argument.end, call.end)];
}

interface Collected {
  readonly declarations: ReadonlyMap<string, Require>;
  readonly references: Map<string, Edit[]>;
  readonly unsure: Set<string>;
}

function collect(scope: Node, { declarations, references, unsure }: Collected): void {
  const declaring = new Set(
    [...declarations.values()].flatMap(({ statement, assignment }) => [
      (statement.declarations as readonly Node[])[0]?.id,
      assignment,
    ]),
  );
  const visit = (node: Node, { parent, key, isNewed }: Place): void => {
    if (declaring.has(node)) return;
    if (node.type === 'Identifier' && declarations.has(String(node.name))) {
      const name = String(node.name);
      if (isName(parent, key)) return;
      if (isBinding(parent, key)) unsure.add(name);
      // `new x().y()` would make an x.
      const text = isNewed ? `(${name}())` : `${name}()`;
      references.set(name, [...(references.get(name) ?? []), { start: node.start, end: node.end, text }]);
      return;
    }
    for (const [name, value] of Object.entries(node)) {
      const place = { parent: node, key: name, isNewed: isCallee(node, name, isNewed) };
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, place);
    }
  };
  visit(scope, { parent: scope, key: '', isNewed: false });
}

interface Place {
  readonly parent: Node;
  /** The key under which the parent holds the node. */
  readonly key: string;
  /** Whether a `new` makes the node, or it is the object of what a `new` makes. */
  readonly isNewed: boolean;
}

function isCallee({ type }: Node, key: string, isNewed: boolean): boolean {
  return (type === 'NewExpression' && key === 'callee') || (isNewed && type === 'MemberExpression' && key === 'object');
}

/** `x` in `a.x`, in `{ x: 1 }`, in `class { x() {} }`. */
function isName({ type, computed, shorthand }: Node, key: string): boolean {
  if (computed === true || shorthand === true) return false;
  return (type === 'MemberExpression' && key === 'property') || key === 'key';
}

/** Whether the identifier is not read here, or not as a value that stands alone. */
function isBinding({ type, shorthand }: Node, key: string): boolean {
  return shorthand === true || !READS.some(([parent, place]) => parent === type && place === key);
}

const READS: readonly (readonly [string, string])[] = [
  ['MemberExpression', 'object'],
  ['CallExpression', 'arguments'],
  ['NewExpression', 'arguments'],
  ['ReturnStatement', 'argument'],
  ['SpreadElement', 'argument'],
  ['VariableDeclarator', 'init'],
];
