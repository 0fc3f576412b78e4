/**
 * Whether two names are the same to people: case, white space and the way in which accents are stored do not matter.
 */
export function isSameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/**
 * The same text for all names that are the same to people, and for all spellings of an id: case, width, white space, the
 * way in which accents are stored and signs that nobody sees do not matter. Over upper case, so that ß and ss, ſ and s,
 * final and other sigma are the same.
 *
 * @example nameKey('Ada  EXAMPLE') // 'ada example'
 */
export function nameKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  const seen = name.replace(INVISIBLE, '').normalize('NFKC').toLowerCase();
  return seen.toUpperCase().toLowerCase().normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** Words of ASCII with one space between them: only their case needs folding. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * What has no width and no ink: joiners, soft hyphens, marks of direction, variation selectors, fillers; and control
 * characters, but for those that are white space.
 */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|(?!\s)\p{Cc}/gu;

/** What a typed name may mean. */
export type NameMatch =
  | { readonly type: 'found'; readonly candidate: string }
  | { readonly type: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly type: 'unknown' };

/**
 * The candidate of that name, whatever its case or Unicode normalisation; else the one whose name has a word that
 * begins with each word typed: "ada" finds "Ada Example" where there is one Ada.
 */
export function findCandidate(typed: string, candidates: readonly string[]): NameMatch {
  const key = nameKey(typed);
  const exact = candidates.find((candidate) => nameKey(candidate) === key);
  if (exact !== undefined) return { type: 'found', candidate: exact };
  const parts = key.split(' ').filter(Boolean);
  const near = candidates.filter((candidate) => {
    const words = nameKey(candidate).split(/[^\p{L}\p{M}\p{N}]+/u);
    return parts.length > 0 && parts.every((part) => words.some((word) => word.startsWith(part)));
  });
  const [only, second] = near;
  if (only === undefined) return { type: 'unknown' };
  return second === undefined ? { type: 'found', candidate: only } : { type: 'ambiguous', candidates: near };
}
