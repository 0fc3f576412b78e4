import type { Comparison } from '../../../core/panel/comparison.js';
import { renderComparisonCsv } from './csv.js';
import { renderComparisonJson } from './json.js';
import { renderComparisonMarkdown } from './markdown.js';
import { renderComparisonTable } from './table.js';
import type { ComparisonView } from './view.js';

type Renderer = (comparisons: readonly Comparison[], view: ComparisonView) => string;

/** What `compare --format` takes. */
export const compareRenderers = {
  table: renderComparisonTable,
  json: renderComparisonJson,
  csv: renderComparisonCsv,
  markdown: renderComparisonMarkdown,
} as const satisfies Record<string, Renderer>;

export type CompareFormat = keyof typeof compareRenderers;
