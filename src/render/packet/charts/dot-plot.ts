import type { RatingRow } from '../../../core/meeting/rating-rows.js';
import { isRated } from '../../../core/rubric/scale.js';
import { html, type SafeHtml } from '../../text/html.js';
import { MOST_SHAPES, markPath, markStyle } from './marks.js';
import { gridLines, type PlotRange, percent, type ScaleAxis } from './scale-axis.js';

/** Where the scale stands in the plot, and the column for what was not assessed, in per cent. */
export const DOT_RANGE: PlotRange = { from: 4, to: 80 };
export const NOT_ASSESSED_AT = 97;

/** From one mark to the next of a stack, in pixels. */
const STEP = 14;
const SMALL_STEP = 8;

/** A mark for each interviewer: equal ratings stand above each other, a line runs from the lowest to the highest. */
export function dotPlot(row: RatingRow, axis: ScaleAxis): SafeHtml {
  const { pooled, ratings } = row;
  const isCrowd = ratings.length > MOST_SHAPES;
  const reach =
    pooled.count > 1 && pooled.lowest < pooled.highest
      ? html`<line class="reach" x1="${axis.x(pooled.lowest)}" x2="${axis.x(pooled.highest)}" y1="50%" y2="50%"/>`
      : undefined;
  const groups = new Map<string, { readonly isRated: boolean; readonly members: number[] }>();
  for (const [member, { rating }] of ratings.entries()) {
    if (rating === 'not-applicable' || rating === 'not-held') continue;
    const x = isRated(rating) ? axis.x(rating) : percent(NOT_ASSESSED_AT);
    const group = groups.get(x) ?? { isRated: isRated(rating), members: [] };
    group.members.push(member);
    groups.set(x, group);
  }
  const stacks = [...groups].map(([x, group]) => {
    const step = isCrowd ? SMALL_STEP : STEP;
    const top = (-step * (group.members.length - 1)) / 2;
    const marks = group.members.map((member, at) => {
      const style = markStyle(member, ratings.length);
      const mark = markPath(style, group.isRated ? 'filled' : 'hollow');
      return html`<g transform="translate(0 ${top + at * step})">${mark}</g>`;
    });
    return html`<svg x="${x}" y="50%" overflow="visible">${marks}</svg>`;
  });
  return html`<svg class="fill" role="img" aria-label="${spokenRatings(row)}">${gridLines(axis)}${reach}${medianTick(row, axis, isCrowd)}${stacks}</svg>`;
}

/** Up to eight, the median has a column of its own, and three equal marks would hide it on the line. */
function medianTick({ median }: RatingRow, axis: ScaleAxis, isCrowd: boolean): SafeHtml | undefined {
  if (!isCrowd || !median) return undefined;
  const x = axis.x(Number(median.numerator) / Number(median.denominator));
  return html`<svg x="${x}" y="50%" overflow="visible"><rect class="ink-bar" x="-1.25" y="-9" width="2.5" height="18"/></svg>`;
}

function spokenRatings({ ratings }: RatingRow): string {
  return [...countsOf(ratings)].map(([rating, times]) => `${times} × ${rating.replace('-', ' ')}`).join(', ');
}

/** How many of those who held it gave each rating. */
function countsOf(ratings: RatingRow['ratings']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rating } of ratings) {
    if (rating !== 'not-held') counts.set(String(rating), (counts.get(String(rating)) ?? 0) + 1);
  }
  return counts;
}

/** The class that makes a cell tall enough for the highest stack of a row. */
export function heightClass({ ratings }: RatingRow): string {
  const highest = Math.max(1, ...countsOf(ratings).values());
  const isCrowd = ratings.length > MOST_SHAPES;
  return `h${Math.min(6, isCrowd ? Math.ceil((highest * SMALL_STEP) / STEP) : highest)}`;
}
