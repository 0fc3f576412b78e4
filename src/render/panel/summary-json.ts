import type { SummaryGroup } from '../../core/panel/summary.js';
import { basisJson, formJson, panelJson } from './panel-json.js';

/** One document for all groups; without candidates, an empty list of them. */
export function renderSummaryJson(groups: readonly SummaryGroup[]): string {
  const shown = groups.map(({ form, basis, candidates, ranked }) => ({
    rubric: formJson(form),
    standardError: basisJson(basis),
    total: candidates,
    candidates: ranked.map(panelJson),
  }));
  return `${JSON.stringify({ schemaVersion: 1, groups: shown }, undefined, 2)}\n`;
}
