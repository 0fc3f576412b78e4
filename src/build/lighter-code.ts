import type { Plugin } from 'rolldown';
import { applyEdits, type Edit, type Node, parseScript, partsOf, text } from './syntax.js';

/** The bundler's helpers. */
const HELPERS = 'rolldown-runtime.cjs';

/** Makes chunks do less when they are loaded. What they do later is the same. */
export function lighterCode(): Plugin {
  return {
    name: 'lighter-code',
    renderChunk: (code) => makeLighter(code),
    generateBundle: (_options, bundle) => {
      const needsHelpers = Object.values(bundle).some((file) => file.type === 'chunk' && file.code.includes(HELPERS));
      if (!needsHelpers) delete bundle[HELPERS];
    },
  };
}

/**
 * CommonJS code
 * - whose regular expressions with Unicode's properties (`\p{L}`) are made when they are first used, where they stand in
 *   functions: to read one, an engine makes the table of its signs, even where the function never runs;
 * - whose namespaces are made without the bundler's own helpers, which are a file to load, and without a getter
 *   for each name of a module of Node.
 */
export function makeLighter(code: string): string {
  const edits: Edit[] = [];
  const made: string[] = [];
  const visit = (node: Node, place: Place): void => {
    const namespace = namespaceText(node, code);
    const helper = helperText(node);
    const callee = node.callee as Node;
    if (helper !== undefined) edits.push({ start: callee.start, end: callee.end, text: helper });
    if (namespace !== undefined) edits.push({ start: node.start, end: node.end, text: namespace });
    else if (place.isInFunction && isCostly(node) && isOnlyRead(node, place.parent)) {
      const name = `regexp$${made.length + 1}`;
      made.push(`let ${name};\n`);
      edits.push({ start: node.start, end: node.end, text: `(${name} ??= ${constructed(node)})` });
    }
    const isInFunction = place.isInFunction || /Function/.test(node.type);
    for (const part of namespace === undefined ? partsOf(node) : []) visit(part, { parent: node, isInFunction });
  };
  const program = parseScript(code);
  visit(program, { parent: program, isInFunction: false });
  return made.join('') + applyEdits(code, edits);
}

interface Place {
  readonly parent: Node;
  readonly isInFunction: boolean;
}

interface RegularExpression {
  readonly pattern: string;
  readonly flags: string;
}

function regexpOf(node: Node): RegularExpression | undefined {
  return node.type === 'Literal' ? ((node.regex ?? undefined) as RegularExpression | undefined) : undefined;
}

function isCostly(node: Node): boolean {
  return regexpOf(node)?.pattern.includes('\\p{') === true;
}

/** Methods of strings that begin at the first sign whatever the expression has found before. */
const FROM_START = new Set(['match', 'matchAll', 'replace', 'replaceAll', 'search', 'split']);

/**
 * Whether it makes no difference that the same expression is used again: `g` and `y` keep a place where to go on. What
 * is handed on might be changed.
 */
function isOnlyRead(node: Node, parent: Node): boolean {
  const called = (parent.callee as Node | undefined)?.property as Node | undefined;
  const isArgument = parent.type === 'CallExpression' && parent.callee !== node;
  if (isArgument) return FROM_START.has(String(called?.name));
  return parent.type === 'MemberExpression' && parent.object === node && !/[gy]/.test(regexpOf(node)?.flags ?? '');
}

function constructed(node: Node): string {
  const { pattern, flags } = regexpOf(node) as RegularExpression;
  return `new RegExp(${JSON.stringify(pattern)}, ${JSON.stringify(flags)})`;
}

/** `x.__exportAll({ a: () => b })` as an object that has its getters itself. */
function namespaceText(node: Node, code: string): string | undefined {
  const [names, ...others] = argumentsOf(node, '__exportAll');
  if (names?.type !== 'ObjectExpression' || others.length > 0) return undefined;
  const getters = (names.properties as readonly Node[]).map((property) => {
    const value = property.value as Node;
    if (property.type !== 'Property' || value.type !== 'ArrowFunctionExpression' || !value.expression) {
      throw new Error(`not understood: ${text(code, node)}`);
    }
    return `get ${text(code, property.key as Node)}() { return ${text(code, value.body as Node)}; }`;
  });
  return `{ ${getters.join(', ')} }`;
}

/** In place of `x.__toESM` with 1: an object whose `default` is the module, and whose other names are the module's own. */
const NAMESPACE = '((module) => ({ __proto__: module, default: module }))';

/** What makes a function of a package that was CommonJS before, which runs it once. */
const WRAPPER = '((run, made) => () => (made || run((made = { exports: {} }).exports, made), made.exports))';

/** What stands in place of a helper that is called. */
function helperText(node: Node): string | undefined {
  if (argumentsOf(node, '__commonJSMin').length === 1) return WRAPPER;
  const [, isOfNode] = argumentsOf(node, '__toESM');
  return isOfNode?.value === 1 ? NAMESPACE : undefined;
}

/** What one of the bundler's helpers is called with; nothing where the node is anything else. */
function argumentsOf(node: Node, helper: string): readonly Node[] {
  if (node.type !== 'CallExpression') return [];
  const called = (node.callee as Node).property as Node | undefined;
  return called?.name === helper ? (node.arguments as readonly Node[]) : [];
}
