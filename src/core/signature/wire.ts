/** Reads the fields of SSH's wire format (RFC 4251, section 5) one after the other. */
export interface WireReader {
  /** A field with its length before it. */
  bytes(): Buffer;
  text(): string;
  uint32(): number;
  byte(): number;
  /** So many bytes without a length. */
  take(length: number): Buffer;
  readonly isAtEnd: boolean;
}

/** The bytes are not what the format says: told as a bad signature, never as a bug. */
export class MalformedError extends Error {}

/** Every method throws a MalformedError where the bytes end too soon. */
export function createWireReader(source: Uint8Array): WireReader {
  const buffer = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  let at = 0;
  const take = (length: number): Buffer => {
    if (at + length > buffer.length) throw new MalformedError('it ends too soon');
    at += length;
    return buffer.subarray(at - length, at);
  };
  const uint32 = () => take(4).readUInt32BE();
  const bytes = () => take(uint32());
  return {
    bytes,
    text: () => bytes().toString('latin1'),
    uint32,
    byte: () => take(1).readUInt8(),
    take,
    get isAtEnd() {
      return at === buffer.length;
    },
  };
}

/** A field with its length before it. */
export function wireField(value: string | Uint8Array): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A whole number above 0 of so many bytes, without the zero that marks it as positive. */
export function unsignedBytes(number: Uint8Array, length: number): Buffer {
  const first = number.findIndex((byte) => byte !== 0);
  const digits = number.subarray(first < 0 ? number.length : first);
  if (digits.length > length) throw new MalformedError('a number is too long');
  return Buffer.concat([Buffer.alloc(length - digits.length), digits]);
}
