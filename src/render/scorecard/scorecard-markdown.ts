import { isRated } from '../../core/rubric/scale.js';
import type { RatedDimension, Scorecard } from '../../core/scorecard/scorecard.js';
import { verdictDiffers } from '../../core/scoring/verdict.js';
import { minuteOf } from '../../core/text/date.js';
import type { MarkdownText } from '../../core/text/safe-text.js';
import { asPhrase } from '../../core/text/wording.js';
import { code, frontMatter, joinMarkdown, type Markdown, markdownList, markdownTable, md } from '../text/markdown.js';
import { count } from '../text/text.js';
import { inWords, ratingInWords } from '../text/words.js';
import { withOwnDigest } from './own-digest.js';

/** The report of one scorecard, in GitHub's Markdown. The same scorecard always gives the same text. */
export function renderScorecardMarkdown(card: Scorecard): MarkdownText {
  return withOwnDigest(md`${matter(card)}${body(card)}\n---\n\n${footer(card, sealInWords(card))}`);
}

/**
 * The report of a scorecard that is not as it was sealed; `why` says how one knows. Without front matter: a program
 * that reads only that would take the figures at their word.
 */
export function renderAlteredMarkdown(card: Scorecard, why: string): MarkdownText {
  return md`> **Not as sealed:** ${why}\n\n${body(card)}\n---\n\n${footer(card, md`Not as sealed.`)}`.text;
}

function body(card: Scorecard): Markdown {
  const submitted = card.submittedAt === undefined ? undefined : timeInWords(card.submittedAt);
  return joinMarkdown([
    md`# ${card.candidate}: ${card.rubric.title}\n\n`,
    md`${summaryLine(card)}\n\n`,
    md`Interviewed by ${card.interviewer}, begun ${timeInWords(card.startedAt)}`,
    submitted === undefined ? md`, not submitted yet.\n\n` : md`, submitted ${submitted}.\n\n`,
    ratingsTable(card),
    section('Recommendation', recommendationText(card)),
    section('Red flags', flagsText(card)),
    ...card.dimensions.filter(({ rating }) => isRated(rating)).map((dimension) => dimensionText(dimension, card)),
    section('Not assessed', unratedText(card)),
  ]);
}

function matter({ id, candidate, interviewer, rubric, status, result, verdict, digest }: Scorecard): Markdown {
  return frontMatter({
    scorecard: id,
    candidate,
    interviewer,
    role: rubric.id,
    rubricVersion: rubric.version,
    variant: rubric.variant,
    status,
    score: result.score,
    coverage: result.coverage,
    recommendation: result.recommendation,
    verdict: verdict?.is,
    digest,
  });
}

function summaryLine({ result, rubric, verdict, redFlags }: Scorecard): Markdown {
  const score =
    result.score === undefined ? md`**No score**` : md`**${result.score.toFixed(2)} of ${rubric.scale.max}**`;
  const flags = redFlags.length === 0 ? '' : `, ${count(redFlags.length, 'red flag')}`;
  const verdictWords = verdict && md`, verdict **${inWords(verdict.is)}**`;
  return md`${score} over ${result.coverage}% of the weight: recommendation **${inWords(result.recommendation)}**${verdictWords}${flags}.`;
}

function ratingsTable({ dimensions, rubric, result }: Scorecard): Markdown {
  const rows = dimensions.map(({ name, weight, rating, contribution }) => [
    name,
    `${weight}%`,
    ratingInWords(rating, rubric.scale.labels),
    contribution === undefined ? '–' : contribution.toFixed(2),
  ]);
  const score = result.score === undefined ? '–' : md`**${result.score.toFixed(2)}**`;
  const total = [md`**Score**`, '', '', score];
  return markdownTable(['Dimension', 'Weight', 'Rating', 'Contribution'], [...rows, total], [1, 3]);
}

/** A time to the minute, with the offset: `2026-11-20 14:03 +01:00`. */
function timeInWords(timestamp: string): string {
  return `${minuteOf(timestamp)} ${/(?:Z|[+-]\d\d:?\d\d)$/.exec(timestamp)?.[0] ?? ''}`.trim();
}

function section(title: string, text: Markdown): Markdown {
  return text.text === '' ? text : md`\n## ${title}\n\n${text}`;
}

function recommendationText({ result, verdict }: Scorecard): Markdown {
  const reasons = markdownList(result.because);
  const exact =
    result.exact &&
    md`\nThe exact score is ${result.exact.numerator}/${result.exact.denominator}: each weight times its rating, over the weight that was rated.\n`;
  if (!verdict) return md`${reasons}${exact}`;
  const differs = verdictDiffers(verdict.is, result.recommendation);
  const reason = verdict.reason === undefined ? undefined : md`: ${verdict.reason}`;
  const contrast = differs ? md`, which **differs** from the recommendation` : undefined;
  const unexplained = differs && verdict.reason === undefined ? md` (no reason was given)` : undefined;
  return md`${reasons}${exact}\nThe interviewer's verdict is **${inWords(verdict.is)}**${contrast}${reason}${unexplained}\n`;
}

function flagsText({ redFlags }: Scorecard): Markdown {
  return markdownList(
    redFlags.map(({ flag, severity, evidence }) => {
      const seen = evidence === undefined ? md` (no evidence was noted)` : md`: ${evidence}`;
      return md`**${severity}**: ${asPhrase(flag)}${seen}`;
    }),
  );
}

function dimensionText(dimension: RatedDimension, { rubric }: Scorecard): Markdown {
  const { name, rating, anchor, evidence = [], asked = [], minimum } = dimension;
  const minutes = (dimension.seconds ?? 0) < 30 ? '' : `, ${Math.round((dimension.seconds ?? 0) / 60)} min`;
  const below =
    minimum !== undefined && isRated(rating) && rating < minimum ? md` Its minimum is ${minimum}.` : undefined;
  return joinMarkdown([
    md`\n## ${name}\n\n`,
    md`Rated **${ratingInWords(rating, rubric.scale.labels)}**, weight ${dimension.weight}%${minutes}.${below}\n\n`,
    anchor === undefined ? md`` : md`> ${anchor}\n\n`,
    evidence.length > 0 ? md`Evidence:\n\n${markdownList(evidence)}` : md`No evidence was noted.\n`,
    asked.length > 0 ? md`\nAsked:\n\n${markdownList(asked)}` : md``,
  ]);
}

function unratedText({ dimensions }: Scorecard): Markdown {
  return markdownList(
    dimensions
      .filter(({ rating }) => !isRated(rating))
      .map(({ name, rating, reason, evidence = [] }) => {
        const why = reason === undefined ? undefined : md`: ${reason}`;
        const notes = evidence.map((note) => md`\n  - ${note}`);
        return md`${name}: ${inWords(String(rating))}${why}${notes}`;
      }),
  );
}

function sealInWords({ digest }: Scorecard): Markdown {
  return digest === undefined ? md`A draft: not sealed.` : md`Sealed with ${code(digest)}.`;
}

function footer({ rubric, unblinded }: Scorecard, seal: Markdown): Markdown {
  const variant = rubric.variant === undefined ? undefined : md`, variant ${rubric.variant}`;
  const seen = unblinded ? md`Other interviewers' ratings were looked at before this was submitted.\n\n` : undefined;
  return md`${seen}Rubric ${rubric.id} ${rubric.version}${variant}. ${seal} A scorecard advises; people decide.\n`;
}
