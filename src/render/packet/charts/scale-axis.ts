import type { ScaleRange } from '../../../core/rubric/scale.js';
import { wholeRatingsOf } from '../../../core/rubric/scale.js';
import { html, type SafeHtml } from '../../text/html.js';

/** Where the ends of the scale stand in a plot, in per cent of its width. */
export interface PlotRange {
  readonly from: number;
  readonly to: number;
}

/** A scale laid out over the width of a plot. Words and marks are never scaled: x is in per cent, all else in pixels. */
export interface ScaleAxis {
  /** Where a value stands, such as `42%`. */
  x(value: number): string;
  readonly scale: ScaleRange;
  readonly bar: number | undefined;
}

export function createAxis(scale: ScaleRange, bar: number | undefined, { from, to }: PlotRange): ScaleAxis {
  return {
    scale,
    bar,
    x: (value) => percent(from + ((value - scale.min) / (scale.max - scale.min)) * (to - from)),
  };
}

/** A place in a plot with at most three decimals: `42%`. */
export function percent(value: number): string {
  return `${Number(value.toFixed(3))}%`;
}

/** The end of an interval, which says nothing of what lies beyond the scale. */
export function onScale(value: number, { min, max }: Pick<ScaleRange, 'min' | 'max'>): number {
  return Math.min(max, Math.max(min, value));
}

/** The lines of a row's plot: one for each whole rating, the bar dashed. */
export function gridLines({ x, scale, bar }: ScaleAxis): readonly SafeHtml[] {
  const lines = wholeRatingsOf(scale)
    .filter((rating) => rating !== bar)
    .map((rating) => line(x(rating), 'grid'));
  return bar === undefined ? lines : [...lines, line(x(bar), 'bar')];
}

function line(x: string, className: string): SafeHtml {
  return html`<line class="${className}" x1="${x}" x2="${x}" y1="0" y2="100%"/>`;
}

/** The figures over a plot; `beyond` stands behind the scale. */
export function axisFigures(
  { x, scale, bar }: ScaleAxis,
  beyond?: { readonly at: number; readonly text: string },
): SafeHtml {
  const figures = wholeRatingsOf(scale).map(
    (rating) =>
      html`<text class="figure${rating === bar ? ' at-bar' : ''}" x="${x(rating)}" y="100%" dy="-6">${rating}</text>`,
  );
  const last = beyond && html`<text class="figure" x="${percent(beyond.at)}" y="100%" dy="-6">${beyond.text}</text>`;
  return html`<svg class="fill" aria-hidden="true">${figures}${last}</svg>`;
}
