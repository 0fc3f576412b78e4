/** Whether two names are the same to people: neither case nor the way in which accents are stored counts. */
export function isSameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/** The same text for all names that are the same to people. */
export function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
