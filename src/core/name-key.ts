/**
 * The same for spellings that differ only in case, white space or Unicode form: whose names have the same key are one
 * person. Upper case first, so that ß and ss, ſ and s, final and other sigma are the same.
 *
 * @example nameKey('Ada  EXAMPLE') === nameKey('ada example')
 */
export function nameKey(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
}
