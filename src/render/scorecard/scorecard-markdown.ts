import { isRated, stepsInPoint } from '../../core/rubric/scale.js';
import type { Evidence, RatedDimension, Scorecard } from '../../core/scorecard/scorecard.js';
import { verdictDiffers } from '../../core/scoring/verdict.js';
import { minuteAndOffset, timeOf } from '../../core/text/date.js';
import type { MarkdownText } from '../../core/text/safe-text.js';
import { asPhrase } from '../../core/text/wording.js';
import {
  code,
  frontMatter,
  joinMarkdown,
  type Markdown,
  markdownHeading,
  markdownList,
  markdownTable,
  md,
} from '../text/markdown.js';
import { count } from '../text/text.js';
import { inWords, ratingInWords, recommendationInWords, weightInWords } from '../text/words.js';
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

/** The report of a copy without names; `altered` says how one knows that not even its original is as it was sealed. */
export function renderAnonymousMarkdown(copy: Scorecard, altered: string | undefined): MarkdownText {
  const why = altered === undefined ? undefined : md`>\n> **Its original is not as sealed:** ${altered}\n`;
  return md`${ANONYMOUS}${why}\n${body(copy)}\n---\n\n${footer(copy, COPY)}`.text;
}

const COPY = md`A copy, and not the sealed scorecard.`;

const ANONYMOUS = md`> **Anonymous copy:** names, ids and addresses were replaced where they stand as written. Notes may tell more than names do: read them before you pass this on.\n`;

/** A scorecard of several in one report, and why it is not as it was sealed. */
export interface ReportedCard {
  readonly card: Scorecard;
  readonly altered: string | undefined;
}

/** Several reports as one document: each scorecard a part of it. `isAnonymous`: they are copies without names. */
export function renderScorecardsMarkdown(reported: readonly ReportedCard[], isAnonymous = false): MarkdownText {
  const cards = reported.map(({ card }) => card);
  const candidates = [...new Set(cards.map(({ candidate }) => candidate.name))];
  const number = count(cards.length, 'scorecard');
  const parts = reported.map(({ card, altered }) => {
    const mark =
      altered === undefined
        ? undefined
        : md`> **${isAnonymous ? 'Its original is not' : 'Not'} as sealed:** ${altered}\n\n`;
    const seal = isAnonymous ? COPY : altered === undefined ? sealInWords(card) : md`Not as sealed.`;
    return md`\n${body(card, 2)}\n${mark}${footer(card, seal)}`;
  });
  return joinMarkdown([
    isAnonymous ? md`${ANONYMOUS}\n` : frontMatter({ scorecards: cards.map(({ id }) => id), candidates }),
    markdownHeading(1, candidates.length === 1 ? `${candidates[0]}: ${number}` : number),
    ...parts,
  ]).text;
}

/** The report alone, without what says which file it belongs to. */
export function renderScorecardBody(card: Scorecard): Markdown {
  return body(card);
}

/** `below` is the level of the report's own heading. */
function body(card: Scorecard, below: 1 | 2 = 1): Markdown {
  const submitted = card.submittedAt === undefined ? undefined : minuteAndOffset(card.submittedAt);
  const section = (title: string, text: Markdown) =>
    text.text === '' ? text : md`\n${markdownHeading(below === 1 ? 2 : 3, title)}\n${text}`;
  const by = below === 1 ? undefined : md`, by ${card.interviewer.name}`;
  return joinMarkdown([
    md`${markdownHeading(below, md`${card.candidate.name}: ${card.rubric.title}${by}`)}\n`,
    md`${summaryLine(card)}\n\n`,
    md`Interviewed by ${card.interviewer.name}${heldInWords(card)}, begun ${minuteAndOffset(card.startedAt)}`,
    submitted === undefined ? md`, not submitted yet.\n\n` : md`, submitted ${submitted}.\n\n`,
    standingText(card),
    ratingsTable(card),
    section('Recommendation', recommendationText(card)),
    section('Red flags', flagsText(card)),
    section('Notes', markdownList((card.notes ?? []).map(noteText))),
    ...card.dimensions
      .filter(({ rating }) => isRated(rating))
      .map((dimension) => section(dimension.name, dimensionText(dimension, card))),
    section('Not assessed', unratedText(card)),
  ]);
}

function matter({ id, candidate, interviewer, session, rubric, status, result, verdict, digest }: Scorecard): Markdown {
  return frontMatter({
    scorecard: id,
    candidate: candidate.name,
    candidateId: candidate.id,
    interviewer: interviewer.name,
    interviewerId: interviewer.id,
    role: rubric.id,
    rubricVersion: rubric.version,
    variant: rubric.variant,
    session,
    status,
    score: result.score,
    coverage: result.coverage,
    recommendation: result.recommendation,
    borderline: result.borderline,
    verdict: verdict?.is,
    digest,
  });
}

function summaryLine({ result, rubric, session, verdict, redFlags }: Scorecard): Markdown {
  const score =
    result.score === undefined ? md`**No score**` : md`**${result.score.toFixed(2)} of ${rubric.scale.max}**`;
  const flags = redFlags.length === 0 ? '' : `, ${count(redFlags.length, 'red flag')}`;
  const verdictWords = verdict && md`, verdict **${inWords(verdict.is)}**`;
  const whole = session === undefined ? md`the weight` : md`the weight of its session, ${session}`;
  return md`${score} over ${result.coverage}% of ${whole}: recommendation **${recommendationInWords(result)}**${verdictWords}${flags}.`;
}

function ratingsTable({ dimensions, rubric, result }: Scorecard): Markdown {
  const rows = dimensions.map(({ name, weight, rating, contribution }) => [
    name,
    weightInWords(weight),
    ratingInWords(rating, rubric.scale.labels),
    contribution === undefined ? '–' : contribution.toFixed(2),
  ]);
  const score = result.score === undefined ? '–' : md`**${result.score.toFixed(2)}**`;
  const total = [md`**Score**`, '', '', score];
  return markdownTable(['Dimension', 'Weight', 'Rating', 'Contribution'], [...rows, total], [1, 3]);
}

function recommendationText(card: Scorecard): Markdown {
  const { result, verdict } = card;
  const reasons = markdownList(result.because.map(({ text }) => text));
  const exact =
    result.exact &&
    md`\nThe exact score is ${result.exact.numerator}/${result.exact.denominator}: ${sumInWords(card)}.\n`;
  if (!verdict) return md`${reasons}${exact}`;
  const differs = verdictDiffers(verdict.is, result.recommendation);
  const reason = verdict.reason === undefined ? undefined : md`: ${verdict.reason}`;
  const contrast = differs ? md`, which **differs** from the recommendation` : undefined;
  const unexplained = differs && verdict.reason === undefined ? md` (no reason was given)` : undefined;
  const call = md`\nThe interviewer's verdict is **${inWords(verdict.is)}**${contrast}${reason}${unexplained}\n`;
  return md`${reasons}${exact}${call}${revealText(card)}`;
}

/** How the exact score comes about: on a scale with halves both of its numbers are twice what they are on another. */
function sumInWords({ dimensions, rubric: { scale } }: Scorecard): string {
  const twice = stepsInPoint(scale) === 2 ? 'twice ' : '';
  return dimensions.some(({ weight }) => weight !== undefined)
    ? `${twice}each weight times its rating, over ${twice}the weight that was rated`
    : `${twice}the ratings added up, over ${twice}how many there are`;
}

/** What the interviewer did after seeing the recommendation. */
function revealText({ verdict, changedAfterReveal = [], dimensions, redFlags }: Scorecard): Markdown {
  const first = verdict?.first;
  const named = (change: (typeof changedAfterReveal)[number]) =>
    change.dimension === undefined
      ? `red flag ${redFlags.find(({ id }) => id === change.flag)?.flag ?? change.flag}`
      : (dimensions.find(({ id }) => id === change.dimension)?.name ?? change.dimension);
  const changes = changedAfterReveal.map((change) => {
    const from = change.from === undefined ? '' : `${inWords(String(change.from))} to `;
    return `${named(change)}: ${from}${inWords(String(change.to))}`;
  });
  return joinMarkdown([
    first === undefined ? md`` : md`\nBefore the recommendation was shown it was **${inWords(first)}**.\n`,
    changes.length === 0 ? md`` : md`\nChanged after the recommendation was shown:\n\n${markdownList(changes)}`,
  ]);
}

function noteText({ text, at }: Evidence): Markdown {
  return at === undefined ? md`${text}` : md`${text} (${timeOf(at)})`;
}

/** What sets this scorecard apart from the usual one. */
function standingText({ amends, shadow }: Scorecard): Markdown {
  const after = amends?.after === undefined ? '' : ', after the debrief';
  return joinMarkdown([
    amends ? md`Amends an earlier scorecard (${code(amends.digest)})${after}: ${amends.reason}\n\n` : md``,
    shadow ? md`**Shadow:** by somebody who is learning to interview. It does not count.\n\n` : md``,
  ]);
}

function heldInWords({ held }: Scorecard): Markdown | undefined {
  return held === undefined ? undefined : md` on ${held}`;
}

function flagsText({ redFlags }: Scorecard): Markdown {
  return markdownList(
    redFlags.map(({ flag, severity, evidence }) => {
      const seen =
        evidence === undefined ? md` (no evidence was noted)` : md`: ${joinMarkdown(evidence.map(noteText), '; ')}`;
      return md`**${severity}**: ${asPhrase(flag)}${seen}`;
    }),
  );
}

function dimensionText(dimension: RatedDimension, { rubric }: Scorecard): Markdown {
  const { rating, anchor, evidence = [], asked = [], minimum } = dimension;
  const minutes = (dimension.seconds ?? 0) < 30 ? '' : `, ${Math.round((dimension.seconds ?? 0) / 60)} min`;
  const weight = dimension.weight === undefined ? '' : `, weight ${dimension.weight}%`;
  const below =
    minimum !== undefined && isRated(rating) && rating < minimum ? md` Its minimum is ${minimum}.` : undefined;
  return joinMarkdown([
    md`Rated **${ratingInWords(rating, rubric.scale.labels)}**${weight}${minutes}.${below}\n\n`,
    anchor === undefined ? md`` : md`> ${anchor}\n\n`,
    evidence.length > 0 ? md`Evidence:\n\n${markdownList(evidence.map(noteText))}` : md`No evidence was noted.\n`,
    asked.length > 0 ? md`\nAsked:\n\n${markdownList(asked)}` : md``,
  ]);
}

function unratedText({ dimensions }: Scorecard): Markdown {
  return markdownList(
    dimensions
      .filter(({ rating }) => !isRated(rating))
      .map(({ name, rating, reason, evidence = [] }) => {
        const why = reason === undefined ? undefined : md`: ${reason}`;
        const notes = evidence.map((note) => md`\n  - ${noteText(note)}`);
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
