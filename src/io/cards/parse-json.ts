import { isAscii, isUtf8 } from 'node:buffer';

/**
 * The quick way to read a file of scorecards: `undefined` for what isn't UTF-8 or isn't JSON, and `parseCarefully`
 * says why. Bytes of UTF-8 only.
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

/** `undefined` for what is no UTF-8. ASCII, which most files are, is read faster as what it is also. */
function decode({ buffer, byteOffset, byteLength }: Uint8Array): string | undefined {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? bytes.toString('utf8').replace(/^\ufeff/, '') : undefined;
}
