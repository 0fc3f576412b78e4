import type { Ranked } from '../../../core/panel/ranking.js';
import { html, type SafeHtml } from '../../text/html.js';
import { gridLines, percent, type ScaleAxis } from './scale-axis.js';

/** Standard errors to each side of a score that hold 95%. */
const THIN = 1.96;

/**
 * To each side, so that with equal errors two bars part where the scores differ at 5%: 1.96 over the root of 2. Overlap
 * of intervals of 95% would call differences a tie that are none.
 *
 * @see Goldstein & Healy (1995), The graphical presentation of a collection of means, Journal of the Royal Statistical
 *   Society A 158
 */
const THICK = THIN / Math.SQRT2;

/** A score with its interval, on the scale; the tint carries the thick bar of the best down the page. */
export function strip(
  { panel: { value }, standardError }: Ranked,
  axis: ScaleAxis,
  best: Ranked | undefined,
): SafeHtml {
  const lines = gridLines(axis);
  if (value === undefined || standardError === undefined) return plot([tint(best, axis), ...lines]);
  const half = (widths: number) => ({
    from: axis.x(within(value - widths * standardError, axis)),
    to: axis.x(within(value + widths * standardError, axis)),
  });
  const [thin, thick] = [half(THIN), half(THICK)];
  return plot([
    tint(best, axis),
    ...lines,
    html`<line class="ink-line" x1="${thin.from}" x2="${thin.to}" y1="50%" y2="50%"/>`,
    html`<line class="thick" x1="${thick.from}" x2="${thick.to}" y1="50%" y2="50%"/>`,
    html`<circle class="dot" cx="${axis.x(value)}" cy="50%" r="5"/>`,
  ]);
}

function tint(best: Ranked | undefined, axis: ScaleAxis): SafeHtml | undefined {
  if (best?.panel.value === undefined || best.standardError === undefined) return undefined;
  const reach = THICK * best.standardError;
  const [from, to] = [within(best.panel.value - reach, axis), within(best.panel.value + reach, axis)].map((value) =>
    Number.parseFloat(axis.x(value)),
  );
  if (from === undefined || to === undefined) return undefined;
  return html`<rect class="tint" x="${percent(from)}" width="${percent(to - from)}" y="0" height="100%"/>`;
}

/** An error says nothing of what lies beyond the scale. */
function within(value: number, { scale }: ScaleAxis): number {
  return Math.min(scale.max, Math.max(scale.min, value));
}

function plot(parts: readonly (SafeHtml | undefined)[]): SafeHtml {
  return html`<svg class="fill" aria-hidden="true">${parts.flatMap((part) => part ?? [])}</svg>`;
}
