import { gapsOf } from '../interview/gaps.js';
import { verdictOfKey } from '../scoring/verdict.js';
import type { BoardState, BoardView, KeyResult } from './view.js';

/**
 * Milliseconds for which the review takes no verdict: a burst of keys that ran past the last dimension is not a
 * verdict.
 */
const GRACE = 400;

/** A key at the review that only the review knows; `undefined` for all others. */
export function pressAtReview(board: BoardState, key: string): KeyResult | undefined {
  const { session, view, now } = board;
  const isBurst = view.reviewSince !== undefined && now - view.reviewSince < GRACE;
  const verdict = verdictOfKey(key);
  if (verdict !== undefined) {
    if (isBurst) return tell(view, `${key} came with the ratings: press it again for your verdict`);
    const { message: _message, ...rest } = view;
    return { view: rest, changes: [{ type: 'verdict', is: verdict }] };
  }
  switch (key) {
    case 'up':
    case 'down':
      return { view: { ...view, scroll: Math.max(0, view.scroll + (key === 'up' ? -1 : 1)) }, changes: [] };
    case 'return':
    case 'y':
      if (session.content.verdict === undefined) return tell(view, 'your verdict first');
      if (key === 'return' || isBurst) return tell(view, 'y submits and seals the scorecard');
      if (gapsOf(session).unsupportedExtremes.length > 0)
        return { view: { ...view, mode: { type: 'extremes' } }, changes: [] };
      return { view, changes: [], next: 'submit' };
    default:
      return undefined;
  }
}

function tell(view: BoardView, message: string): KeyResult {
  return { view: { ...view, message }, changes: [] };
}

/**
 * The one question before the scorecard is sealed: whether a rating at an end of the scale should stand with nothing to
 * support it.
 */
export function pressInExtremes({ view }: BoardState, key: string): KeyResult {
  if (key === 'y') return { view, changes: [], next: 'submit' };
  const isNo = ['n', 'b', 'left', 'escape', 'return', 'q'].includes(key);
  if (!isNo) return { view, changes: [] };
  return tell({ ...view, mode: { type: 'board' } }, 'g and a number goes to a dimension, n adds a note there');
}
