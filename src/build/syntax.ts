import { parseAst } from 'rolldown/parseAst';

/** A piece of a script: its kind, where it stands in the text, and its parts. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** What is to stand in the place of a piece of text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function parseScript(code: string): Node {
  return parseAst(code, { lang: 'js', sourceType: 'script' }) as unknown as Node;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

export function partsOf(node: Node): readonly Node[] {
  return Object.values(node).flat().filter(isNode);
}

export function text(code: string, { start, end }: Node): string {
  return code.slice(start, end);
}

export function applyEdits(code: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += code.slice(at, start) + text;
    at = end;
  }
  return result + code.slice(at);
}
