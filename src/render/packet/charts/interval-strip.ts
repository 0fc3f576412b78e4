import { html, type SafeHtml } from '../../text/html.js';
import { percent } from './scale-axis.js';

/** Values laid out over the width of a plot, from one round number to another. */
export interface ValueAxis {
  x(value: number): string;
  /** Values at which a line stands. */
  readonly ticks: readonly number[];
  /** The value that is held against: its line is dashed. */
  readonly against: number | undefined;
}

interface WithInterval {
  readonly value: number;
  readonly interval: readonly [number, number];
}

/** Where the ends of the axis stand, in per cent of the width. */
const RANGE = { from: 4, to: 96 } as const;

/** From 0, or below it where an interval is, to 1. */
export function coefficientAxis(figures: readonly WithInterval[]): ValueAxis {
  const least = Math.min(0, ...figures.map(({ interval }) => interval[0]));
  return axis(Math.max(-1, -Math.ceil(-least / STEP) * STEP), 1, undefined);
}

/** As far to the left of 0 as to the right. */
export function differenceAxis(figures: readonly WithInterval[]): ValueAxis {
  const most = Math.max(STEP, ...figures.flatMap(({ interval }) => interval.map(Math.abs)));
  const end = Math.ceil(most / STEP) * STEP;
  return axis(-end, end, 0);
}

const STEP = 0.5;

/** More lines than this, and their figures touch. */
const MOST_TICKS = 7;

function axis(from: number, to: number, against: number | undefined): ValueAxis {
  const steps = Math.round((to - from) / STEP);
  const every = Math.ceil(steps / (MOST_TICKS - 1));
  const ticks = Array.from({ length: steps + 1 }, (_tick, at) => from + at * STEP);
  return {
    x: (value) => {
      const inside = Math.min(to, Math.max(from, value));
      return percent(RANGE.from + ((inside - from) / (to - from)) * (RANGE.to - RANGE.from));
    },
    ticks: ticks.filter((tick) => Math.round(tick / STEP) % every === 0),
    against,
  };
}

export function valueFigures({ x, ticks }: ValueAxis): SafeHtml {
  const figures = ticks.map((tick) => html`<text class="figure" x="${x(tick)}" y="100%" dy="-6">${tick}</text>`);
  return html`<svg class="fill" aria-hidden="true">${figures}</svg>`;
}

/** A value with its interval, or the lines alone. */
export function valueStrip(figure: WithInterval | undefined, { x, ticks, against }: ValueAxis): SafeHtml {
  const lines = ticks.map(
    (tick) =>
      html`<line class="${tick === against ? 'bar' : 'grid'}" x1="${x(tick)}" x2="${x(tick)}" y1="0" y2="100%"/>`,
  );
  const own =
    figure &&
    html`<line class="ink-line" x1="${x(figure.interval[0])}" x2="${x(figure.interval[1])}" y1="50%" y2="50%"/><circle class="dot" cx="${x(figure.value)}" cy="50%" r="5"/>`;
  return html`<svg class="fill" aria-hidden="true">${lines}${own}</svg>`;
}
