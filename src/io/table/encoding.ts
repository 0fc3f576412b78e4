import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { type ByteSource, fromChunks, type PeekableSource, peek, toChunks } from './byte-source.js';

export interface EncodingOptions {
  /** The encoding as the user names it (`--encoding`); found by its byte order mark where not given. */
  readonly encoding?: string | undefined;
  /** The source as messages name it. */
  readonly shown: string;
}

/**
 * A source as UTF-8 without a byte order mark: decompressed where it is gzip, transcoded where it is UTF-16 or what
 * `--encoding` says.
 *
 * @throws ScorecardError when it is a workbook, or the encoding is not known
 */
export async function toUtf8(source: ByteSource, options: EncodingOptions): Promise<PeekableSource> {
  const packed = await peek(source);
  const plain = isGzip(packed.head) ? await peek(gunzip(packed, options.shown)) : packed;
  if (startsWith(plain.head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(plain.head, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new ScorecardError(`${options.shown} is a workbook or an archive, not a CSV`, {
      hint: say`save the sheet as "CSV UTF-8", then run it again`,
    });
  }
  if (startsWith(plain.head, [0x50, 0x41, 0x52, 0x31])) {
    throw new ScorecardError(`${options.shown} is Parquet, which is read from its end`, {
      hint: say`save it as a file that is not packed again, and pass its name`,
    });
  }
  const encoding = options.encoding === undefined ? encodingOf(plain.head) : knownEncoding(options.encoding);
  if (encoding !== 'utf-8') return peek(fromChunks(transcode(plain, encoding)));
  if (!startsWith(plain.head, [0xef, 0xbb, 0xbf])) return plain;
  return skipHead(plain, 3);
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

function isGzip(head: Uint8Array): boolean {
  return startsWith(head, [0x1f, 0x8b, 0x08]);
}

function gunzip(source: ByteSource, shown: string): ByteSource {
  const unpacked = Readable.from(toChunks(source), { objectMode: false }).pipe(createGunzip());
  const { read } = fromChunks(unpacked);
  return {
    read: async (target) => {
      try {
        return await read(target);
      } catch {
        throw new ScorecardError(`${shown}: the gzip data is damaged or ends too early`);
      }
    },
  };
}

/** The encoding by the byte order mark; without one, a NUL in every other byte of the beginning gives UTF-16 away. */
function encodingOf(head: Uint8Array): string {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  const first = head.subarray(0, 64);
  const nulsAt = (parity: number) => first.filter((byte, at) => at % 2 === parity && byte === 0).length;
  const half = first.length / 2;
  if (half >= 4 && nulsAt(1) > half * 0.7 && nulsAt(0) === 0) return 'utf-16le';
  if (half >= 4 && nulsAt(0) > half * 0.7 && nulsAt(1) === 0) return 'utf-16be';
  return 'utf-8';
}

function knownEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new ScorecardError(`the encoding "${label}" is not known`, {
      hint: say`use a name such as utf-8, utf-16le, windows-1252, shift_jis or gb18030`,
    });
  }
}

async function* transcode(source: ByteSource, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of toChunks(source)) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield encoder.encode(text);
  }
  const rest = decoder.decode();
  if (rest !== '') yield encoder.encode(rest);
}

/** The source without the first `count` bytes, which are part of the head. */
export function skipHead({ head, read }: PeekableSource, count: number): PeekableSource {
  let left = count;
  return {
    head: head.subarray(count),
    read: async (target) => {
      while (left > 0) {
        const skipped = await read(new Uint8Array(left));
        if (skipped === 0) return 0;
        left -= skipped;
      }
      return read(target);
    },
  };
}
