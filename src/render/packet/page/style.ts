import { clean } from '../../../core/text/safe-text.js';
import { COLOURS, colourVariables } from './colours.js';

/** The style of a page with this title: it stands at the foot of each printed sheet, of which there may be but one. */
export function pageStyle(title: string, isSheet = false): string {
  return `${SCREEN}${narrow()}${PRINT}${isSheet ? SHEET : ''}
@page { @bottom-left { content: "${cssString(title)}"; } }
`;
}

/** Text from outside in a string of CSS: everything but plain letters and figures by its number. */
export function cssString(text: string): string {
  return clean(text).replace(
    /[^A-Za-z0-9 ]/gu,
    (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16).padStart(6, '0')} `,
  );
}

const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
const MONO = 'ui-monospace, "SF Mono", Menlo, Consolas, monospace';

const SCREEN = `
:root { color-scheme: light dark; ${colourVariables('light')} }
@media screen and (prefers-color-scheme: dark) { :root { ${colourVariables('dark')} } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { margin: 0; font: 400 1rem/1.5 ${SANS}; font-variant-numeric: tabular-nums lining-nums; word-break: keep-all; overflow-wrap: anywhere; }
main { max-width: 62rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; }
h1 { font-size: 2rem; line-height: 1.2; font-weight: 650; margin: .15rem 0 .4rem; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; margin: 3.25rem 0 .75rem; }
h3 { font-size: 1rem; line-height: 1.5; font-weight: 650; margin: 1.75rem 0 .25rem; }
h4 { font-size: 1rem; line-height: 1.5; font-weight: 650; margin: 1.25rem 0 .25rem; }
p { max-width: 42rem; margin: .5rem 0; text-wrap: pretty; }
strong { font-weight: 650; }
em { font-style: italic; }
.kind, .about { color: var(--muted); font-size: .875rem; margin: 0; max-width: none; }
.about { font-size: .9375rem; }
.lead { font-size: 1.3125rem; line-height: 1.4; max-width: 44rem; margin: 2rem 0 0; text-wrap: balance; }
.decided { font-size: 1.75rem; line-height: 1.25; font-weight: 650; margin: 2rem 0 .5rem; }
.digest span + span { margin-left: .5em; }
.muted, .note, caption { color: var(--muted); }
.note { font-size: .875rem; max-width: 48rem; margin: .75rem 0 0; }
.whole { white-space: nowrap; }
.digest { font-family: ${MONO}; font-size: .875em; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
ul { max-width: 42rem; margin: .5rem 0; padding-left: 1.25rem; }

.facts { display: grid; grid-template-columns: 1fr 1.15fr 1.25fr .9fr; gap: 1.5rem; border-top: 2px solid var(--ink); margin: 2rem 0 0; padding: .75rem 0 0; }
.facts dt { font-size: .8125rem; color: var(--muted); }
.facts dd { margin: 0; }
.facts dd > strong { display: block; font-size: 1.375rem; line-height: 1.3; text-wrap: balance; }
.facts dd > span { display: block; font-size: .875rem; color: var(--muted); }

.stop { border-left: 4px solid var(--ink); padding: .1rem 0 .1rem 1.25rem; margin: 1rem 0 1.75rem; }
.stop p { margin: .3rem 0; }
blockquote { margin: 0; font-style: italic; }

table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.35; }
caption { text-align: left; font-size: .875rem; line-height: 1.4; padding: 0 0 .75rem; }
caption > span { display: block; max-width: 48rem; text-wrap: pretty; }
th, td { text-align: left; font-weight: 400; vertical-align: middle; padding: .5rem .75rem .5rem 0; }
thead th { font-size: .8125rem; font-weight: 400 !important; color: var(--muted); vertical-align: bottom; border-bottom: 1px solid var(--ink); white-space: nowrap; }
.line { white-space: nowrap; }
tbody th, tbody td { border-bottom: 1px solid var(--rule); }
tfoot th, tfoot td { border-bottom: 1px solid var(--rule); border-top: 1px solid var(--ink); }
.number { text-align: right; }
.bold, .bold th { font-weight: 650; }
.top td, .top th { vertical-align: top; }
th.plot, td.plot { position: relative; width: 17rem; padding: 0; }
.fill { position: absolute; left: 0; top: 0; width: calc(100% - 1.25rem); height: calc(100% + 1px); overflow: visible; }
.key { width: 1em; height: 1em; vertical-align: -.125em; overflow: visible; margin-right: .35em; }
.grid { stroke: var(--grid); stroke-width: 1; }
.bar { stroke: var(--bar); stroke-width: 1.25; stroke-dasharray: 3 3; }
.reach { stroke: var(--muted); stroke-width: 1.5; }
.figure { fill: var(--muted); font-size: .8125rem; text-anchor: middle; }
.at-bar { fill: var(--ink); font-weight: 650; }
.mark { fill: var(--own); stroke: var(--paper); stroke-width: 1.25; paint-order: stroke; }
.mark.hollow { fill: var(--paper); stroke: var(--own); stroke-width: 1.5; paint-order: normal; }
${COLOURS.marks.map((_mark, at) => `.m${at} { --own: var(--m${at}); }`).join('\n')}
.ink-line { stroke: var(--ink); stroke-width: 1; }
.thick { stroke: var(--ink); stroke-width: 4; }
.ink-bar { fill: var(--ink); }
.hollow-bar { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
.tint { fill: var(--tint); }
.dot { fill: var(--ink); stroke: var(--paper); stroke-width: 1.25; }

.strips td, .strips th { border-bottom: 0; }
.strips thead th { border-bottom: 1px solid var(--ink); }
.strips .last-first > * { border-bottom: 1px solid var(--ink); }
.strips .who { width: 14rem; }
.strips .number { white-space: nowrap; }
.strips .below { display: block; font-size: .8125rem; color: var(--muted); }
.strips .plot { padding-right: 1.25rem; }

.points td.plot, .points th.plot { width: auto; min-width: 14rem; }
.points .sides { display: flex; justify-content: space-between; padding-right: 1.25rem; }

.ratings .dimension { width: 14.5rem; }
.ratings.bare .dimension { width: 22rem; }
.ratings .apart .dimension { font-weight: 650; }
.ratings td.plot.h1, .ratings td.plot.h2 { height: 46px; }
.ratings td.plot.h3 { height: 58px; }
.ratings td.plot.h4 { height: 72px; }
.ratings td.plot.h5 { height: 86px; }
.ratings td.plot.h6 { height: 100px; }
.ratings .member-rating { width: 4.25rem; text-align: center; padding-left: .2rem; padding-right: .2rem; }
.ratings thead .member-rating { white-space: normal; }
.ratings thead .key { margin: 0; }
.words { font-size: .75rem; overflow-wrap: normal; }
.member { display: block; font-size: .75rem; line-height: 1.25; margin-bottom: .25rem; overflow-wrap: anywhere; }
.apart-word { display: block; font-size: .8125rem; }
.narrow-key { display: none; }
.by-name { margin-top: 2rem; }
.sides-of { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5rem; }
.sides-of p { margin: .2rem 0; font-size: .9375rem; }
.rating-figure { font-size: 1.25rem; margin-right: .35rem; }
.verdicts .by, .origin .by { width: 11rem; }
.slopes { display: flex; flex-wrap: wrap; gap: 1.5rem 4rem; }
figure { margin: 0; width: 300px; max-width: 100%; }
figcaption span { display: block; font-size: .875rem; }
figcaption .when { display: flex; justify-content: space-between; padding: .4rem 64px 0; color: var(--muted); font-size: .8125rem; }
figcaption .when span { display: inline; font-size: inherit; }
.slope { display: block; max-width: 100%; overflow: visible; }
.same { stroke: var(--bar); stroke-width: 1; }
.changed { stroke: var(--ink); stroke-width: 2.5; }
.topic h3 { margin-top: 1.75rem; }

.run .line { width: 9rem; vertical-align: top; }
.blank { display: inline-block; width: 3.5rem; border-bottom: 1px solid var(--ink); }
.evidence .again { width: 5rem; }
pre { font: .875rem/1.6 ${MONO}; white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0; max-width: none; }

.evidence .by { width: 9.5rem; }
.evidence .rating { width: 4rem; font-weight: 650; }
.evidence time { color: var(--muted); font-size: .8125rem; margin-left: .5em; white-space: nowrap; }
.evidence .was { display: block; font-weight: 400; font-size: .8125rem; color: var(--muted); }
.evidence td p { margin: 0 0 .35rem; }
.evidence td p:last-child { margin: 0; }
`;

/** Up to this width of the screen a row is a block. */
const NARROW = '48rem';

function narrow(): string {
  return `
@media screen and (max-width: ${NARROW}) {
  main { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.5rem; }
  .lead { font-size: 1.125rem; }
  .decided { font-size: 1.5rem; }
  .facts { grid-template-columns: 1fr 1fr; gap: 1rem; }
  table, tbody, thead, tfoot, tr, th, td, caption { display: block; }
  thead tr { display: flex; }
  thead th { border: 0; padding: 0; width: 100%; }
  thead th:not(.plot) { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); }
  thead th.plot { height: 1.5rem; border-bottom: 1px solid var(--ink) !important; }
  tbody tr, tfoot tr { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 1rem; padding: .6rem 0; border-bottom: 1px solid var(--rule); }
  tbody th, tbody td, tfoot th, tfoot td { border: 0; padding: .1rem 0; text-align: left; width: auto; }
  td.plot, th.plot { width: 100%; padding: 0 !important; order: 1; }
  td.plot { height: 3rem; }
  .after-plot { order: 2; }
  [data-l]::before { content: attr(data-l) " "; color: var(--muted); font-size: .8125rem; }
  .strips .who { width: auto; }
  .strips tbody tr { border-bottom: 1px solid var(--rule); }
  .strips .last-first { border-bottom: 1px solid var(--ink) !important; }
  .strips .last-first > * { border: 0; }
  .ratings .dimension { width: auto; }
  .ratings.bare .dimension { width: calc(100% - 4rem); }
  .ratings .member-rating { width: auto; text-align: left; padding: .1rem 0; }
  .narrow-key { display: inline; }
  .figure-cell { order: 3; }
  .apart-word { display: inline; }
  .sides-of { grid-template-columns: 1fr; gap: .75rem; }
  .verdicts .by, .origin .by { width: auto; }
  .verdicts td.quote, .origin td:last-child { width: 100%; }
  .evidence .by, .evidence .again { width: auto; }
  .evidence td.quote { width: 100%; }
}
`;
}

const PRINT = `
@page { margin: 16mm 15mm 18mm; @bottom-left { font: 8pt ${SANS}; color: #595959; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt ${SANS}; color: #595959; } }
@media print {
  html { font-size: 10pt; }
  body { line-height: 1.4; orphans: 3; widows: 3; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 20pt; }
  .lead { font-size: 13pt; }
  h2 { margin-top: 7mm; }
  th, td { padding-top: .3125rem; padding-bottom: .3125rem; }
  .ratings td.plot.h1, .ratings td.plot.h2 { height: 40px; }
  .ratings td.plot.h3 { height: 50px; }
  .ratings td.plot.h4 { height: 64px; }
  .ratings td.plot.h5 { height: 78px; }
  .ratings td.plot.h6 { height: 92px; }
  tr, figure, pre, .stop, .topic, .facts, .whole-table { break-inside: avoid; }
  h2, h3, h4, caption { break-after: avoid; }
}
`;

/** Denser, so that it is one page of A4. */
const SHEET = `
@media print {
  html { font-size: 9.5pt; }
  body { line-height: 1.35; }
  p { margin: .3rem 0; }
  .decided { margin: 1rem 0 .3rem; }
  .facts { margin-top: 1rem; padding-top: .5rem; }
  h2 { margin: 5mm 0 .4rem; }
  .stop { margin: .5rem 0 1rem; }
  .stop p { margin: .15rem 0; }
  caption { padding-bottom: .4rem; }
  th, td { padding-top: .2rem; padding-bottom: .2rem; }
}
`;
