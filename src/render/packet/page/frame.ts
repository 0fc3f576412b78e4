import { sha256Base64 } from '../../../core/scorecard/digest.js';
import type { HtmlText } from '../../../core/text/safe-text.js';
import { headingHtml, html, htmlPage, type SafeHtml } from '../../text/html.js';
import { pageStyle } from './style.js';

/** A page that is read on a screen and in print, and that says on each sheet whose it is. */
export interface PacketPage {
  /** What kind of page it is, and of what: `Panel · Head of Infrastructure Engineering`. */
  readonly kind: string;
  /** The heading: a candidate's name, mostly. */
  readonly heading: string;
  /** The title of the window, and what stands at the foot of each printed sheet. */
  readonly title: string;
  /** Facts below the heading, of one line: version, state, day. */
  readonly about: readonly string[];
  /** Whether it is to be printed on one sheet. */
  readonly isSheet?: boolean;
  readonly body: readonly (SafeHtml | undefined)[];
}

/** The whole page: one file, no script, nothing from a network; its one style is named by its hash. */
export function packetPage({ kind, heading: text, title, about, isSheet, body }: PacketPage): HtmlText {
  const style = pageStyle(title, isSheet);
  const content = html`<main>
<header>
<p class="kind">${kind}</p>
<h1>${name(text)}</h1>
<p class="about">${about.join(' · ')}</p>
</header>
${body.flatMap((part) => part ?? [])}
</main>`;
  return htmlPage({ title, style, body: content }, sha256Base64(style));
}

/** A name, set apart so that its direction doesn't turn what stands around it. */
export function name(text: string): SafeHtml {
  return html`<bdi>${text}</bdi>`;
}

/** Where a heading stands: 1 is the page's own. */
export type Level = 2 | 3 | 4;

/** A part of the page with its heading. */
export function part(title: string | SafeHtml, ...content: readonly (SafeHtml | undefined)[]): SafeHtml {
  return partAt(2, title, ...content);
}

/** A part of a part. */
export function partAt(
  level: Level,
  title: string | SafeHtml,
  ...content: readonly (SafeHtml | undefined)[]
): SafeHtml {
  return html`
<section>
${headingHtml(level, title)}
${content.flatMap((one) => one ?? [])}
</section>`;
}

/** The level below; the lowest stays. */
export function below(level: Level): Level {
  return level === 2 ? 3 : 4;
}

/** One of the few figures on top. */
export interface Fact {
  readonly label: string;
  readonly value: string | SafeHtml;
  readonly below?: string | undefined;
}

export function factList(facts: readonly Fact[]): SafeHtml {
  return html`
<dl class="facts">${facts.map(
    ({ label, value, below }) =>
      html`<div><dt>${label}</dt><dd><strong>${value}</strong>${below === undefined ? undefined : html`<span>${below}</span>`}</dd></div>`,
  )}</dl>`;
}

/** The sentence that says what it comes to. */
export function lead(content: SafeHtml | string): SafeHtml {
  return html`
<p class="lead">${content}</p>`;
}

/** Below a table. */
export function note(...sentences: readonly (string | SafeHtml | undefined)[]): SafeHtml | undefined {
  const all = sentences.flatMap((sentence) => (sentence === undefined || sentence === '' ? [] : [html`${sentence} `]));
  return all.length === 0 ? undefined : html`<p class="note">${all}</p>`;
}

/** Parts with commas between them, none of which breaks over two lines. */
export function unbroken(parts: readonly (string | SafeHtml)[]): SafeHtml {
  return html`${parts.map((each, at) => html`<span class="whole">${each}${at < parts.length - 1 ? ',' : ''}</span> `)}`;
}
