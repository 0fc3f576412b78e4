const NEWLINE = 0x0a;

/** The most bytes of a line: a longer one is no record. */
export const LONGEST_LINE = 16 * 1024 * 1024;

export interface LineSplitter {
  /** Takes the next bytes and hands on each line that they complete. */
  push(chunk: Uint8Array): void;
  /** Hands on what follows the last line break, if anything does. */
  end(): void;
}

/**
 * Cuts bytes into lines, wherever the chunks were cut; `take` gets the bytes without the line break, and the 1-based
 * number. Of a line that is too long it gets none, and none are kept.
 */
export function createLineSplitter(
  take: (line: Uint8Array | undefined, number: number) => void,
  most = LONGEST_LINE,
): LineSplitter {
  let number = 0;
  let rest: Uint8Array[] = [];
  let length = 0;
  const emit = (bytes: Uint8Array) => {
    const isTooLong = length + bytes.length > most;
    const line = isTooLong ? undefined : rest.length === 0 ? bytes : Buffer.concat([...rest, bytes]);
    rest = [];
    length = 0;
    number += 1;
    take(line, number);
  };
  return {
    push: (chunk) => {
      let from = 0;
      for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
        emit(chunk.subarray(from, to));
        from = to + 1;
      }
      length += chunk.length - from;
      if (length > most) rest = [];
      // A copy: the chunk's memory may be filled again before the line is complete.
      else if (from < chunk.length) rest.push(Uint8Array.from(chunk.subarray(from)));
    },
    end: () => {
      if (length > 0) emit(new Uint8Array());
    },
  };
}
