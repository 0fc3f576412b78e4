import type { Ranked } from '../../../core/panel/ranking.js';
import { DEVIATE } from '../../../core/stats/rank-range.js';
import { html, type SafeHtml } from '../../text/html.js';
import { gridLines, onScale, percent, type ScaleAxis } from './scale-axis.js';

/**
 * To each side, so that with equal errors two bars part where the scores differ at 5%: 1.96 over the root of 2. Overlap
 * of intervals of 95% would call differences a tie that are not.
 *
 * @see Goldstein & Healy (1995), The graphical presentation of a collection of means, Journal of the Royal Statistical
 *   Society A 158
 */
const THICK = DEVIATE / Math.SQRT2;

/** A score with its interval, on the scale; the tint carries the thick bar of the best down the page. */
export function strip(
  { panel: { value }, standardError }: Ranked,
  axis: ScaleAxis,
  best: Ranked | undefined,
): SafeHtml {
  const lines = gridLines(axis);
  if (value === undefined || standardError === undefined) return plot([tint(best, axis), ...lines]);
  const half = (widths: number) => ({
    from: axis.x(onScale(value - widths * standardError, axis.scale)),
    to: axis.x(onScale(value + widths * standardError, axis.scale)),
  });
  const [thin, thick] = [half(DEVIATE), half(THICK)];
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
  const [from, to] = [onScale(best.panel.value - reach, axis.scale), onScale(best.panel.value + reach, axis.scale)].map(
    (value) => Number.parseFloat(axis.x(value)),
  );
  if (from === undefined || to === undefined) return undefined;
  return html`<rect class="tint" x="${percent(from)}" width="${percent(to - from)}" y="0" height="100%"/>`;
}

function plot(parts: readonly (SafeHtml | undefined)[]): SafeHtml {
  return html`<svg class="fill" aria-hidden="true">${parts.flatMap((part) => part ?? [])}</svg>`;
}
