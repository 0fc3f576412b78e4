/** What `BatchRow.outline` gives for bytes from `start` to `end`; -1 where they are blank. */
export function outlineOf(bytes: Uint8Array, start: number, end: number): number {
  let from = start;
  let to = end - 1;
  while (from <= to && (bytes[from] ?? 0) <= SPACE) from += 1;
  while (to > from && (bytes[to] ?? 0) <= SPACE) to -= 1;
  if (from > to) return -1;
  return ((to - from) << 16) | (lowerCase(bytes[from] ?? 0) << 8) | lowerCase(bytes[to] ?? 0);
}

const SPACE = 32;

function lowerCase(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte | 32 : byte;
}
