import { formatRational, fromWhole, multiply, type Rational, subtract } from '../../../core/numbers/rational.js';
import type { Comparison } from '../../../core/panel/comparison.js';
import type { ChangedWeight, Pair, PairFlip, Reweighted } from '../../../core/panel/weight-sensitivity.js';
import { clean, count, hang, wrap } from '../../text/text.js';

/** Whether the order survives other weights, in paragraphs that begin with what was tried. */
export function weightParagraphs(comparison: Comparison): readonly (readonly [string, string])[] {
  const { sensitivity, rows, candidates } = comparison;
  const dimensions = rows.filter(({ isShared }) => isShared).map(({ dimension }) => clean(dimension.name));
  const names = candidates.map(({ panel }) => clean(panel.shown));
  if (!sensitivity) return [['Weights', 'there is nothing to compare']];
  if (dimensions.length < 2) return [['Weights', 'one shared dimension decides, whatever its weight']];
  const { equal, fifths, neighbours, first } = sensitivity;
  return [
    ['Equal weights', reweightedInWords(equal, names)],
    ['Each weight ±20%', fifthsInWords(fifths, { names, dimensions })],
    ...neighbours.map((pair) => [pairInWords(pair, names), flipInWords(pair, dimensions)] as const),
    ...(first?.flip && first.behind > 1
      ? [['First place', `${names[first.behind]} takes it with ${flipInWords(first, dimensions)}`] as const]
      : []),
  ];
}

/** The paragraphs, wrapped. */
export function weightLines(comparison: Comparison, width: number): readonly string[] {
  const heading = comparison.isPartial
    ? 'Would other weights change the order? (shared dimensions only, their weights rescaled to 100%)'
    : 'Would other weights change the order?';
  return [
    ...wrap(heading, width),
    ...weightParagraphs(comparison).flatMap(([tried, outcome]) => hang('  ', `${tried}: ${outcome}`, width)),
    ...hang('  ', 'A weight is changed alone; the others keep their proportions. Exact, not sampled.', width),
  ];
}

function reweightedInWords({ reversed, levelled, tau }: Reweighted, names: readonly string[]): string {
  if (reversed.length === 0 && levelled.length === 0) return 'the same order';
  const likeness = tau === undefined ? '' : ` (Kendall's tau ${tau.toFixed(2)})`;
  return `${changesInWords({ reversed, levelled }, names)}${likeness}`;
}

function changesInWords({ reversed, levelled }: Pick<Reweighted, 'reversed' | 'levelled'>, names: readonly string[]) {
  const passing = reversed.map(({ ahead, behind }) => `${names[behind]} passes ${names[ahead]}`);
  const level = levelled.map(({ ahead, behind }) => `${names[behind]} draws level with ${names[ahead]}`);
  return [...passing, ...level].join(', ');
}

interface Named {
  readonly names: readonly string[];
  readonly dimensions: readonly string[];
}

function fifthsInWords(fifths: readonly ChangedWeight[], { names, dimensions }: Named): string {
  const changing = fifths.filter(({ reversed, levelled }) => reversed.length + levelled.length > 0);
  if (changing.length === 0) return `the same order in all ${fifths.length} cases`;
  const cases = changing.map((changed) => {
    const weight = `${dimensions[changed.dimension]} ${percent(changed.from)} → ${percent(changed.to)}`;
    return `${weight}: ${changesInWords(changed, names)}`;
  });
  return `another order in ${changing.length} of ${count(fifths.length, 'case')}: ${cases.join('; ')}`;
}

function pairInWords({ ahead, behind }: Pair, names: readonly string[]): string {
  return `${names[ahead]} before ${names[behind]}`;
}

/** `depth from 20% to above 34.21% (+14.21 points)`. */
function flipInWords({ flip }: PairFlip, dimensions: readonly string[]): string {
  if (!flip) return 'no change of a single weight can turn it';
  const change = subtract(flip.to, flip.from);
  const isMore = change.numerator > 0n;
  const points = formatRational(multiply(change, fromWhole(100)), 2);
  const beyond = isMore ? 'above' : 'below';
  return `turns with ${dimensions[flip.criterion]} from ${percent(flip.from)} to ${beyond} ${percent(flip.to)} (${isMore ? '+' : ''}${points} points)`;
}

/** A share in per cent: whole where it is whole, else with two decimals. */
function percent(share: Rational): string {
  const value = multiply(share, fromWhole(100));
  return `${value.denominator === 1n ? value.numerator.toString() : formatRational(value, 2)}%`;
}
