/** Text to be quoted in a message: signs that nobody sees stand there by their number, as `<U+200B>`. */
export function visible(text: string): string {
  return text.replace(
    /\p{Default_Ignorable_Code_Point}/gu,
    (sign) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}

/** Text to be typed or pasted: without the signs that nobody sees. */
export function typable(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
