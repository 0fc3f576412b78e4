import type { Ranked } from '../../core/panel/ranking.js';
import { numberInWords } from '../../core/text/wording.js';
import { flagList, verdictCounts } from '../panel/panel-words.js';
import { html, type SafeHtml } from '../text/html.js';
import { inWords, recommendationInWords } from '../text/words.js';
import { capitalise } from './list-words.js';
import { unbroken } from './page/frame.js';

/** What tables of candidates say of each, and above them of all. */

export const STRONG_NO = 'A strong no is never counted as a no.';

/** What it comes to, in a sentence or two. */
export function placesInWords(ranked: readonly Ranked[]): string {
  const first = ranked.filter(({ rank }) => rank?.best === 1);
  const stopped = first.filter(({ panel }) => panel.flags.some(({ severity }) => severity === 'stop')).length;
  const [best] = first;
  if (!best) return 'Nobody has enough ratings to be ranked.';
  const place =
    ranked.length === 1
      ? `${best.panel.shown} is the only candidate: there is nobody to compare with.`
      : first.length === 1
        ? `${best.panel.shown} is ahead of all others.`
        : `The ${first.length < ranked.length ? 'first ' : ''}${numberInWords(first.length)} can’t be told apart: ${first.length === 2 ? 'either' : 'any'} of them may be the best.`;
  const who =
    first.length === 1 ? 'There is' : `${capitalise(numberInWords(stopped))} of them ${stopped === 1 ? 'has' : 'have'}`;
  return stopped === 0 ? place : `${place} ${who} a stop flag.`;
}

export function recommendationCell({ panel }: Ranked): SafeHtml {
  const { recommendation, isBorderline: borderline, coveragePercent } = panel;
  const covered = coveragePercent < 100 ? html`<span class="below">${coveragePercent}% covered</span>` : undefined;
  return html`${recommendationInWords({ recommendation, borderline })}${covered}`;
}

/** How often each verdict was given, the strongest objection first; each strength of its own. */
export function verdictsCell({ panel }: Ranked): SafeHtml {
  const counts = verdictCounts(panel).map(({ word, times }) => {
    const words = html`${times} ${inWords(word)}`;
    return word === 'strong-no' ? html`<strong>${words}</strong>` : words;
  });
  return unbroken(counts);
}

export function flagsCell({ panel }: Ranked): SafeHtml {
  const isStopped = panel.flags.some(({ severity }) => severity === 'stop');
  const words = unbroken(flagList(panel));
  return isStopped ? html`<strong>${words}</strong>` : words;
}
