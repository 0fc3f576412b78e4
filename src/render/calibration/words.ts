import type { CalibrationAgreement, Confusion, Direction, RatedPair, Share } from '../../core/calibration/agreement.js';
import { anchorOf } from '../../core/rubric/anchors.js';
import type { Scale } from '../../core/rubric/scale.js';
import { type Block, list, type Section, terms } from '../document/document.js';

/** Who is held against whom. */
export interface Sides {
  readonly given: string;
  /** Another rater; `undefined` for what was agreed. */
  readonly against: string | undefined;
}

/** How far they agree, in sentences. */
export function agreementSentences(agreement: CalibrationAgreement, sides: Sides): readonly string[] {
  const { count, exact, within, direction } = agreement;
  if (count === 0) return ['No answer was rated by both.'];
  return [
    `The same rating: ${shareInWords(exact, count)}.`,
    `At most one apart: ${shareInWords(within, count)}.`,
    directionInWords(direction, sides),
  ];
}

export function shareInWords({ part, interval }: Share, count: number): string {
  const range = interval && `, 95%: ${Math.round(interval[0] * 100)}% to ${Math.round(interval[1] * 100)}%`;
  return `${part} of ${count} (${Math.round((100 * part) / count)}%${range ?? ''})`;
}

/** Severe or lenient only where the whole interval says so. */
function directionInWords(direction: Direction | undefined, { given, against }: Sides): string {
  if (!direction) return '';
  const { mean, interval, isSameEach } = direction;
  const points = Math.abs(mean).toFixed(2);
  const where = mean === 0 ? 'as high as' : `${points} ${mean < 0 ? 'lower' : 'higher'} than`;
  const first = `On average ${given} rated ${where} ${against ?? 'was agreed'}`;
  if (isSameEach) return `${first}, with each answer alike.`;
  if (!interval) return `${first}; too few answers to say whether that is a habit.`;
  const range = `(95%: ${signed(interval[0])} to ${signed(interval[1])})`;
  const label = interval[1] < 0 ? 'severe' : interval[0] > 0 ? 'lenient' : undefined;
  const than = against === undefined ? '' : 'the more ';
  return label === undefined ? `${first} ${range}, which is no habit for sure.` : `${first} ${range}: ${than}${label}.`;
}

function signed(value: number): string {
  const text = value.toFixed(2);
  return Number(text) > 0 ? `+${text}` : text.replace('-', '−');
}

/** Each two anchors that were confused: both texts, and for each answer why it is what was agreed. */
export function confusionSections(confusions: readonly Confusion[], scale: Scale, sides: Sides): readonly Section[] {
  return confusions.map(({ low, high, pairs }): Section => {
    const [first] = pairs;
    const name = first?.item.dimension.name ?? '';
    return {
      title: `${name}: ${low} and ${high}, ${timesInWords(pairs.length)}`,
      level: 3,
      blocks: [
        ...terms(
          [high, low].map((rating) => ({
            term: `${rating}`,
            text: (first && anchorOf(rating, first.item.dimension, scale)?.text) ?? '',
          })),
        ),
        ...pairs.flatMap((pair) => pairBlocks(pair, sides)),
      ],
    };
  });
}

export function timesInWords(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

function pairBlocks({ item, given, against, note }: RatedPair, sides: Sides): readonly Block[] {
  const agreed = sides.against === undefined ? '' : `, agreed ${item.agreed}`;
  return [
    {
      type: 'quote',
      label: `${item.key}: ${sides.given} ${given}, ${sides.against ?? 'agreed'} ${against}${agreed}`,
      text: item.answer,
    },
    ...list([`Why ${item.agreed}: ${item.why}`, ...(note === undefined ? [] : [`Your note: ${note}`])]),
  ];
}
