import type { SummaryGroup } from '../../../core/panel/summary.js';
import type { Page } from '../../text/page.js';
import { renderSummaryCsv } from './csv.js';
import { renderSummaryJson } from './json.js';
import { renderSummaryMarkdown } from './markdown.js';
import { renderSummaryTable } from './table.js';

type Renderer = (groups: readonly SummaryGroup[], page: Page) => string;

/** What `summary --format` takes. */
export const summaryRenderers = {
  table: renderSummaryTable,
  json: renderSummaryJson,
  csv: renderSummaryCsv,
  markdown: renderSummaryMarkdown,
} as const satisfies Record<string, Renderer>;

export type SummaryFormat = keyof typeof summaryRenderers;
