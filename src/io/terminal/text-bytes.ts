import { StringDecoder } from 'node:string_decoder';

/** Bytes of text, handed on as characters: one that is split over two reads stays whole. */
export function createTextRun(say: (text: string) => void) {
  const decoder = new StringDecoder('utf8');
  let bytes: number[] = [];
  return {
    add: (byte: number) => {
      bytes.push(byte);
    },
    /** `isOver` when something else follows: half a character is then none. */
    flush: (isOver: boolean) => {
      if (bytes.length === 0 && !isOver) return;
      const text = decoder.write(Buffer.from(bytes)) + (isOver ? decoder.end() : '');
      bytes = [];
      if (text !== '') say(text);
    },
  };
}

/** Where a byte stands in UTF-8, so that the 8-bit controls are told from the rest of a character. */
export function createCharacterCount() {
  let missing = 0;
  return {
    reset: () => {
      missing = 0;
    },
    get isComplete() {
      return missing === 0;
    },
    place: (byte: number): 'lead' | 'rest' | 'control' => {
      if (missing > 0 && byte >= 0x80 && byte <= 0xbf) {
        missing -= 1;
        return 'rest';
      }
      missing = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
      return byte >= 0x80 && byte < 0xa0 ? 'control' : 'lead';
    },
  };
}
