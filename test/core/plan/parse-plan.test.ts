import { expect, test } from 'vitest';
import { parsePlan, subjectOfPlan } from '../../../src/core/plan/parse-plan.js';
import type { Plan } from '../../../src/core/plan/plan.js';
import { planFileData } from '../../../src/core/plan/plan-file.js';
import { readShipped } from '../../support/rubrics.js';

const rubric = readShipped('head-infra');

const whole = {
  candidate: { name: 'Ada Example', id: 'ada@example.com' },
  role: 'head-infra',
  variant: 'startup',
  date: '2026-12-01',
  lead: 'R. Díaz',
  visible: 'after-all',
  names: 'after',
  sessions: [{ id: 'deep-dive', title: 'Deep dive', minutes: 45, dimensions: ['security'] }],
  interviewers: [
    { name: 'J. Lee', id: 'j.lee@example.com', sessions: ['deep-dive', 'technical'], minutes: 30, date: '2026-12-02' },
    'A. Novak <a.novak@example.com>',
    { name: 'M. Okafor', shadow: true },
  ],
};

function planFrom(data: object): Plan {
  const checked = parsePlan(data, rubric);
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join('; '));
  return checked.value;
}

function mistakes(change: object): readonly string[] {
  const checked = parsePlan({ ...whole, ...change }, rubric);
  return checked.ok ? [] : checked.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test('a plan says who holds what, and when: what it leaves out is the usual', () => {
  const { interviewers, ...rest } = planFrom(whole);
  expect(rest).toMatchObject({ visible: 'after-all', names: 'after', date: '2026-12-01', lead: { name: 'R. Díaz' } });
  expect(interviewers).toEqual([
    {
      name: 'J. Lee',
      id: 'j.lee@example.com',
      sessions: ['deep-dive', 'technical'],
      minutes: 30,
      date: '2026-12-02',
      isShadow: false,
    },
    {
      name: 'A. Novak',
      id: 'a.novak@example.com',
      sessions: undefined,
      minutes: undefined,
      date: '2026-12-01',
      isShadow: false,
    },
    {
      name: 'M. Okafor',
      sessions: undefined,
      minutes: undefined,
      date: '2026-12-01',
      isShadow: true,
    },
  ]);
  expect(planFrom({ candidate: 'Ada Example', role: 'head-infra', interviewers: ['J. Lee'] })).toMatchObject({
    visible: 'after-own',
    names: 'always',
    variant: undefined,
    sessions: [],
  });
});

test('a plan that is written is read again as it was', () => {
  const plan = planFrom(whole);
  expect(planFrom(planFileData(plan))).toEqual(plan);
});

test('every mistake is told at once, with what was meant', () => {
  const found = mistakes({
    visibel: 'always',
    variant: 'start-up',
    date: '1.12.2026',
    names: 'afterwards',
    sessions: [
      { id: 'technical', title: 'Ours', minutes: 45, dimensions: ['architecture'] },
      { id: 'deep-dive', title: 'Deep dive', minutes: 45, dimensions: ['securty', 'scaling', 'scaling'] },
      { id: 'deep-dive', title: 'Again', minutes: 45, dimensions: ['architecture'] },
    ],
    interviewers: [
      { name: 'J. Lee', sessions: ['tecnical', 'leadership', 'leadership'] },
      { name: 'j. lee', minute: 30 },
      { name: 'A. Novak', shadow: 'yes' },
    ],
  });
  expect(found).toMatchInlineSnapshot(`
    [
      "date: "date" must be a day, such as 2026-11-24",
      "names: "names" must be one of always, after",
      "interviewers.1.minute: unknown key "minute"; did you mean "minutes"?",
      "interviewers.2.shadow: "shadow" must be true or false, not text",
      "visibel: unknown key "visibel"; did you mean "visible"?",
      "interviewers.1: j. lee is in the plan twice; list all their sessions in one place",
      "interviewers.0.sessions.2: "leadership" is listed twice; remove one of the two",
      "sessions.2.id: the id "deep-dive" is used for two sessions; give each its own",
      "sessions.1.dimensions.2: "scaling" is listed twice; remove one of the two",
      "variant: the rubric head-infra has no variant "start-up"; did you mean "startup"?",
      "sessions.0.id: the rubric has a session "technical" already; give the plan's own another id, or leave it out",
      "sessions.1.dimensions.0: there is no dimension "securty"; did you mean "security"?",
      "sessions.1.dimensions.1: there is no dimension "scaling"",
      "interviewers.0.sessions.0: neither the rubric nor the plan has a session "tecnical"; did you mean "technical"?",
      "interviewers.0.sessions.1: neither the rubric nor the plan has a session "leadership"; here may stand technical, leading, deep-dive",
    ]
  `);
});

test('an interviewer is in a plan once, however they are written, and two may hold one session', () => {
  const both = [
    { name: 'J. Lee', sessions: ['technical'] },
    { name: 'A. Novak', sessions: ['technical'] },
  ];
  expect(mistakes({ interviewers: both })).toEqual([]);
  expect(mistakes({ interviewers: [...both, { name: 'J.  LEE', id: 'lee@example.com' }] })).toEqual([
    'interviewers.2: J.  LEE is in the plan twice; list all their sessions in one place',
  ]);
  const namesakes = [
    { name: 'J. Lee', id: 'one@example.com' },
    { name: 'J. Lee', id: 'other@example.com' },
  ];
  expect(mistakes({ interviewers: namesakes })).toEqual([]);
});

test('a role is its own id, and somebody has to count', () => {
  expect(mistakes({ role: 'head-of-infrastructure' })).toEqual([
    'role: "head-of-infrastructure" is another name of the role head-infra; write head-infra',
  ]);
  expect(mistakes({ interviewers: [{ name: 'J. Lee', shadow: true }] })).toEqual([
    'interviewers: everybody here is a shadow, and a shadow never counts; plan somebody who does',
  ]);
});

test('whom a plan is about is known whatever else is wrong with it', () => {
  expect(subjectOfPlan({ candidate: 'Ada Example <ada@example.com>', role: 'head-infra', interviewers: 7 })).toEqual({
    candidate: { name: 'Ada Example', id: 'ada@example.com' },
    role: 'head-infra',
  });
  for (const data of [{ candidate: 'Ada Example' }, { role: 'head-infra' }, { candidate: 7, role: 'x' }, null, 'x', []])
    expect(subjectOfPlan(data)).toBeUndefined();
});
