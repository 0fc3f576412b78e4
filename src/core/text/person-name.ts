/** Whether two names are the same to people: neither case, white space nor the way in which accents are stored counts. */
export function isSameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/**
 * The same text for all names that are the same to people. Upper case first, so that ß and ss, ſ and s, final and
 * other sigma are the same.
 *
 * @example nameKey('Ada  EXAMPLE') // 'ada example'
 */
export function nameKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Words of ASCII with one space between them: nothing to fold but their case. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
