import type { Overlay } from '../../core/authoring/rubric-diff.js';
import { anchorsOf, type RatedAnchor } from '../../core/rubric/anchors.js';
import { borderInWords } from '../../core/rubric/rating-key.js';
import type { Dimension, Exercise, RedFlag, Rubric } from '../../core/rubric/rubric.js';
import { areAllAnchored } from '../../core/rubric/scale.js';
import { sha256Base64 } from '../../core/scorecard/digest.js';
import type { HtmlText } from '../../core/text/safe-text.js';
import { scaleInWords } from '../../core/text/wording.js';
import { html, htmlPage, type SafeHtml } from '../text/html.js';
import { weightInWords } from '../text/words.js';
import { overlayInWords } from './diff.js';
import {
  factsOf,
  followUpsOf,
  lengthOf,
  type OrderedQuestion,
  originOf,
  questionsInOrder,
  requirementInWords,
  rulesInWords,
  sessionInWords,
  spanInWords,
} from './words.js';

/** The interviewer's kit as one page to print on A4 or to have beside the call. */
export function renderRubricHtml(rubric: Rubric, overlay?: Overlay): HtmlText {
  const body = html`<header>
<h1>${rubric.title}</h1>
<p>${rubric.summary}</p>
<p class="who"><span>Candidate</span><span>Interviewer</span><span>Date</span></p>
</header>
<main>
${overlay && overlaySection(overlay)}
${rubric.howToRate === undefined ? undefined : html`<section><h2>How to rate</h2><p>${rubric.howToRate}</p></section>`}
${planSection(rubric)}
${rubric.dimensions.map((dimension, at) => dimensionSection(dimension, at, rubric))}
${flagsSection(rubric.redFlags)}
${rubric.exercises.map(exerciseSection)}
${listSection('Requirements', rubric.requirements.map(requirementInWords))}
<section><h2>From score to recommendation</h2><p>${rulesInWords(rubric)}</p></section>
</main>
<footer>${originOf(rubric)}. A scorecard advises; people decide.</footer>`;
  return htmlPage({ title: `${rubric.title}: interviewer's kit`, style: STYLE, body }, sha256Base64(STYLE));
}

function overlaySection(overlay: Overlay): SafeHtml {
  return html`<section>
<h2>Variant: ${overlay.title}</h2>
<p>${overlay.why} It changes:</p>
<ul>${overlayInWords(overlay).map((change) => html`<li>${change}</li>`)}</ul>
</section>`;
}

function planSection(rubric: Rubric): SafeHtml {
  const { dimensions, sessions, weightsRationale } = rubric;
  const minutes = lengthOf(rubric);
  return html`<section>
<h2>Plan${minutes > 0 ? `: ${minutes} minutes` : ''}</h2>
<table class="plan">
<caption>Rate each dimension on its own, from what you heard, before any verdict.</caption>
<thead><tr><th scope="col">Dimension</th><th scope="col" class="number">Weight</th><th scope="col" class="number">Minutes</th><th scope="col">Rating</th></tr></thead>
<tbody>${dimensions.map(planRow)}
</tbody>
</table>
${sessions.length === 0 ? undefined : html`<h3>Sessions</h3><ul>${sessions.map((session) => html`<li>${sessionInWords(session, rubric)}</li>`)}</ul>`}
${weightsRationale === undefined ? undefined : html`<p class="why">${weightsRationale}</p>`}
</section>`;
}

function planRow(dimension: Dimension, at: number): SafeHtml {
  const { name, minutes, minimum, optional } = dimension;
  return html`
<tr><th scope="row">${at + 1}. ${name}${optional ? ' (optional)' : ''}${minimum === undefined ? '' : ` (minimum ${minimum})`}</th><td class="number">${weightInWords(dimension.weight)}</td><td class="number">${minutes}</td><td class="blank"></td></tr>`;
}

function dimensionSection(dimension: Dimension, at: number, { scale }: Rubric): SafeHtml {
  const { name, about, meetsBar, borders, signals, evidence } = dimension;
  const facts = factsOf(dimension);
  return html`
<section class="dimension">
<h2>${at + 1}. ${name} <small>${facts.join(', ')}</small></h2>
${about === undefined ? undefined : html`<p class="why">${about}</p>`}
<p class="bar"><strong>Meets the bar:</strong> ${meetsBar}</p>
<ol class="questions">${questionsInOrder(dimension).map(questionItem)}</ol>
<table class="anchors">
<caption>${areAllAnchored(scale) ? 'What each rating looks like' : `Ratings: ${scaleInWords(scale)}, those between these too`}</caption>
<tbody>${anchorsOf(dimension, scale).map(
    (anchor) => html`
<tr${anchor.rating === scale.bar ? html` class="at-bar"` : undefined}><th scope="row">${anchor.rating}</th><td>${anchorText(anchor)}</td></tr>`,
  )}
</tbody>
</table>
<div class="borders">${Object.entries(borders).map(([border, test]) => html`<p><strong>${borderInWords(border, 'or')}?</strong> ${test}</p>`)}</div>
<div class="signals">
${signalList('Strong signals', signals.strong)}
${signalList('Weak signals', signals.weak)}
${signalList('Figures a candidate may quote', evidence)}
</div>
<div class="notes"><p>Notes</p></div>
</section>`;
}

function anchorText({ short, text }: RatedAnchor): SafeHtml {
  return html`${short === undefined ? undefined : html`<strong>${short}.</strong> `}${text}`;
}

function questionItem({ question, isCore }: OrderedQuestion): SafeHtml {
  const { ask, listenFor } = question;
  return html`
<li><p>${isCore ? html`<small class="core">Core</small> ` : undefined}${ask}</p>
<div>${detailList(followUpsOf(question))}${detailList(listenFor.map((text) => ({ label: 'hear', text })))}</div></li>`;
}

function detailList(items: readonly { readonly label: string; readonly text: string }[]): SafeHtml | undefined {
  if (items.length === 0) return undefined;
  return html`<ul>${items.map(({ label, text }) => html`<li><small>${label}</small> ${text}</li>`)}</ul>`;
}

function signalList(title: string, items: readonly string[]): SafeHtml | undefined {
  if (items.length === 0) return undefined;
  return html`<div><h3>${title}</h3><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></div>`;
}

function flagsSection(redFlags: readonly RedFlag[]): SafeHtml | undefined {
  if (redFlags.length === 0) return undefined;
  return html`
<section class="flags">
<h2>Red flags <small>apart from the score</small></h2>
<ul>${redFlags.map(
    ({ flag, severity, why, probe }) => html`
<li class="${severity}"><strong>${severity}</strong> ${flag}${why === undefined ? undefined : html` <span>${why}</span>`}${probe === undefined ? undefined : html` <em>Ask first: ${probe}</em>`}</li>`,
  )}</ul>
</section>`;
}

function exerciseSection(exercise: Exercise): SafeHtml {
  const { title, provide, onRequest, ask, change, tools, evaluate, answers } = exercise;
  const rows = Object.entries(answers).map(
    ([rating, text]) => html`<tr><th scope="row">${rating}</th><td>${text}</td></tr>`,
  );
  return html`
<section class="exercise">
<h2>Exercise: ${title} <small>${spanInWords(exercise)} min</small></h2>
${part('Provide', provide)}${part('Tell only when asked', onRequest)}${part('Ask', ask)}
${part('Half-way change', change === undefined ? [] : [change])}${part('Aids', tools === undefined ? [] : [tools])}${part('Evaluate', evaluate)}
${rows.length === 0 ? undefined : html`<table class="anchors"><caption>What an answer contains</caption><tbody>${rows}</tbody></table>`}
<div class="notes"><p>Notes</p></div>
</section>`;
}

function part(title: string, items: readonly string[]): SafeHtml | undefined {
  if (items.length === 0) return undefined;
  return html`<h3>${title}</h3><ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function listSection(title: string, items: readonly string[]): SafeHtml | undefined {
  if (items.length === 0) return undefined;
  return html`
<section><h2>${title}</h2><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></section>`;
}

const STYLE = `
:root { color-scheme: light dark; --line: #8886; --soft: #8882; --strong: #0a7; --weak: #c50; }
body { font: 15px/1.45 system-ui, sans-serif; max-width: 52rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7em; margin: 0 0 .5rem; }
h2 { font-size: 1.2em; margin: 2rem 0 .5rem; border-bottom: 2px solid var(--line); }
h3 { font-size: .95em; margin: .8rem 0 .2rem; }
small { font-weight: normal; opacity: .75; }
ul { margin: .2rem 0; padding-left: 1.2rem; }
.who { display: flex; gap: 1.5rem; margin: 1.5rem 0; }
.who span { flex: 1; border-bottom: 1px solid; padding-bottom: 1.4rem; font-size: .85em; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-size: .85em; opacity: .75; padding: .3rem 0; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; font-weight: normal; }
thead th { font-weight: bold; }
.number { text-align: right; }
.plan .number { width: 4.5rem; }
.blank { width: 5rem; }
.anchors th { width: 2rem; text-align: center; font-size: 1.2em; font-weight: bold; }
.at-bar { background: var(--soft); }
.questions > li { margin: .6rem 0; }
.questions > li > p { margin: 0; font-weight: bold; }
.questions div { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 0 1.2rem; font-size: .92em; }
.questions ul { list-style: none; padding-left: 3em; text-indent: -2.6em; }
.core { border: 1px solid; border-radius: .25em; padding: 0 .3em; font-size: .8em; }
.borders p, .why { font-size: .92em; margin: .4rem 0; }
.signals { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 0 1.5rem; font-size: .92em; }
.notes { border: 1px dashed var(--line); min-height: 7rem; margin-top: .8rem; padding: 0 .5rem; }
.notes p { margin: .2rem 0; font-size: .8em; opacity: .6; }
.flags li { margin: .4rem 0; }
.flags span, .flags em { display: block; font-size: .92em; }
.stop strong { color: var(--weak); }
footer { margin-top: 2rem; font-size: .85em; opacity: .75; }
@media (max-width: 30rem) {
  body { padding: 1rem; }
  .plan .blank, .plan th:last-child:not([scope="row"]) { display: none; }
  .plan .number { width: auto; padding: .3rem .2rem; }
  thead th { overflow-wrap: normal; font-size: .85em; }
  .questions { padding-left: 1.4rem; }
}
@page { size: A4; margin: 10mm; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 8.25pt; line-height: 1.25; max-width: none; padding: 0; }
  .dimension, .flags { break-before: page; }
  .dimension h2, .flags h2 { margin-top: 0; }
  .questions { margin: .3rem 0; }
  .questions > li, .flags li, .borders p, .bar { margin: .2rem 0; }
  .questions div, .borders { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.2rem; }
  .signals { grid-template-columns: repeat(3, 1fr); }
  .signals h3 { margin-top: .4rem; }
  .notes { min-height: 3.4rem; margin-top: .4rem; }
  th, td { padding: .14rem .4rem; }
  caption { padding: .1rem 0; }
  tr, li, .borders p, .notes, h2, h3 { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
}
`;
