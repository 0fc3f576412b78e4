import type { SummaryGroup } from '../../../core/panel/summary.js';
import { type JsonText, jsonDocument } from '../../../core/text/safe-text.js';
import { basisJson, editionJson, panelJson } from '../panel-json.js';

/** One document for all groups; without candidates, an empty list of groups. */
export function renderSummaryJson(groups: readonly SummaryGroup[]): JsonText {
  const shown = groups.map(({ edition, basis, candidates, ranked }) => ({
    rubric: editionJson(edition),
    standardError: basisJson(basis),
    total: candidates,
    candidates: ranked.map(panelJson),
  }));
  return jsonDocument({ schemaVersion: 1, groups: shown });
}
