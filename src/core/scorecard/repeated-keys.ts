import { createProblem, type Problem } from '../problem.js';

const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g;

/**
 * The keys that stand twice in one object of a JSON text, with line and column: JSON.parse takes the last one, other
 * readers may take the first. Goes over the text once, and parses nothing but the keys.
 */
export function repeatedKeyProblems(json: string): readonly Problem[] {
  const problems: Problem[] = [];
  const open: Set<string>[] = [];
  for (const { 0: token, 1: colon, index } of json.matchAll(TOKENS)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const key = decode(token.slice(0, -colon.length));
      const keys = open.at(-1);
      if (keys?.has(key)) {
        problems.push({ ...createProblem('duplicate-key', { key, isRead: true }, []), ...placeOf(json, index) });
      }
      keys?.add(key);
    }
  }
  return problems;
}

/** What is read although it is not JSON may hold escapes that only YAML knows. */
function decode(token: string): string {
  try {
    return JSON.parse(token);
  } catch {
    return token;
  }
}

function placeOf(text: string, index: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
