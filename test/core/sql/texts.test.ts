import { expect, test } from 'vitest';
import type { Scale } from '../../../src/core/rubric/scale.js';
import { ratingsOf } from '../../../src/core/rubric/scale.js';
import { NOT_ANSWERED, NOT_APPLICABLE, NOT_ASSESSED, NOT_SEEN, SEEN, textsOf } from '../../../src/core/sql/texts.js';
import { parseYesNo } from '../../../src/core/table/cells/yes-no-cell.js';
import { parseRating } from '../../../src/core/table/rating-cell.js';

const scale = { min: -2, max: 5, step: 0.5, bar: 3, labels: {} } as Scale;

const meaning = (text: string, optional: boolean) => {
  const cell = parseRating(text, { dimension: { id: 'craft', optional }, scale, words: 'ours' });
  return cell.ok ? cell.value : 'invalid';
};

test('every text that SQL knows means what a batch reads it as', () => {
  for (const optional of [true, false]) {
    for (const rating of ratingsOf(scale)) {
      for (const text of textsOf(rating)) expect(meaning(text, optional), text).toBe(rating);
    }
    for (const text of NOT_ASSESSED) expect(meaning(text, optional), text).toBe('not-assessed');
  }
  for (const text of NOT_ANSWERED)
    expect([meaning(text, true), meaning(text, false)]).toEqual(['not-applicable', 'not-assessed']);
  for (const text of NOT_APPLICABLE)
    expect([meaning(text, true), meaning(text, false)]).toEqual(['not-applicable', 'invalid']);
  for (const text of SEEN) expect(parseYesNo(text, 'flag'), text).toEqual({ ok: true, value: true });
  for (const text of NOT_SEEN) {
    const cell = parseYesNo(text, 'flag');
    expect(cell.ok && (cell.value ?? false), text).toBe(false);
  }
});
