import { isRated } from '../../core/rubric/scale.js';
import type { RatedDimension, Scorecard } from '../../core/scorecard/scorecard.js';
import { type Points, pointsOf } from '../../core/scoring/points.js';
import { html, type SafeHtml } from '../text/html.js';
import { inWords, weightInWords } from '../text/words.js';
import { percent } from './charts/scale-axis.js';
import { pageTable } from './page/table.js';

/** How the score of one scorecard comes about: the points of each dimension, whose last row does the sum. */
export function pointsTable({ dimensions, rubric: { scale }, result }: Scorecard): SafeHtml {
  const points = pointsOf(dimensions, scale);
  const rows = dimensions.map((dimension, at) => ({ dimension, points: points.each[at] }));
  const sum = `${figure(scale.bar)} ${points.together < 0 ? '−' : '+'} ${figure(Math.abs(points.together))} ÷ ${figure(points.weights)} = ${result.score?.toFixed(2) ?? '–'}`;
  return pageTable({
    className: 'points whole-table',
    name: 'How the score comes about',
    caption: `Points = weight × (rating − bar); the bar is ${figure(scale.bar)}. Filled: above the bar; hollow: below.`,
    rows,
    columns: [
      { head: 'Dimension', cell: ({ dimension }) => dimension.name, isRowHeader: true },
      { head: 'Weight', className: 'number', cell: ({ dimension }) => weightInWords(dimension.weight) },
      { head: 'Rating', className: 'number rated', cell: ({ dimension }) => ratingCell(dimension) },
      {
        head: html`<span class="sides"><span>below the bar</span><span>above</span></span>`,
        className: 'plot',
        cell: (row) => pointsBar(row.points, points),
      },
      { head: 'Points', className: 'number after-plot', cell: (row) => signed(row.points) },
    ],
    total: [
      html`<strong>Together</strong>`,
      `${figure(points.weights)}${dimensions.some(({ weight }) => weight !== undefined) ? '%' : ''}`,
      '',
      result.score === undefined ? '' : html`<span class="sum">${sum}</span>`,
      signed(result.score === undefined ? undefined : points.together),
    ],
  });
}

function ratingCell({ rating }: RatedDimension): SafeHtml {
  return isRated(rating) ? html`<strong>${figure(rating)}</strong>` : absent(rating);
}

/** No rating: a dash for the eye, nothing for what was not held, the words for the ear. */
export function absent(rating: 'not-assessed' | 'not-applicable' | 'not-held'): SafeHtml {
  return html`<span aria-hidden="true">${rating === 'not-assessed' ? '–' : ''}</span><span class="${rating === 'not-applicable' ? 'muted words' : 'unseen'}">${inWords(rating)}</span>`;
}

/** The widest bar to each side of the middle, in per cent of the plot. */
const SIDE = 44;
const MIDDLE = 50;

function pointsBar(points: number | undefined, { most }: Points): SafeHtml {
  const middle = html`<line class="bar" x1="${percent(MIDDLE)}" x2="${percent(MIDDLE)}" y1="0" y2="100%"/>`;
  return html`<svg class="fill" aria-hidden="true">${middle}${points === undefined ? undefined : bar(points, most)}</svg>`;
}

function bar(points: number, most: number): SafeHtml {
  if (points === 0) return html`<circle class="ink-bar" cx="${percent(MIDDLE)}" cy="50%" r="3.5"/>`;
  const width = (Math.abs(points) / most) * SIDE;
  const x = points > 0 ? MIDDLE : MIDDLE - width;
  const className = points > 0 ? 'ink-bar' : 'hollow-bar';
  return html`<svg x="0" y="50%" overflow="visible"><rect class="${className}" x="${percent(x)}" y="-6" width="${percent(width)}" height="12"/></svg>`;
}

/** `+15`, `−20`, `0`; nothing where there is no rating. */
function signed(points: number | undefined): string {
  if (points === undefined) return '';
  return `${points > 0 ? '+' : ''}${figure(points)}`;
}

/** A number with a true minus sign. */
function figure(number: number): string {
  return String(number).replace('-', '−');
}
