import { toNumber } from '../../../core/numbers/rational.js';
import { adjacentPairs, type Comparison, chancesAhead } from '../../../core/panel/comparison.js';
import type { Panel } from '../../../core/panel/panel.js';
import type { Pair, PairFlip, Reweighted, WeightSensitivity } from '../../../core/panel/weight-sensitivity.js';
import { type JsonText, jsonDocument } from '../../../core/text/safe-text.js';
import { basisJson, editionJson, exactJson, panelJson } from '../panel-json.js';
import { evidenceOf } from './evidence.js';
import type { ComparisonView } from './view.js';

/** One document for all comparisons, at full precision; weights and evidence where they were asked for. */
export function renderComparisonJson(comparisons: readonly Comparison[], view: ComparisonView): JsonText {
  const shown = comparisons.map((comparison) => comparisonJson(comparison, view));
  return jsonDocument({ schemaVersion: 1, comparisons: shown });
}

function comparisonJson(comparison: Comparison, { hasWeights, hasEvidence }: ComparisonView) {
  const { edition, basis, candidates, rows, shared, isPartial, sensitivity } = comparison;
  const names = candidates.map(({ panel }) => panel.shown);
  const sharedIds = rows.filter(({ isShared }) => isShared).map(({ dimension }) => dimension.id);
  return {
    rubric: editionJson(edition),
    standardError: basisJson(basis),
    shared: { dimensions: sharedIds, weight: shared, isPartial },
    candidates: candidates.map((compared) => ({
      ...panelJson(compared),
      sharedScore: compared.shared && { exact: exactJson(compared.shared), value: toNumber(compared.shared) },
      evidence: hasEvidence
        ? rows.map(({ dimension }, at) => ({ id: dimension.id, entries: entriesJson(compared.panel, at) }))
        : undefined,
    })),
    best: rows.map(({ dimension, isBest }) => ({
      id: dimension.id,
      candidates: names.filter((_name, at) => isBest[at]),
    })),
    chancesAhead: chancesAhead(candidates).map((row) => row.map((chance) => chance ?? null)),
    neighbours: adjacentPairs(candidates).map(({ ahead, behind, difference, needed, isDistinguishable }) => ({
      ahead: ahead.panel.shown,
      behind: behind.panel.shown,
      difference: toNumber(difference),
      needed,
      isApart: isDistinguishable,
    })),
    weights: hasWeights && sensitivity ? weightsJson(sensitivity, names, sharedIds) : undefined,
  };
}

function entriesJson(panel: Panel, position: number) {
  return evidenceOf(panel, position).map(({ interviewer, rating, evidence }) => ({ interviewer, rating, evidence }));
}

function weightsJson(
  { equal, fifths, neighbours, first }: WeightSensitivity,
  names: readonly string[],
  ids: readonly string[],
) {
  const pair = ({ ahead, behind }: Pair) => ({ ahead: names[ahead], behind: names[behind] });
  const reweighted = ({ reversed, levelled, tau }: Reweighted) => ({
    isSameOrder: reversed.length + levelled.length === 0,
    reversed: reversed.map(pair),
    levelled: levelled.map(pair),
    kendallTau: tau,
  });
  const flipped = (found: PairFlip) => ({
    ...pair(found),
    flip: found.flip && {
      dimension: ids[found.flip.criterion],
      from: exactJson(found.flip.from),
      to: exactJson(found.flip.to),
    },
  });
  return {
    equal: reweighted(equal),
    fifths: fifths.map(({ dimension, from, to, ...outcome }) => ({
      dimension: ids[dimension],
      from: exactJson(from),
      to: exactJson(to),
      ...reweighted(outcome),
    })),
    neighbours: neighbours.map(flipped),
    first: first && flipped(first),
  };
}
