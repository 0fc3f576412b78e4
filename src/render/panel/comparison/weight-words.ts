import { formatDecimal } from '../../../core/numbers/decimal.js';
import { formatRational, fromWhole, multiply, type Rational, subtract } from '../../../core/numbers/rational.js';
import type { Comparison } from '../../../core/panel/comparison.js';
import type { ChangedWeight, Pair, PairFlip, Reweighted } from '../../../core/panel/weight-sensitivity.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { count, hang, wrap } from '../../text/text.js';

/** Whether the order survives other weights, in paragraphs that begin with what was tried. */
export function weightParagraphs(comparison: Comparison): readonly (readonly [TerminalText, TerminalText])[] {
  const { sensitivity, rows, candidates } = comparison;
  const dimensions = rows.filter(({ isShared }) => isShared).map(({ dimension }) => clean(dimension.name));
  const names = candidates.map(({ panel }) => clean(panel.shown));
  if (!sensitivity) return [[say`Weights`, say`there is nothing to compare`]];
  if (dimensions.length < 2) return [[say`Weights`, say`one shared dimension decides, whatever its weight`]];
  const { equal, fifths, neighbours, first } = sensitivity;
  const areEqual = rows.every(({ dimension }) => dimension.weight === undefined);
  return [
    ...(areEqual ? [] : [[say`Equal weights`, reweightedInWords(equal, names)] as const]),
    [say`Each weight ±20%`, fifthsInWords(fifths, { names, dimensions })],
    ...neighbours.map((pair) => [pairInWords(pair, names), flipInWords(pair, dimensions)] as const),
    ...(first?.flip && first.behind > 1
      ? [
          [
            say`First place`,
            say`${names[first.behind] ?? say``} takes it with ${flipInWords(first, dimensions)}`,
          ] as const,
        ]
      : []),
  ];
}

/** The paragraphs, wrapped. */
export function weightLines(comparison: Comparison, width: number): readonly TerminalText[] {
  const heading = comparison.isPartial
    ? say`Would other weights change the order? (shared dimensions only, their weights rescaled to 100%)`
    : say`Would other weights change the order?`;
  return [
    ...wrap(heading, width),
    ...weightParagraphs(comparison).flatMap(([tried, outcome]) => hang(say`  `, say`${tried}: ${outcome}`, width)),
    ...hang(say`  `, say`A weight is changed alone; the others keep their proportions. Exact, not sampled.`, width),
  ];
}

function reweightedInWords({ reversed, levelled, tau }: Reweighted, names: readonly TerminalText[]): TerminalText {
  if (reversed.length === 0 && levelled.length === 0) return say`the same order`;
  const likeness = tau === undefined ? say`` : say` (Kendall's tau ${formatDecimal(tau)})`;
  return say`${changesInWords({ reversed, levelled }, names)}${likeness}`;
}

function changesInWords(
  { reversed, levelled }: Pick<Reweighted, 'reversed' | 'levelled'>,
  names: readonly TerminalText[],
) {
  const passing = reversed.map(({ ahead, behind }) => say`${names[behind] ?? say``} passes ${names[ahead] ?? say``}`);
  const level = levelled.map(
    ({ ahead, behind }) => say`${names[behind] ?? say``} draws level with ${names[ahead] ?? say``}`,
  );
  return [...passing, ...level].join(', ');
}

interface Named {
  readonly names: readonly TerminalText[];
  readonly dimensions: readonly TerminalText[];
}

function fifthsInWords(fifths: readonly ChangedWeight[], { names, dimensions }: Named): TerminalText {
  const changing = fifths.filter(({ reversed, levelled }) => reversed.length + levelled.length > 0);
  if (changing.length === 0) return say`the same order in all ${fifths.length} cases`;
  const cases = changing.map((changed) => {
    const weight = say`${dimensions[changed.dimension] ?? say``} ${percent(changed.from)} → ${percent(changed.to)}`;
    return say`${weight}: ${changesInWords(changed, names)}`;
  });
  return say`another order in ${changing.length} of ${count(fifths.length, 'case')}: ${cases.join('; ')}`;
}

function pairInWords({ ahead, behind }: Pair, names: readonly TerminalText[]): TerminalText {
  return say`${names[ahead] ?? say``} before ${names[behind] ?? say``}`;
}

/** `depth from 20% to above 34.21% (+14.21 points)`. */
function flipInWords({ flip }: PairFlip, dimensions: readonly TerminalText[]): TerminalText {
  if (!flip) return say`no change of a single weight can turn it`;
  const change = subtract(flip.to, flip.from);
  const isMore = change.numerator > 0n;
  const points = formatRational(multiply(change, fromWhole(100)), 2);
  const beyond = isMore ? 'above' : 'below';
  return say`turns with ${dimensions[flip.criterion] ?? say``} from ${percent(flip.from)} to ${beyond} ${percent(flip.to)} (${isMore ? '+' : say``}${points} points)`;
}

/** A share in per cent: whole where it is whole, else with two decimals. */
function percent(share: Rational): TerminalText {
  const value = multiply(share, fromWhole(100));
  return say`${value.denominator === 1n ? value.numerator : formatRational(value, 2)}%`;
}
