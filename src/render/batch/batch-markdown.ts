import type { BatchRecord } from '../../core/batch/record.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { escapeMarkdown, markdownTable } from '../text/markdown.js';
import { count } from '../text/text.js';
import { inWords, markedVerdict } from '../text/words.js';

const HEAD = ['Line', 'Candidate', 'Interviewer', 'Score', 'Coverage', 'Recommendation', 'Verdict', 'Flags'] as const;
const RIGHT = [0, 3, 4];

/** Everything above the rows, the head of the table included. */
export function renderBatchMarkdownHead({ title, id, version, variant, scale }: Scorecard['rubric']): string {
  const context = variant === undefined ? '' : `, variant ${escapeMarkdown(variant)}`;
  return [
    `# Batch: ${escapeMarkdown(title)}\n\n`,
    `Rubric ${id} ${escapeMarkdown(version)}${context}, ratings ${scale.min} to ${scale.max}.\n\n`,
    markdownTable(HEAD, [], RIGHT),
  ].join('');
}

export function renderBatchMarkdownRow({
  line,
  candidate,
  interviewer,
  result,
  verdict,
  redFlags,
}: BatchRecord): string {
  const cells = [
    String(line),
    escapeMarkdown(candidate.name),
    escapeMarkdown(interviewer?.name ?? ''),
    result.score === undefined ? '–' : result.score.toFixed(2),
    `${result.coverage}%`,
    inWords(result.recommendation),
    verdict ? markedVerdict(verdict.is, result.recommendation, inWords) : '',
    redFlags.map(({ id, severity }) => `${escapeMarkdown(id)} (${severity})`).join(', '),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

/** Everything below the rows. */
export function renderBatchMarkdownEnd(scored: number): string {
  return `\n${count(scored, 'scorecard')}. A scorecard advises; people decide.\n`;
}
