import type { SummaryGroup } from '../../core/panel/summary.js';
import { renderSummaryCsv } from './summary-csv.js';
import { renderSummaryJson } from './summary-json.js';
import { renderSummaryMarkdown } from './summary-markdown.js';
import { renderSummaryTable, type Screen } from './summary-table.js';

type Renderer = (groups: readonly SummaryGroup[], screen: Screen) => string;

/** What `summary --format` takes. */
export const summaryRenderers = {
  table: renderSummaryTable,
  json: renderSummaryJson,
  csv: renderSummaryCsv,
  markdown: renderSummaryMarkdown,
} as const satisfies Record<string, Renderer>;

export type SummaryFormat = keyof typeof summaryRenderers;
