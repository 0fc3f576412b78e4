import { describe, expect, test } from 'vitest';
import { createPeople, type Person } from '../../../src/core/person/person.js';
import { createLabels } from '../../../src/core/plan/labels.js';
import { parsePlan } from '../../../src/core/plan/parse-plan.js';
import type { Plan } from '../../../src/core/plan/plan.js';
import { hidesOthers, type SealedPart, seatsOf } from '../../../src/core/plan/seats.js';

const [ada, lee, novak, okafor, other] = ['Ada Example', 'J. Lee', 'A. Novak', 'M. Okafor', 'S. Other'].map(
  (name): Person => ({ name }),
) as [Person, Person, Person, Person, Person];

function planWith(change: object = {}): Plan {
  const interviewers = [
    { name: 'J. Lee', sessions: ['making', 'caring'] },
    'A. Novak',
    { name: 'M. Okafor', sessions: ['making'], shadow: true },
  ];
  const checked = parsePlan({ candidate: ada.name, role: 'sample', interviewers, ...change });
  if (!checked.ok) throw new Error('the plan of this test is not valid');
  return checked.value;
}

function part(interviewer: Person, session?: string, more: Partial<SealedPart> = {}): SealedPart {
  const at = '2026-11-20T14:00:00Z';
  return { candidate: ada, interviewer, role: 'sample', session, isShadow: false, at, digest: undefined, ...more };
}

const people = createPeople([lee, novak, okafor, other]);
const missing = (sealed: readonly SealedPart[], plan = planWith()) =>
  seatsOf(plan, sealed, people).flatMap(({ interviewer, session, sealedAt }) =>
    sealedAt === undefined ? [`${interviewer.name} ${session ?? 'all'}`] : [],
  );

describe('a seat is taken', () => {
  test('by the scorecard of its session, or of the whole interview', () => {
    expect(missing([])).toEqual(['J. Lee making', 'J. Lee caring', 'A. Novak all', 'M. Okafor making']);
    expect(missing([part(lee, 'making'), part(novak, 'making')])).toEqual([
      'J. Lee caring',
      'A. Novak all',
      'M. Okafor making',
    ]);
    expect(missing([part(lee), part(novak)])).toEqual(['M. Okafor making']);
  });

  test("by nobody else's, and never by a trainee's where it is to count", () => {
    expect(missing([part(other), part(lee, 'making', { isShadow: true })])).toHaveLength(4);
    expect(missing([part(okafor, 'making', { isShadow: true })])).not.toContain('M. Okafor making');
  });

  test('since the last that was sealed', () => {
    const sealed = ['2026-11-21T09:00:00Z', '2026-11-20T23:00:00-05:00'].map((at) => part(novak, undefined, { at }));
    expect(seatsOf(planWith(), sealed, people)[2]?.sealedAt).toBe('2026-11-21T09:00:00Z');
  });
});

describe('others are hidden', () => {
  const hidden = (visible: string, me: Person | undefined, sealed: readonly SealedPart[]) => {
    const plan = planWith({ visible });
    return hidesOthers(plan, seatsOf(plan, sealed, people), me, people);
  };
  const all = [part(lee), part(novak)];

  test.each<[string, string, Person | undefined, readonly SealedPart[], boolean]>([
    ['from who holds a session that is not in', 'after-own', lee, [part(lee, 'making')], true],
    ['not from who has sealed all of theirs', 'after-own', lee, [part(lee)], false],
    ['not from who holds none', 'after-own', other, [], false],
    ['from whom nobody knows, until all are in', 'after-own', undefined, all, true],
    ['not from whom nobody knows, once all are in', 'after-own', undefined, [...all, part(okafor)], false],
    ['from everybody, before all are in', 'after-all', lee, [part(lee)], true],
    ['from who holds none, before all are in', 'after-all', other, [part(lee)], true],
    ['not from who holds none, where a shadow alone is missing', 'after-all', other, all, false],
    ['from that shadow', 'after-all', okafor, all, true],
    ['never, where it says always', 'always', undefined, [], false],
  ])('%s', (_name, visible, me, sealed, is) => {
    expect(hidden(visible, me, sealed)).toBe(is);
  });
});

describe('a label', () => {
  const textsOf = (plan: Plan, persons: readonly Person[], who = people) =>
    persons.map(createLabels(plan, who)).map(({ text }) => text);
  const label = (plan: Plan) => textsOf(plan, [lee, novak, okafor]);

  test('is a letter for each of the plan, the same by every command', () => {
    expect(label(planWith())).toEqual(label(planWith()));
    expect(label(planWith()).toSorted()).toEqual(['Interviewer A', 'Interviewer B', 'Interviewer C']);
  });

  test('depends on the place in the plan alone, and not on names or their order in the alphabet', () => {
    const renamed = planWith({ interviewers: ['Z. One', 'Y. Two', 'X. Three'] });
    const others = ['Z. One', 'Y. Two', 'X. Three'].map((name) => ({ name }));
    expect(textsOf(renamed, others, createPeople(others))).toEqual(label(planWith()));
  });

  test('of somebody who is not in the plan is none of its letters', () => {
    expect(textsOf(planWith(), [other])).toEqual([expect.stringMatching(/^Interviewer [0-9a-f]{6}$/)]);
  });
});
