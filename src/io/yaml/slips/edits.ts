/** A change in a text: from `at` on, `remove` signs give way to `insert`. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** A text after some edits, and where each of its places was before. */
export interface Edited {
  readonly text: string;
  before(offset: number): number;
}

export function unedited(text: string): Edited {
  return { text, before: (offset) => offset };
}

/** Edits that overlap an earlier one are left out. */
export function applyEdits({ text, before }: Edited, edits: readonly Edit[]): Edited {
  const sorted = edits.toSorted((a, b) => a.at - b.at);
  const parts: string[] = [];
  const shifts: { readonly from: number; readonly by: number }[] = [];
  let end = 0;
  let by = 0;
  for (const { at, remove, insert } of sorted) {
    if (at < end) continue;
    parts.push(text.slice(end, at), insert);
    end = at + remove;
    if (insert.length === remove) continue;
    by += insert.length - remove;
    shifts.push({ from: end + by, by });
  }
  parts.push(text.slice(end));
  return {
    text: parts.join(''),
    before: (offset) => before(offset - (shifts.findLast(({ from }) => from <= offset)?.by ?? 0)),
  };
}

/** The signs of ASCII moved to where no text has any: a sign that means something in YAML becomes a letter of text. */
const MOVED = 0xf700;

/**
 * Makes one text of what stands between two places, whatever YAML would read there: it keeps its length, and
 * `restoreText` gives the words back.
 */
export function asPlainText(text: string, from: number, to: number): readonly Edit[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
    .filter((at) => (at === from && text[at] !== ' ') || /[:#,'"[\]{}\\]/.test(text[at] ?? ''))
    .filter((at) => text.charCodeAt(at) < 0x80)
    .map((at) => ({ at, remove: 1, insert: String.fromCharCode(MOVED + text.charCodeAt(at)) }));
}

/** Data of an edited text with its words as they were written. */
export function restoreText(data: unknown): unknown {
  if (typeof data === 'string') {
    return data.replace(/[\uf700-\uf77f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - MOVED));
  }
  if (Array.isArray(data)) return data.map(restoreText);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [restoreText(key) as string, restoreText(value)]),
  );
}
