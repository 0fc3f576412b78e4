/** A number, or the two that a text may be: `1,200` is 1200 to some and 1.2 to others. */
export type WrittenNumber = number | readonly [more: number, less: number];

const GROUPED: readonly RegExp[] = [
  // 1 200 and 1'200, with either decimal sign.
  /^\d{1,3}([ '\u2019])\d{3}(?:\1\d{3})*(?:[.,]\d+)?$/,
  // More than one group, or another decimal sign than that between the groups.
  /^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/,
  /^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/,
  /^\d{1,3},\d{3}\.\d+$/,
  /^\d{1,3}\.\d{3},\d+$/,
  // Lakhs.
  /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/,
];

/** Reads a number as it is written with groups and a decimal sign, lower case; `undefined` for what is none. */
export function readWrittenNumber(text: string): WrittenNumber | undefined {
  if (/^\d{1,15}\.?$/.test(text)) return Number(text);
  if (GROUPED.some((form) => form.test(text))) return Number(ungrouped(text));
  if (/^\d(?:[.,]\d+)?e\+?\d{1,2}$/.test(text)) return Number(text.replace(',', '.'));
  const [, ones, over, under] = /^(?:(\d{1,6}) )?(\d{1,2})\u2044(\d{1,2})$/.exec(text) ?? [];
  if (over !== undefined) return Number(ones ?? 0) + Number(over) / Number(under);
  const [, whole = '', part] = /^(\d{1,9})[.,](\d{1,9})$/.exec(text) ?? [];
  if (part === undefined) return wordsAsNumber(text);
  const decimal = Number(`${whole}.${part}`);
  const mayBeGrouped = part.length === 3 && whole.length <= 3 && !whole.startsWith('0');
  return mayBeGrouped ? [Number(whole + part), decimal] : decimal;
}

/** The last sign that is not a digit divides the decimals, where no group of the same sign stands before it. */
function ungrouped(text: string): string {
  const signs = text.replace(/\d/g, '');
  const last = signs.slice(-1);
  const hasDecimals = /[.,]/.test(last) && signs.indexOf(last) === signs.length - 1 && signs.length > 1;
  const [whole = '', part = ''] = hasDecimals ? text.split(last) : [text];
  return `${whole.replace(/\D/g, '')}.${part}`;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** `eleven`, `twenty-five`: up to 99. */
function wordsAsNumber(text: string): number | undefined {
  const [first = '', second, ...more] = text.split(/[ -]/);
  if (more.length > 0) return undefined;
  const tens = TENS.indexOf(first);
  if (second === undefined) return tens < 0 ? positionIn(ONES, first) : 20 + 10 * tens;
  const ones = positionIn(ONES, second);
  return tens < 0 || ones === undefined || ones === 0 || ones > 9 ? undefined : 20 + 10 * tens + ones;
}

function positionIn(words: readonly string[], word: string): number | undefined {
  const at = words.indexOf(word);
  return at < 0 ? undefined : at;
}
