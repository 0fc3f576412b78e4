import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECISIONS, type DecisionRecord } from '../../../src/core/decision/decision.js';
import { decisionDiffers } from '../../../src/core/decision/differs.js';
import { decisionEntry } from '../../../src/core/decision/log-decision.js';
import { decisionSealProblem, parseDecision } from '../../../src/core/decision/parse-decision.js';
import { decisionOn, standingDecisions } from '../../../src/core/decision/standing.js';
import { createPeople } from '../../../src/core/person/person.js';
import { RECOMMENDATIONS } from '../../../src/core/scoring/rules.js';
import { decisionOnCards } from '../../support/decisions.js';
import { amended, meetingAbout, sealed } from '../../support/meetings.js';

const CARDS = [
  sealed({ candidate: 'Ada Example', interviewer: 'R. Panel', ratings: [4, 3, 5], verdict: 'yes' }),
  sealed({ candidate: 'Ada Example', interviewer: 'J. Lee', ratings: [3, undefined, 4], verdict: 'no' }),
];

test('a decision differs where one of it and the recommendation is for hiring and the other against', () => {
  const differing = DECISIONS.flatMap((decision) =>
    RECOMMENDATIONS.filter((word) => decisionDiffers(decision, word)).map((word) => `${decision} ${word}`),
  );
  expect(differing).toEqual(['hire no', 'hire strong-no', 'no-hire strong-yes', 'no-hire yes']);
});

describe('a decision', () => {
  test('is read as it was written, with keys of a later version', () => {
    const record = { ...decisionOnCards(CARDS), later: { more: 1 } };
    expect(parseDecision(JSON.parse(JSON.stringify(record)))).toEqual({ ok: true, value: record });
  });

  test('that lost its digest is not as it was sealed', () => {
    const record = decisionOnCards(CARDS);
    const { digest: _digest, ...bare } = record;
    expect(decisionSealProblem(record)).toBeUndefined();
    expect(decisionSealProblem(bare as DecisionRecord)?.code).toBe('unsealed-decision');
    expect(decisionSealProblem({ ...record, why: 'x' })?.code).toBe('digest');
  });

  test('keeps what a panel says, and each rating with whose it is', () => {
    const { panel } = meetingAbout(CARDS, true);
    const record = decisionOnCards(CARDS);
    expect(record.panel.score).toBe((panel.hundredths ?? 0) / 100);
    expect(record.dimensions.map(({ ratings }) => ratings.map(({ rating }) => rating))).toEqual(
      panel.dimensions.map(({ ratings }) => ratings),
    );
    expect(record.dimensions[0]?.ratings.map(({ interviewer }) => interviewer?.name)).toEqual(
      panel.members.map(({ interviewer }) => interviewer?.name),
    );
  });

  test('counts the amended scorecard, and names the one in whose place it stands', () => {
    const [first, ...rest] = CARDS;
    if (!first) throw new Error('none');
    const later = amended(first, { ratings: [2, 3, 5], day: '2026-11-25' });
    const record = decisionOnCards([first, later, ...rest]);
    const card = record.scorecards.find(({ digest }) => digest === later.digest);
    expect(record.scorecards).toHaveLength(2);
    expect(card?.amends).toMatchObject({ digests: [first.digest], after: 'debrief' });
  });

  test('is logged without a word of whom it is about', () => {
    const record = decisionOnCards(CARDS, { by: { name: 'H. Brandt', id: 'h@example.com' } });
    const entry = decisionEntry(record);
    expect(entry).toMatchObject({ type: 'decide', by: record.by, decisions: [record.digest] });
    expect(JSON.stringify(entry)).not.toMatch(/Ada|hire|severe/);
  });
});

describe('of several decisions', () => {
  const people = createPeople([{ name: 'Ada Example' }]);
  const read = (record: DecisionRecord, altered?: string) => ({ record, altered });
  const at = (minute: number) => `2026-11-27T11:${String(minute).padStart(2, '0')}:00Z`;
  const first = decisionOnCards(CARDS, { decidedAt: at(1) });
  const second = decisionOnCards(CARDS, {
    ...{ id: 'x-2', decidedAt: at(2), decision: 'hold' },
    replaces: { digest: first.digest ?? '', why: 'x' },
  });

  test('the newest of a chain stands, in whatever order they are read', () => {
    const chain: DecisionRecord[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      const digest = chain.at(-1)?.digest;
      const replaces = digest === undefined ? undefined : { digest, why: 'x' };
      chain.push(decisionOnCards(CARDS, { id: `x-${minute}`, decidedAt: at(minute), replaces }));
    }
    fc.assert(
      fc.property(fc.shuffledSubarray(chain, { minLength: 5 }), (records) => {
        const standing = standingDecisions(
          records.map((record) => read(record)),
          people,
        );
        expect(standing.map(({ record }) => record.id)).toEqual(['x-4']);
      }),
    );
  });

  test('one that was changed does not stand, nor what it replaced', () => {
    const all = [read(first), read(second, 'changed')];
    expect(decisionOn(all, { candidate: { name: 'ada  example' }, role: 'sample' }, people)).toBeUndefined();
    expect(decisionOn([read(first)], { candidate: { name: 'ADA Example' }, role: 'sample' }, people)).toBeDefined();
    expect(decisionOn([read(first)], { candidate: { name: 'Ada Example' }, role: 'other' }, people)).toBeUndefined();
  });
});
