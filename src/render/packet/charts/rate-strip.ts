import type { GroupResult, SetResult } from '../../../core/impact/analyse.js';
import { toNumber } from '../../../core/numbers/rational.js';
import { html, type SafeHtml } from '../../text/html.js';
import { percent } from './scale-axis.js';

/** Rates laid out over the width of a plot, from 0 to the first tenth or fifth above all of them. */
export interface RateAxis {
  x(share: number): string;
  /** Shares at which a line stands. */
  readonly ticks: readonly number[];
}

/** Where the ends of the axis stand, in per cent of the width. */
const RANGE = { from: 4, to: 96 } as const;

export function rateAxis({ groups }: SetResult): RateAxis {
  const most = Math.max(0.1, ...groups.map(({ interval }) => interval?.[1] ?? 0));
  const step = most > 0.5 ? 0.2 : most > 0.2 ? 0.1 : 0.05;
  const count = Math.min(Math.round(1 / step), Math.ceil(most / step));
  const end = count * step;
  return {
    x: (share) => percent(RANGE.from + (Math.min(share, end) / end) * (RANGE.to - RANGE.from)),
    ticks: Array.from({ length: count + 1 }, (_tick, at) => at * step),
  };
}

export function rateFigures({ x, ticks }: RateAxis): SafeHtml {
  const figures = ticks.map(
    (tick) => html`<text class="figure" x="${x(tick)}" y="100%" dy="-6">${Math.round(tick * 100)}%</text>`,
  );
  return html`<svg class="fill" aria-hidden="true">${figures}</svg>`;
}

/** A rate with its interval; dashed, four fifths of the highest. */
export function rateStrip(
  { rate, interval }: GroupResult,
  axis: RateAxis,
  reference: GroupResult | undefined,
): SafeHtml {
  const lines = axis.ticks.map(
    (tick) => html`<line class="grid" x1="${axis.x(tick)}" x2="${axis.x(tick)}" y1="0" y2="100%"/>`,
  );
  const limit = reference?.rate && axis.x(0.8 * toNumber(reference.rate));
  const bar = limit && html`<line class="bar" x1="${limit}" x2="${limit}" y1="0" y2="100%"/>`;
  const own =
    rate &&
    interval &&
    html`<line class="ink-line" x1="${axis.x(interval[0])}" x2="${axis.x(interval[1])}" y1="50%" y2="50%"/><circle class="dot" cx="${axis.x(toNumber(rate))}" cy="50%" r="5"/>`;
  return html`<svg class="fill" aria-hidden="true">${lines}${bar}${own}</svg>`;
}
