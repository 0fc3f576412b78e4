import { isRated } from '../../core/rubric/scale.js';
import type { Evidence, RatedDimension, Scorecard } from '../../core/scorecard/scorecard.js';
import { verdictDiffers } from '../../core/scoring/verdict.js';
import { dayOfInterview, minuteOf, timeOf } from '../../core/text/date.js';
import type { HtmlText } from '../../core/text/safe-text.js';
import { asPhrase } from '../../core/text/wording.js';
import { headingHtml, html, type SafeHtml } from '../text/html.js';
import { count } from '../text/text.js';
import { inWords, ratingInWords, recommendationInWords, weightInWords } from '../text/words.js';
import { below, factList, type Level, lead, name, note, packetPage, part, partAt } from './page/frame.js';
import { pointsTable } from './points-table.js';
import { rulesSay } from './rules-say.js';

/** A scorecard to be shown, and why it is not as it was sealed where that is so. */
export interface ReportedCard {
  readonly card: Scorecard;
  readonly altered: string | undefined;
}

/** The reports of scorecards as one page; the same scorecards always give the same page. */
export function renderReportHtml(cards: readonly ReportedCard[]): HtmlText {
  const [only] = cards;
  if (only && cards.length === 1) return singlePage(only);
  return packetPage({
    kind: 'Report',
    heading: count(cards.length, 'scorecard'),
    title: `Report of ${count(cards.length, 'scorecard')}`,
    about: [],
    body: cards.map((one) => {
      const { candidate, interviewer, rubric } = one.card;
      const title = html`${name(candidate.name)}, by ${name(interviewer.name)}`;
      return part(
        title,
        html`<p class="about">${[rubric.title, ...aboutCard(one.card)].join(' · ')}</p>`,
        ...cardParts(one, 3),
      );
    }),
  });
}

function singlePage(one: ReportedCard): HtmlText {
  const { candidate, rubric, interviewer } = one.card;
  return packetPage({
    kind: `Scorecard · ${rubric.title}`,
    heading: candidate.name,
    title: `Scorecard: ${candidate.name}, by ${interviewer.name}`,
    about: aboutCard(one.card),
    body: cardParts(one, 2),
  });
}

function aboutCard(card: Scorecard): readonly string[] {
  const { rubric, interviewer, session, submittedAt } = card;
  return [
    `${rubric.id} ${rubric.version}${rubric.variant === undefined ? '' : `, ${rubric.variant}`}`,
    `interviewed by ${interviewer.name}, ${dayOfInterview(card)}`,
    ...(session === undefined ? [] : [`session ${session}`]),
    submittedAt === undefined ? 'not submitted yet' : `submitted ${minuteOf(submittedAt)}`,
  ];
}

function cardParts({ card, altered }: ReportedCard, level: Level): readonly (SafeHtml | undefined)[] {
  return [
    altered === undefined ? undefined : html`<div class="stop"><p><strong>Not as sealed:</strong> ${altered}</p></div>`,
    lead(leadOf(card)),
    factList(factsOf(card)),
    partAt(level, 'What decides', reasons(card), ...card.redFlags.map(flagBlock), verdictText(card)),
    partAt(level, 'How the score comes about', pointsTable(card), note(...unratedNotes(card))),
    partAt(level, 'Evidence', ...card.dimensions.map((dimension) => evidenceOf(dimension, card.rubric, level))),
    card.notes && partAt(level, 'On the interview as a whole', ...card.notes.map(quote)),
    partAt(level, 'Where it comes from', origin(card)),
  ];
}

/** What the rules say, from what was sealed. */
function leadOf({ result, rubric, dimensions }: Scorecard): SafeHtml {
  return rulesSay({
    recommendation: result.recommendation,
    isBorderline: result.borderline === true,
    because: result.because,
    exact: result.exact,
    hundredths: result.score === undefined ? undefined : Math.round(100 * result.score),
    bands: rubric.recommendation.bands,
    nameOf: (id) => dimensions.find((dimension) => dimension.id === id)?.name ?? id,
  });
}

function factsOf({ result, verdict, rubric: { scale }, dimensions }: Scorecard) {
  const rated = dimensions.filter(({ rating }) => isRated(rating)).length;
  const differs = verdict !== undefined && verdictDiffers(verdict.is, result.recommendation);
  return [
    { label: 'Recommendation', value: recommendationInWords(result) },
    {
      label: 'Score',
      value: result.score?.toFixed(2) ?? '–',
      below: result.score === undefined ? 'nothing was rated' : `on a scale to ${scale.max}; the bar is ${scale.bar}`,
    },
    {
      label: 'Verdict',
      value: verdict === undefined ? '–' : inWords(verdict.is),
      below: verdict === undefined ? 'not given' : differs ? 'differs from the recommendation' : undefined,
    },
    { label: 'Coverage', value: `${result.coverage}%`, below: `${rated} of ${dimensions.length} rated` },
  ];
}

function reasons({ result }: Scorecard): SafeHtml {
  return html`<ul>${result.because.map(({ text }) => html`<li>${text}</li>`)}</ul>`;
}

function flagBlock({ flag, severity, evidence = [] }: Scorecard['redFlags'][number]): SafeHtml {
  const seen = evidence.length === 0 ? html`<p class="muted">No evidence was noted.</p>` : html`${evidence.map(quote)}`;
  return html`
<div class="stop"><p><strong>${severity === 'stop' ? 'Stop flag' : 'Concern'}</strong></p><p>${flag}</p>${seen}</div>`;
}

function quote({ text, at }: Evidence): SafeHtml {
  return html`<p><em>${text}</em>${at === undefined ? undefined : html` <time class="muted">${timeOf(at)}</time>`}</p>`;
}

function verdictText({ verdict, changedAfterReveal = [] }: Scorecard): SafeHtml | undefined {
  if (!verdict) return undefined;
  const why = verdict.reason === undefined ? html`No reason was given.` : html`<em>${verdict.reason}</em>`;
  const first =
    verdict.first === undefined
      ? undefined
      : html` Before the recommendation was shown it was <strong>${inWords(verdict.first)}</strong>.`;
  const changed =
    changedAfterReveal.length === 0
      ? undefined
      : html` ${count(changedAfterReveal.length, 'rating or flag was', 'ratings or flags were')} changed after that.`;
  return html`
<p>The interviewer’s verdict: <strong>${inWords(verdict.is)}</strong>. ${why}${first}${changed}</p>`;
}

function unratedNotes({ dimensions }: Scorecard): readonly string[] {
  return dimensions.flatMap(({ name: title, rating, reason }) =>
    isRated(rating) ? [] : [`${title}: ${inWords(rating)}${reason === undefined ? '' : ` (${asPhrase(reason)})`}.`],
  );
}

function evidenceOf(dimension: RatedDimension, { scale }: Scorecard['rubric'], level: Level): SafeHtml {
  const { name: title, weight, rating, anchor, evidence = [], minimum } = dimension;
  const under = minimum !== undefined && isRated(rating) && rating < minimum ? `, below its minimum of ${minimum}` : '';
  const told = evidence.length === 0 ? html`<p class="muted">No evidence was noted.</p>` : html`${evidence.map(quote)}`;
  return html`
<div class="topic">${headingHtml(below(level), title)}
<p class="muted">${weight === undefined ? '' : `${weightInWords(weight)}. `}<strong>${ratingInWords(rating, scale.labels)}</strong>${under}</p>
${anchor === undefined ? undefined : html`<p>${anchor}</p>`}
${told}</div>`;
}

function origin({ id, digest, rubric, amends, unblinded, shadow, source }: Scorecard): SafeHtml {
  const seal =
    digest === undefined
      ? html`<p>A draft: not sealed.</p>`
      : html`<p>Sealed with <span class="digest">${digest}</span>.</p>`;
  return html`
<p>Scorecard ${name(id)}${source === undefined ? '' : `, from ${source.file}${source.row === undefined ? '' : `, row ${source.row}`}`}. Rubric ${rubric.id} ${rubric.version}, <span class="digest">${rubric.sha256}</span>.</p>
${seal}
${amends === undefined ? undefined : html`<p>It amends <span class="digest">${amends.digest}</span>${amends.after === undefined ? '' : ', after the debrief'}: <em>${amends.reason}</em></p>`}
${unblinded ? html`<p>Other interviewers’ ratings were looked at before it was submitted.</p>` : undefined}
${shadow ? html`<p>By somebody who learns to interview: it does not count.</p>` : undefined}
<p>A scorecard advises; people decide.</p>`;
}
