import type { ShortRecord } from '../../core/batch/short-record.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import type { MarkdownText } from '../../core/text/safe-text.js';
import { scaleInWords } from '../../core/text/wording.js';
import { joinMarkdown, markdownRow, markdownTable, md } from '../text/markdown.js';
import { count } from '../text/text.js';
import { inWords, markedVerdict, recommendationInWords } from '../text/words.js';

const HEAD = ['Line', 'Candidate', 'Interviewer', 'Score', 'Coverage', 'Recommendation', 'Verdict', 'Flags'] as const;
const RIGHT = [0, 3, 4];

/** Everything above the rows, the head of the table included. */
export function renderBatchMarkdownHead({ title, id, version, variant, scale }: Scorecard['rubric']): MarkdownText {
  const context = variant === undefined ? undefined : md`, variant ${variant}`;
  return joinMarkdown([
    md`# Batch: ${title}\n\n`,
    md`Rubric ${id} ${version}${context}, ratings ${scaleInWords(scale)}.\n\n`,
    markdownTable(HEAD, [], RIGHT),
  ]).text;
}

export function renderBatchMarkdownRow({
  file,
  line,
  candidate,
  interviewer,
  result,
  verdict,
  redFlags,
}: ShortRecord): MarkdownText {
  return markdownRow([
    file === undefined ? String(line) : `${file}:${line}`,
    candidate.name,
    interviewer?.name ?? '',
    result.score === undefined ? '–' : result.score.toFixed(2),
    `${result.coverage}%`,
    recommendationInWords(result),
    verdict ? markedVerdict(verdict.is, result.recommendation, inWords) : '',
    redFlags.map(({ id, severity }) => `${id} (${severity})`).join(', '),
  ]).text;
}

/** Everything below the rows. */
export function renderBatchMarkdownEnd(scored: number): MarkdownText {
  return md`\n${count(scored, 'scorecard')}. A scorecard advises; people decide.\n`.text;
}
