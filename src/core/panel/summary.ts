import { compareRational } from '../numbers/rational.js';
import { RECOMMENDATIONS } from '../scoring/rules.js';
import type { PanelCard } from './card.js';
import { compareEditions, type RubricEdition } from './edition.js';
import { type Panel, poolPanel } from './panel.js';
import { type ErrorBasis, type Ranked, rankPanels } from './ranking.js';
import { type Who, whoIsWho } from './who.js';

/** The candidates of one edition: scores in different groups are never set side by side. */
export interface SummaryGroup {
  readonly edition: RubricEdition;
  readonly basis: ErrorBasis;
  /** How many were ranked, however many of them are shown. */
  readonly candidates: number;
  readonly ranked: readonly Ranked[];
}

export type SummaryOrder = keyof typeof ORDERS;

type Order = (a: Panel, b: Panel) => number;

const collator = new Intl.Collator('en');

const byCandidate: Order = (a, b) =>
  collator.compare(a.shown, b.shown) || (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0);

/** Highest first; incomplete ones after all others, and those without a score last. */
const byScore: Order = (a, b) =>
  Number(a.recommendation === 'incomplete') - Number(b.recommendation === 'incomplete') || compareScores(b, a);

const byCoverage: Order = (a, b) =>
  b.coverage.numerator * a.coverage.denominator - a.coverage.numerator * b.coverage.denominator;

const byRecommendation: Order = (a, b) =>
  RECOMMENDATIONS.indexOf(a.recommendation) - RECOMMENDATIONS.indexOf(b.recommendation);

/**
 * The orders that `--sort` takes. Ties are broken by the score, then by the name, so that the result never depends on
 * the order of the files.
 */
const ORDERS = {
  score: [byScore, byCandidate],
  candidate: [byCandidate, byScore],
  coverage: [byCoverage, byScore, byCandidate],
  recommendation: [byRecommendation, byScore, byCandidate],
} as const satisfies Record<string, readonly Order[]>;

/**
 * Pools the scorecards of each candidate and ranks the candidates of each edition. Groups by role, newest version
 * first.
 */
export function summarise(
  cards: readonly PanelCard[],
  order: SummaryOrder,
  who: Who = whoIsWho(cards),
): readonly SummaryGroup[] {
  return groupByEdition(cards).map(({ edition, cards: groupCards }) => {
    const panels = panelsOf(edition, groupCards, who).sort(inOrder(ORDERS[order]));
    return { edition, candidates: panels.length, ...rankPanels(panels) };
  });
}

function inOrder(orders: readonly Order[]): Order {
  return (a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function compareScores(a: Panel, b: Panel): number {
  if (!a.exact || !b.exact) return Number(a.exact !== undefined) - Number(b.exact !== undefined);
  const difference = (a.value ?? 0) - (b.value ?? 0);
  // Far from each other, the nearest floating-point numbers have the same order; near, only the fractions know.
  return Math.abs(difference) > 1e-6 ? difference : compareRational(a.exact, b.exact);
}

function groupByEdition(
  cards: readonly PanelCard[],
): readonly { edition: RubricEdition; cards: readonly PanelCard[] }[] {
  const groups = new Map<RubricEdition, PanelCard[]>();
  for (const card of cards) {
    const group = groups.get(card.edition);
    if (group) group.push(card);
    else groups.set(card.edition, [card]);
  }
  return [...groups]
    .map(([edition, group]) => ({ edition, cards: group }))
    .sort((a, b) => compareEditions(a.edition, b.edition));
}

function panelsOf(edition: RubricEdition, cards: readonly PanelCard[], who: Who): Panel[] {
  const candidates = new Map<string, PanelCard[]>();
  for (const card of cards) {
    const key = who.candidates.keyOf(card.candidate) ?? card.candidate.name;
    const candidateCards = candidates.get(key);
    if (candidateCards) candidateCards.push(card);
    else candidates.set(key, [card]);
  }
  return [...candidates.values()].map((candidateCards) => poolPanel(edition, candidateCards, who));
}
