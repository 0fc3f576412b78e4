import { isAscii, isUtf8 } from 'node:buffer';

/**
 * The quick way to read a file of scorecards: `undefined` for what is not JSON in UTF-8, and `parseCarefully` says why.
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  if (text === undefined || isTooDeep(bytes)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** From here on the depth is looked at: below, no depth can hurt. */
const LARGE = 1024 * 1024;
export const MOST_LEVELS = 64;

const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, new Set([0x5b, 0x7b]), new Set([0x5d, 0x7d])];

/**
 * Whether a large JSON text nests deeper than anything that is read here, judged by its brackets: the parser keeps some
 * hundred bytes for each level that is open.
 */
export function isTooDeep(bytes: Uint8Array): boolean {
  if (bytes.length < LARGE) return false;
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (OPEN.has(byte)) depth += 1;
    else if (CLOSE.has(byte)) depth -= 1;
    if (depth > MOST_LEVELS) return true;
  }
  return false;
}

/** Where the string ends that begins at a quote. */
function endOfString(bytes: Uint8Array, start: number): number {
  for (let end = bytes.indexOf(QUOTE, start + 1); end >= 0; end = bytes.indexOf(QUOTE, end + 1)) {
    let before = end;
    while (bytes[before - 1] === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return bytes.length;
}

/** `undefined` for what is not UTF-8. ASCII, which most files are, is the same in latin1 and faster to read as such. */
function decode({ buffer, byteOffset, byteLength }: Uint8Array): string | undefined {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? bytes.toString('utf8').replace(/^\ufeff/, '') : undefined;
}
