const END = Buffer.from('\u001b[201~');

/** What stands between the brackets of a paste, however it is split over reads. */
export function createPaste() {
  let parts: Buffer[] = [];
  /** It may be the beginning of the end. */
  let tail = Buffer.alloc(0);
  return {
    /** Takes more of it. What stands behind its end, where that has come. */
    take: (bytes: Buffer): Buffer | undefined => {
      const all = Buffer.concat([tail, bytes]);
      const end = all.indexOf(END);
      const kept = end < 0 ? Math.max(0, all.length - END.length + 1) : end;
      parts.push(all.subarray(0, kept));
      tail = end < 0 ? all.subarray(kept) : Buffer.alloc(0);
      return end < 0 ? undefined : all.subarray(end + END.length);
    },
    /** The whole text; the next paste begins anew. */
    end: (): string => {
      const text = Buffer.concat([...parts, tail]).toString();
      parts = [];
      tail = Buffer.alloc(0);
      return text;
    },
  };
}
