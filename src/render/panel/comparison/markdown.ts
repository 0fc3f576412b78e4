import type { Comparison } from '../../../core/panel/comparison.js';
import { escapeMarkdown, markdownList, markdownTable } from '../../text/markdown.js';
import { editionInWords } from '../panel-words.js';
import { evidenceOf } from './evidence.js';
import type { ComparisonView } from './view.js';
import { weightParagraphs } from './weight-words.js';
import { comparisonNotes, comparisonRows } from './words.js';

/** For each edition of a rubric a heading, a table and the notes, in GitHub's Markdown. */
export function renderComparisonMarkdown(comparisons: readonly Comparison[], view: ComparisonView): string {
  return comparisons.map((comparison) => comparisonMarkdown(comparison, view)).join('\n');
}

function comparisonMarkdown(comparison: Comparison, { hasWeights, hasEvidence }: ComparisonView): string {
  const { edition, candidates } = comparison;
  const head = ['Dimension', 'Weight', ...candidates.map(({ panel }) => escapeMarkdown(panel.shown))];
  const rows = comparisonRows(comparison).map(({ label, weight, cells, kind }) => [
    kind === 'dimension' || label === '' ? escapeMarkdown(label) : `**${escapeMarkdown(label)}**`,
    weight,
    ...candidates.map((_candidate, at) => escapeMarkdown(cells[at] ?? '')),
  ]);
  return [
    `## ${escapeMarkdown(edition.title)}\n\n`,
    `Rubric ${escapeMarkdown(editionInWords(edition))}.\n\n`,
    markdownTable(head, rows, [1]),
    `\n${markdownList(comparisonNotes(comparison).map(escapeMarkdown))}`,
    hasWeights ? weightsMarkdown(comparison) : '',
    hasEvidence ? evidenceMarkdown(comparison) : '',
  ].join('');
}

function weightsMarkdown(comparison: Comparison): string {
  const items = weightParagraphs(comparison).map(
    ([tried, outcome]) => `**${escapeMarkdown(tried)}**: ${escapeMarkdown(outcome)}`,
  );
  return `\n### Would other weights change the order?\n\n${markdownList(items)}`;
}

function evidenceMarkdown({ rows, candidates }: Comparison): string {
  return rows
    .map(({ dimension }, position) => {
      const items = candidates.flatMap(({ panel }) =>
        evidenceOf(panel, position).map(({ interviewer, rating, evidence }) => {
          const notes = evidence.map((note) => `\n  - ${escapeMarkdown(note)}`).join('');
          return `${escapeMarkdown(panel.shown)}, by ${escapeMarkdown(interviewer)}: **${rating}**${notes}`;
        }),
      );
      return items.length === 0 ? '' : `\n### ${escapeMarkdown(dimension.name)}\n\n${markdownList(items)}`;
    })
    .join('');
}
