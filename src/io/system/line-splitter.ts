const NEWLINE = 0x0a;

export interface LineSplitter {
  /** Takes the next bytes and hands on each line that they complete. */
  push(chunk: Uint8Array): void;
  /** Hands on what follows the last line break, if anything does. */
  end(): void;
}

/** Cuts bytes into lines, wherever the chunks were cut; `take` gets the bytes without the line break, and the 1-based number. */
export function createLineSplitter(take: (line: Uint8Array, number: number) => void): LineSplitter {
  let number = 0;
  let rest: Uint8Array[] = [];
  const emit = (bytes: Uint8Array) => {
    const line = rest.length === 0 ? bytes : Buffer.concat([...rest, bytes]);
    rest = [];
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
      // A copy: the chunk's memory may be filled again before the line is complete.
      if (from < chunk.length) rest.push(Uint8Array.from(chunk.subarray(from)));
    },
    end: () => {
      if (rest.length > 0) emit(new Uint8Array());
    },
  };
}
