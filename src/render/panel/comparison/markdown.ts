import type { Comparison } from '../../../core/panel/comparison.js';
import type { MarkdownText } from '../../../core/text/safe-text.js';
import { joinMarkdown, type Markdown, markdownList, markdownTable, md } from '../../text/markdown.js';
import { editionInWords } from '../panel-words.js';
import { coverageTold, judgementsTold } from '../told.js';
import { toldMarkdown } from '../told-lines.js';
import { evidenceOf } from './evidence.js';
import type { ComparisonView } from './view.js';
import { weightParagraphs } from './weight-words.js';
import { comparisonNotes, comparisonRows } from './words.js';

/** One document: for each edition of a rubric a heading, a table and the notes, in GitHub's Markdown. */
export function renderComparisonMarkdown(comparisons: readonly Comparison[], view: ComparisonView): MarkdownText {
  const all = comparisons.map((comparison) => comparisonMarkdown(comparison, view));
  return md`# Comparison\n\n${joinMarkdown(all, '\n')}`.text;
}

function comparisonMarkdown(comparison: Comparison, { hasWeights, hasEvidence }: ComparisonView): Markdown {
  const { edition, candidates } = comparison;
  const panels = candidates.map(({ panel }) => panel);
  const head = ['Dimension', 'Weight', ...candidates.map(({ panel }) => panel.shown)];
  const rows = comparisonRows(comparison).map(({ label, weight, cells, kind }) => [
    kind === 'dimension' || label === '' ? label : md`**${label}**`,
    weight,
    ...candidates.map((_candidate, at) => cells[at] ?? ''),
  ]);
  return joinMarkdown([
    md`## ${edition.title}\n\n`,
    md`Rubric ${editionInWords(edition)}.\n\n`,
    markdownTable(head, rows, [1]),
    md`\n${markdownList(comparisonNotes(comparison))}`,
    toldMarkdown([...judgementsTold(panels), ...coverageTold(panels)]),
    ...(hasWeights ? [weightsMarkdown(comparison)] : []),
    ...(hasEvidence ? [evidenceMarkdown(comparison)] : []),
  ]);
}

function weightsMarkdown(comparison: Comparison): Markdown {
  const items = weightParagraphs(comparison).map(([tried, outcome]) => md`**${tried}**: ${outcome}`);
  return md`\n### Would other weights change the order?\n\n${markdownList(items)}`;
}

function evidenceMarkdown({ rows, candidates }: Comparison): Markdown {
  const sections = rows.map(({ dimension }, position) => {
    const items = candidates.flatMap(({ panel }) =>
      evidenceOf(panel, position).map(({ interviewer, rating, evidence }) => {
        const notes = evidence.map((note) => md`\n  - ${note}`);
        return md`${panel.shown}, by ${interviewer}: **${rating}**${notes}`;
      }),
    );
    return items.length === 0 ? md`` : md`\n### ${dimension.name}\n\n${markdownList(items)}`;
  });
  return joinMarkdown(sections);
}
