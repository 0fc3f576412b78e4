import { html, type SafeHtml } from '../../text/html.js';
import { MOST_SHAPES, markPath, markStyle } from './marks.js';
import { gridLines, type ScaleAxis } from './scale-axis.js';

/** From one candidate's line to the next, in pixels. */
const STEP = 14;
const SMALL_STEP = 8;

/** A mark for each candidate at their mean, each on a line of their own; nothing for those without one. */
export function meansPlot(means: readonly (number | undefined)[], axis: ScaleAxis, spoken: string): SafeHtml {
  const step = means.length > MOST_SHAPES ? SMALL_STEP : STEP;
  const top = (-step * (means.length - 1)) / 2;
  const marks = means.flatMap((mean, at) => {
    if (mean === undefined) return [];
    const mark = markPath(markStyle(at, means.length));
    return html`<svg x="${axis.x(mean)}" y="50%" overflow="visible"><g transform="translate(0 ${top + at * step})">${mark}</g></svg>`;
  });
  return html`<svg class="fill" role="img" aria-label="${spoken}">${gridLines(axis)}${marks}</svg>`;
}

/** The class that makes a cell tall enough for as many lines. */
export function meansHeight(candidates: number): string {
  return `h${Math.min(6, candidates > MOST_SHAPES ? Math.ceil((candidates * SMALL_STEP) / STEP) : candidates)}`;
}
