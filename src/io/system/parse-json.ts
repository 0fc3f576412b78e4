import { isAscii, isUtf8 } from 'node:buffer';

/**
 * The quick way to read a file of scorecards: `undefined` for what is not JSON in UTF-8, and `parseCarefully` says why.
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `undefined` for what is not UTF-8. ASCII, which most files are, is the same in latin1 and faster to read as such. */
function decode({ buffer, byteOffset, byteLength }: Uint8Array): string | undefined {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? bytes.toString('utf8').replace(/^\ufeff/, '') : undefined;
}
