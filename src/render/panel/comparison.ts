import type { Comparison } from '../../core/panel/comparison.js';
import { renderComparisonCsv } from './comparison-csv.js';
import { renderComparisonJson } from './comparison-json.js';
import { renderComparisonMarkdown } from './comparison-markdown.js';
import { renderComparisonTable } from './comparison-table.js';
import type { ComparisonView } from './comparison-view.js';

type Renderer = (comparisons: readonly Comparison[], view: ComparisonView) => string;

/** What `compare --format` takes. */
export const compareRenderers = {
  table: renderComparisonTable,
  json: renderComparisonJson,
  csv: renderComparisonCsv,
  markdown: renderComparisonMarkdown,
} as const satisfies Record<string, Renderer>;

export type CompareFormat = keyof typeof compareRenderers;
