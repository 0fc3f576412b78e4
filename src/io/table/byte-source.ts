/** Bytes to be read once, front to back. */
export interface ByteSource {
  /** Reads at least one byte into `target` and returns how many; 0 when there are no more. */
  read(target: Uint8Array): Promise<number>;
}

/** A source whose beginning can be looked at before it is read. */
export interface PeekableSource extends ByteSource {
  /** The first bytes, up to `PEEK`; reading gives them all the same. */
  readonly head: Uint8Array;
}

/** How many bytes are looked at: enough for a header of thousands of columns and some rows. */
export const PEEK = 64 * 1024;

/** Looks at the beginning of a source, which is still to be read afterwards. */
export async function peek(source: ByteSource): Promise<PeekableSource> {
  const buffer = new Uint8Array(PEEK);
  let length = 0;
  while (length < PEEK) {
    const count = await source.read(buffer.subarray(length));
    if (count === 0) break;
    length += count;
  }
  const head = buffer.subarray(0, length);
  return { head, read: withHead(head, source).read };
}

/** A source that gives `head` before the rest. */
function withHead(head: Uint8Array, rest: ByteSource): ByteSource {
  let left = head;
  return {
    read: async (target) => {
      if (left.length === 0) return rest.read(target);
      const part = left.subarray(0, target.length);
      target.set(part);
      left = left.subarray(part.length);
      return part.length;
    },
  };
}

/** The chunks of a stream as a source. */
export function fromChunks(chunks: AsyncIterable<Uint8Array>): ByteSource {
  const iterator = chunks[Symbol.asyncIterator]();
  let left = new Uint8Array(0) as Uint8Array;
  return {
    read: async (target) => {
      while (left.length === 0) {
        const { done, value } = await iterator.next();
        if (done) return 0;
        left = value;
      }
      const part = left.subarray(0, target.length);
      target.set(part);
      left = left.subarray(part.length);
      return part.length;
    },
  };
}

/** The chunks of a source, for what transforms streams. */
export async function* toChunks(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (;;) {
    const buffer = new Uint8Array(PEEK);
    const count = await source.read(buffer);
    if (count === 0) return;
    yield buffer.subarray(0, count);
  }
}
