import { expect, test } from 'vitest';
import type { Agreement } from '../../../src/core/agreement/agreement.js';
import { whatThereIs } from '../../../src/render/agreement/document.js';
import { agreementSentences } from '../../../src/render/agreement/sentences.js';

type Severity = Agreement['others']['severity'];

/** As much of an agreement as the sentences read where there is little. */
function agreement(pairs: number, severity?: Severity): Agreement {
  const share = { pairs, agreed: pairs, value: pairs === 0 ? undefined : 1, interval: undefined };
  const shares = { exact: share, within: share, candidates: 0 };
  const others = { interviewers: 3, severity };
  return {
    ...{ shares, others, candidates: pairs, byTwo: pairs, interviewers: 2, ratings: 2 * pairs },
    ...{ lines: [], dimensions: [] },
  } as unknown as Agreement;
}

test.each([
  [0, "None of 3 others' intervals", 'holds 0.'],
  [1, "1 of 3 others' intervals", 'holds 0; 2 do not.'],
  [2, "2 of 3 others' intervals", 'hold 0; 1 does not.'],
])('where %i of the intervals hold 0, the sentence agrees', (holdZero, first, last) => {
  const sentence = agreementSentences(agreement(0, { of: 3, holdZero })).at(-1);
  expect(sentence).toBe(`${first} of severity ${last}`.replace('others', 'interviewers'));
});

test.each([
  [1, 'Of 1 time that two rated the same, they gave the same rating 1 time, and came within a point 1 time.'],
  [2, 'Of 2 times that two rated the same, they gave the same rating 2 times, and came within a point 2 times.'],
])('what was rated %i times by two is counted in the right number', (pairs, words) => {
  expect(agreementSentences(agreement(pairs))[0]).toContain(words);
});

test.each([
  [0, '0 candidates, none of them rated by two or more; 2 interviewers; 0 ratings.'],
  [1, '1 candidate, rated by two or more; 2 interviewers; 2 ratings.'],
  [2, '2 candidates, 2 of them rated by two or more; 2 interviewers; 4 ratings.'],
])('what there is of %i candidates reads as one says it', (candidates, words) => {
  expect(whatThereIs(agreement(candidates))).toBe(words);
});
