/** A text inside a part of a rubric. */
export interface PlacedText {
  /** Keys and positions from 1, as an author sees them: `anchors 3 short`. */
  readonly place: string;
  readonly text: string;
}

/** Every text inside a part of a rubric, in its order. */
export function textsOf(part: unknown, keys: readonly string[] = []): readonly PlacedText[] {
  if (typeof part === 'string') return [{ place: keys.filter((key) => key !== 'text').join(' '), text: part }];
  if (Array.isArray(part)) return part.flatMap((item, at) => textsOf(item, [...keys, String(at + 1)]));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => textsOf(value, [...keys, key]));
}

/** A text on one line, as it may stand over several in YAML. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
