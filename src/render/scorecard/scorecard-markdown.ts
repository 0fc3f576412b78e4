import { isRated } from '../../core/rubric/scale.js';
import type { Evidence, RatedDimension, Scorecard } from '../../core/scorecard/scorecard.js';
import { verdictDiffers } from '../../core/scoring/verdict.js';
import { minuteOf } from '../../core/text/date.js';
import { asPhrase } from '../../core/text/wording.js';
import { escapeMarkdown, frontMatter, markdownList, markdownTable } from '../text/markdown.js';
import { inWords, ratingInWords } from '../text/words.js';
import { withOwnDigest } from './own-digest.js';

/** The report of one scorecard, in GitHub's Markdown. The same scorecard always gives the same text. */
export function renderScorecardMarkdown(card: Scorecard): string {
  return withOwnDigest(`${matter(card)}${body(card)}\n---\n\n${footer(card, sealInWords(card))}`);
}

/**
 * The report of a scorecard that is not as it was sealed; `why` says how one knows. Without front matter: a program
 * that reads only that would take the figures at their word.
 */
export function renderAlteredMarkdown(card: Scorecard, why: string): string {
  return `> **Not as sealed:** ${escapeMarkdown(why)}\n\n${body(card)}\n---\n\n${footer(card, 'Not as sealed.')}`;
}

/** The report alone, without what says which file it belongs to. */
export function renderScorecardBody(card: Scorecard): string {
  return body(card);
}

function body(card: Scorecard): string {
  return [
    `# ${escapeMarkdown(card.candidate.name)}: ${escapeMarkdown(card.rubric.title)}\n\n`,
    `${summaryLine(card)}\n\n`,
    `Interviewed by ${escapeMarkdown(card.interviewer.name)}${heldInWords(card)}, begun ${timeInWords(card.startedAt)}`,
    card.submittedAt === undefined ? ', not submitted yet.\n\n' : `, submitted ${timeInWords(card.submittedAt)}.\n\n`,
    standingText(card),
    ratingsTable(card),
    section('Recommendation', recommendationText(card)),
    section('Red flags', flagsText(card)),
    section('Notes', markdownList((card.notes ?? []).map(noteText))),
    ...card.dimensions.filter(({ rating }) => isRated(rating)).map((dimension) => dimensionText(dimension, card)),
    section('Not assessed', unratedText(card)),
  ].join('');
}

function matter({ id, candidate, interviewer, rubric, status, result, verdict, digest }: Scorecard): string {
  return frontMatter({
    scorecard: id,
    candidate: candidate.name,
    candidateId: candidate.id,
    interviewer: interviewer.name,
    interviewerId: interviewer.id,
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

function summaryLine({ result, rubric, verdict, redFlags }: Scorecard): string {
  const score = result.score === undefined ? '**No score**' : `**${result.score.toFixed(2)} of ${rubric.scale.max}**`;
  const flags = redFlags.length === 0 ? '' : `, ${redFlags.length} red ${redFlags.length === 1 ? 'flag' : 'flags'}`;
  const verdictWords = verdict ? `, verdict **${inWords(verdict.is)}**` : '';
  return `${score} over ${result.coverage}% of the weight: recommendation **${inWords(result.recommendation)}**${verdictWords}${flags}.`;
}

function ratingsTable({ dimensions, rubric, result }: Scorecard): string {
  const rows = dimensions.map(({ name, weight, rating, contribution }) => [
    escapeMarkdown(name),
    `${weight}%`,
    escapeMarkdown(ratingInWords(rating, rubric.scale.labels)),
    contribution === undefined ? '–' : contribution.toFixed(2),
  ]);
  const total = ['**Score**', '', '', result.score === undefined ? '–' : `**${result.score.toFixed(2)}**`];
  return markdownTable(['Dimension', 'Weight', 'Rating', 'Contribution'], [...rows, total], [1, 3]);
}

/** A time to the minute, with the offset: `2026-11-20 14:03 +01:00`. */
function timeInWords(timestamp: string): string {
  return `${minuteOf(timestamp)} ${/(?:Z|[+-]\d\d:?\d\d)$/.exec(timestamp)?.[0] ?? ''}`.trim();
}

function section(title: string, text: string): string {
  return text === '' ? '' : `\n## ${title}\n\n${text}`;
}

function recommendationText(card: Scorecard): string {
  const { result, verdict } = card;
  const reasons = markdownList(result.because.map(({ text }) => escapeMarkdown(text)));
  const exact = result.exact
    ? `\nThe exact score is ${result.exact.numerator}/${result.exact.denominator}: each weight times its rating, over the weight that was rated.\n`
    : '';
  if (!verdict) return `${reasons}${exact}`;
  const differs = verdictDiffers(verdict.is, result.recommendation);
  const reason = verdict.reason === undefined ? '' : `: ${escapeMarkdown(verdict.reason)}`;
  const contrast = differs ? ', which **differs** from the recommendation' : '';
  const unexplained = differs && verdict.reason === undefined ? ' (no reason was given)' : '';
  const call = `\nThe interviewer's verdict is **${inWords(verdict.is)}**${contrast}${reason}${unexplained}\n`;
  return `${reasons}${exact}${call}${revealText(card)}`;
}

/** What the interviewer did after seeing the recommendation. */
function revealText({ verdict, changedAfterReveal = [], dimensions, redFlags }: Scorecard): string {
  const first = verdict?.first;
  const named = (change: (typeof changedAfterReveal)[number]) =>
    change.dimension === undefined
      ? `red flag ${redFlags.find(({ id }) => id === change.flag)?.flag ?? change.flag}`
      : (dimensions.find(({ id }) => id === change.dimension)?.name ?? change.dimension);
  const changes = changedAfterReveal.map((change) => {
    const from = change.from === undefined ? '' : `${inWords(String(change.from))} to `;
    return escapeMarkdown(`${named(change)}: ${from}${inWords(String(change.to))}`);
  });
  return [
    first === undefined ? '' : `\nBefore the recommendation was shown it was **${inWords(first)}**.\n`,
    changes.length === 0 ? '' : `\nChanged after the recommendation was shown:\n\n${markdownList(changes)}`,
  ].join('');
}

function noteText({ text, at }: Evidence): string {
  return at === undefined ? escapeMarkdown(text) : `${escapeMarkdown(text)} (${minuteOf(at).slice(-5)})`;
}

/** What sets this scorecard apart from the usual one. */
function standingText({ amends, shadow }: Scorecard): string {
  const after = amends?.after === undefined ? '' : ', after the debrief';
  return [
    amends
      ? `Amends an earlier scorecard (\`${escapeMarkdown(amends.digest)}\`)${after}: ${escapeMarkdown(amends.reason)}\n\n`
      : '',
    shadow ? '**Shadow:** by somebody who is learning to interview. It does not count.\n\n' : '',
  ].join('');
}

function heldInWords({ held }: Scorecard): string {
  return held === undefined ? '' : ` on ${held}`;
}

function flagsText({ redFlags }: Scorecard): string {
  return markdownList(
    redFlags.map(({ flag, severity, evidence }) => {
      const seen = evidence === undefined ? ' (no evidence was noted)' : `: ${evidence.map(noteText).join('; ')}`;
      return `**${severity}**: ${escapeMarkdown(asPhrase(flag))}${seen}`;
    }),
  );
}

function dimensionText(dimension: RatedDimension, { rubric }: Scorecard): string {
  const { name, rating, anchor, evidence = [], asked = [], minimum } = dimension;
  const minutes = (dimension.seconds ?? 0) < 30 ? '' : `, ${Math.round((dimension.seconds ?? 0) / 60)} min`;
  const below = minimum !== undefined && isRated(rating) && rating < minimum ? ` Its minimum is ${minimum}.` : '';
  return [
    `\n## ${escapeMarkdown(name)}\n\n`,
    `Rated **${escapeMarkdown(ratingInWords(rating, rubric.scale.labels))}**, weight ${dimension.weight}%${minutes}.${below}\n\n`,
    anchor === undefined ? '' : `> ${escapeMarkdown(anchor)}\n\n`,
    evidence.length > 0 ? `Evidence:\n\n${markdownList(evidence.map(noteText))}` : 'No evidence was noted.\n',
    asked.length > 0 ? `\nAsked:\n\n${markdownList(asked.map(escapeMarkdown))}` : '',
  ].join('');
}

function unratedText({ dimensions }: Scorecard): string {
  return markdownList(
    dimensions
      .filter(({ rating }) => !isRated(rating))
      .map(({ name, rating, reason, evidence = [] }) => {
        const why = reason === undefined ? '' : `: ${escapeMarkdown(reason)}`;
        const notes = evidence.map((note) => `\n  - ${noteText(note)}`).join('');
        return `${escapeMarkdown(name)}: ${inWords(String(rating))}${why}${notes}`;
      }),
  );
}

function sealInWords({ digest }: Scorecard): string {
  return digest === undefined ? 'A draft: not sealed.' : `Sealed with \`${digest}\`.`;
}

function footer({ rubric, unblinded }: Scorecard, seal: string): string {
  const variant = rubric.variant === undefined ? '' : `, variant ${rubric.variant}`;
  const seen = unblinded ? "Other interviewers' ratings were looked at before this was submitted.\n\n" : '';
  return `${seen}Rubric ${rubric.id} ${rubric.version}${variant}. ${seal} A scorecard advises; people decide.\n`;
}
