/** The longest slug in bytes of UTF-8: a date and three of them still fit into a file name of 255 bytes. */
const LONGEST = 70;

/**
 * A name as part of a file name: letters of any script, digits and single hyphens, lower case; never empty, never a
 * path.
 *
 * @example slugOf('Ada  Example/..') // 'ada-example'
 */
export function slugOf(name: string): string {
  const words =
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const slug = cut(words.join('-')).replace(/-+$/, '');
  return slug === '' ? 'unnamed' : slug;
}

function cut(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > LONGEST) break;
    kept += character;
  }
  return kept;
}
