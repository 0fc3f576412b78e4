/**
 * The same text for all names that are the same to people, and for all spellings of an id: case, width, white space,
 * the way in which accents are stored and signs that nobody sees do not matter. Over upper case, so that ß and ss, ſ
 * and s, final and other sigma are the same.
 *
 * @example nameKey('Ada  EXAMPLE') // 'ada example'
 */
export function nameKey(name: string): string {
  if (!UNEVEN.test(name)) return name.toLowerCase();
  const seen = name.replace(INVISIBLE, '').normalize('NFKC').toLowerCase();
  return seen.toUpperCase().toLowerCase().normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/**
 * What is not in words of ASCII with one space between them; of those only the case needs folding. Without a repeated
 * group: on a name of millions of words it would use up the stack.
 */
const UNEVEN = /[^ -~]|^ | $| {2}/;

/**
 * What has no width and no ink: joiners, soft hyphens, marks of direction, variation selectors, fillers; and control
 * characters, but for those that are white space.
 */
export const INVISIBLE = /\p{Default_Ignorable_Code_Point}|(?!\s)\p{Cc}/gu;
