/** The signs that windows-1252 has between 0x80 and 0x9f; a gap is the control of that number. */
const MIDDLE = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * What a text was before a program read its UTF-8 as windows-1252: `Zoë` of `ZoÃ«`; `undefined` for a text that was
 * not. Only what is UTF-8 again counts, which by chance hardly any name is.
 */
export function beforeMisreading(text: string): string | undefined {
  let isMisread = false;
  const before = text.replace(/[^\u0000-\u007f]{2,}/g, (run) => {
    const again = asUtf8(run);
    isMisread ||= again !== undefined;
    return again ?? run;
  });
  return isMisread ? before : undefined;
}

function asUtf8(run: string): string | undefined {
  const bytes = Array.from(run, (sign) => {
    const middle = MIDDLE.indexOf(sign);
    return middle >= 0 ? 0x80 + middle : sign.charCodeAt(0);
  });
  if (bytes.some((byte) => byte > 0xff)) return undefined;
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** Whether signs of a text are gone: a program put the sign for "unknown" in their place. */
export function hasLostSigns(text: string): boolean {
  return text.includes('\ufffd');
}
