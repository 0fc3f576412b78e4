import type { Meeting } from '../../../core/meeting/meeting.js';
import type { RatingRow } from '../../../core/meeting/rating-rows.js';
import type { HeldRating } from '../../../core/panel/edition.js';
import { isRated, wholeRatingsOf } from '../../../core/rubric/scale.js';
import { html, type SafeHtml } from '../../text/html.js';
import { markPath, markStyle } from './marks.js';

const LEFT = 92;
const RIGHT = 208;
const TOP = 22;
const POINT = 38;
const FIRST = 10;
const NEXT = 15;

/** One dimension before and after the talk: what changed in ink, what didn't in grey. Equal marks stand in a row. */
export function slope(row: RatingRow, earlier: readonly HeldRating[], { panel: { edition } }: Meeting): SafeHtml {
  const { scale, bar } = edition;
  const point = Math.min(POINT, 152 / Math.max(1, scale.max - scale.min));
  const y = (rating: number) => TOP + (scale.max - rating) * point;
  const now = row.ratings.map(({ rating }) => rating);
  const lines = wholeRatingsOf(scale).map(
    (rating) =>
      html`<line class="${rating === bar ? 'bar' : 'grid'}" x1="${LEFT}" x2="${RIGHT}" y1="${y(rating)}" y2="${y(rating)}"/>`,
  );
  const slopes = now.map((to, member) => {
    const from = earlier[member] ?? 'not-held';
    if (!isRated(from) || !isRated(to)) return html``;
    return html`<line class="${from === to ? 'same' : 'changed'}" x1="${LEFT}" x2="${RIGHT}" y1="${y(from)}" y2="${y(to)}"/>`;
  });
  const height = TOP * 2 + (scale.max - scale.min) * point;
  return html`<svg class="slope" width="300" height="${height}" aria-hidden="true">${lines}${slopes}${side(earlier, y, 'before')}${side(now, y, 'after')}</svg>`;
}

function side(
  ratings: readonly HeldRating[],
  y: (rating: number) => number,
  when: 'before' | 'after',
): readonly SafeHtml[] {
  const outward = when === 'before' ? -1 : 1;
  const axis = when === 'before' ? LEFT : RIGHT;
  const rows = new Map<number, number[]>();
  for (const [member, rating] of ratings.entries()) {
    if (isRated(rating)) rows.set(rating, [...(rows.get(rating) ?? []), member]);
  }
  return [...rows].map(([rating, members]) => {
    const marks = members.map((member, at) => {
      const x = axis + outward * (FIRST + at * NEXT);
      return html`<g transform="translate(${x} ${y(rating)})">${markPath(markStyle(member, ratings.length))}</g>`;
    });
    const end = axis + outward * (FIRST + members.length * NEXT - 3);
    return html`${marks}<text class="figure at-bar" x="${end}" y="${y(rating)}" dy="4.5">${rating}</text>`;
  });
}
