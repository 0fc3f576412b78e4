import { expect, test } from 'vitest';
import {
  agreementInWords,
  decisionInWords,
  interviewersOf,
  missingInWords,
  sealedInWords,
  verdictsInWords,
} from '../../../src/render/decision/words.js';
import { decisionOnCards } from '../../support/decisions.js';
import { sealed } from '../../support/meetings.js';

const CARDS = [
  sealed({ candidate: 'Ada Example', interviewer: 'R. Panel', ratings: [4, 3, 5], verdict: 'yes' }),
  sealed({ candidate: 'Ada Example', interviewer: 'J. Lee', ratings: [3, 3, 4], verdict: 'strong-no' }),
];
const RECORD = decisionOnCards(CARDS);

test('each decision has words of its own', () => {
  const all = (['hire', 'no-hire', 'hold', 'other'] as const).map((decision) => decisionInWords({ decision }));
  expect(all).toEqual(['Hire.', 'No hire.', 'On hold.', 'Another decision.']);
});

test('a decision agrees or differs only where it and the rules say yes or no', () => {
  expect(agreementInWords(RECORD)).toBe('the decision agrees');
  expect(agreementInWords({ ...RECORD, decision: 'no-hire' })).toBe('the decision differs');
  expect(agreementInWords({ ...RECORD, decision: 'hold' })).toBeUndefined();
  const incomplete = { ...RECORD.panel, recommendation: 'incomplete' as const };
  expect(agreementInWords({ ...RECORD, panel: incomplete })).toBeUndefined();
});

test('two interviewers of one name are told apart by their ids', () => {
  const ids = ['a@example.com', 'b@example.com'];
  const dimensions = RECORD.dimensions.map((dimension) => ({
    ...dimension,
    ratings: dimension.ratings.map((one, at) => ({ ...one, interviewer: { name: 'J. Lee', id: ids[at] } })),
  }));
  expect(interviewersOf({ ...RECORD, dimensions })).toEqual(['J. Lee <a@example.com>', 'J. Lee <b@example.com>']);
});

test('a strong no is counted as what it is', () => {
  expect(verdictsInWords(RECORD).decided).toEqual(['1 yes', '1 strong no']);
});

test('what was not in is told by the names of sessions and of interviewers', () => {
  const sessions = [
    { id: 'technical', title: 'Technical judgement', isIn: true },
    { id: 'people', title: 'Leading people', isIn: false },
  ];
  const waiting = [{ interviewer: { name: 'A. Novak' }, session: 'people' }];
  expect(missingInWords({ ...RECORD, panel: { ...RECORD.panel, sessions }, waiting })).toEqual([
    'Not in: Leading people.',
    'Still a draft: A. Novak (people).',
  ]);
  expect(missingInWords(RECORD)).toEqual([]);
});

test('an amended scorecard says when, after what, and how much it changed', () => {
  const card = { sealedAt: '2026-11-25T10:00:00Z', session: 'people' };
  const amends = { digests: ['x'], after: 'debrief' as const, sealedAt: '2026-11-24T10:00:00Z', ratings: 2 };
  expect(sealedInWords({ ...card, amends })).toBe(
    '2026-11-24, amended 2026-11-25 after the debrief (2 ratings), session people',
  );
});
