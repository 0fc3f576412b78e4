import { createProblem, type Problem } from '../problem.js';

/**
 * A text that is never closed reaches to the end: if each quote in it were tried, that would take the square of its
 * length.
 */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"?(\s*:)?|[{}[\]]/g;

/**
 * The keys that stand twice in one object of a JSON text, with line and column: JSON.parse takes the last one, other
 * readers may take the first. Goes over the text once, and parses nothing but the keys.
 */
export function repeatedKeyProblems(json: string): readonly Problem[] {
  const problems: Problem[] = [];
  const placeOf = createPlaces(json);
  const open: Set<string>[] = [];
  for (const { 0: token, 1: colon, index } of json.matchAll(TOKENS)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const key = decode(token.slice(0, -colon.length));
      const keys = open.at(-1);
      if (keys?.has(key)) {
        problems.push({ ...createProblem('duplicate-key', { key, isRead: true }, []), ...placeOf(index) });
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

/**
 * Tells line and column of one offset after the other, each behind the last: no part of the text is looked at twice.
 */
function createPlaces(text: string): (index: number) => { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  let end = text.indexOf('\n');
  return (index) => {
    for (; end >= 0 && end < index; end = text.indexOf('\n', start)) {
      line += 1;
      start = end + 1;
    }
    return { line, column: index - start + 1 };
  };
}
