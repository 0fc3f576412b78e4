import { chmodSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { parsePlan } from '../../../src/core/plan/parse-plan.js';
import type { Plan } from '../../../src/core/plan/plan.js';
import { storeAt } from '../../../src/io/store/folder-store.js';
import { createFakeHost } from '../../support/fake-host.js';

function planFor(candidate: unknown): Plan {
  const checked = parsePlan({
    candidate,
    role: 'small',
    interviewers: ['J. Lee', { name: 'A. Novak', sessions: ['talk'] }],
  });
  if (!checked.ok) throw new Error('the plan of this test is not valid');
  return checked.value;
}

test('a plan is written privately, says what it is, and is read again', () => {
  const store = storeAt('store', createFakeHost());
  const location = store.createPlan(planFor('Ada Example'));
  expect(location).toMatch(/store\/panels\/ada-example-small\.yaml$/);
  expect(readFileSync(location, 'utf8')).toMatchInlineSnapshot(`
    "# yaml-language-server: $schema=./plan.schema.json
    # Who interviews, and what may be seen before when. Change it by hand; "scorecard panel status" reads it.
    # visible: after-own, after-all or always. names: always, or after the decision. Take out who does not come.
    candidate: Ada Example
    role: small
    visible: after-own
    names: always
    interviewers:
      - name: J. Lee
      - name: A. Novak
        sessions:
          - talk
    "
  `);
  expect(statSync(location).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(location)).mode & 0o777).toBe(0o700);
  const [stored] = store.listPlans();
  expect(stored?.read).toEqual({ ok: true, value: planFor('Ada Example') });
});

test('a plan of a namesake never replaces one', () => {
  const store = storeAt('store', createFakeHost());
  store.createPlan(planFor({ name: 'Ada Example', id: 'one@example.com' }));
  expect(store.createPlan(planFor({ name: 'Ada Example', id: 'other@example.com' }))).toMatch(
    /ada-example-small-2\.yaml$/,
  );
  expect(store.listPlans().map(({ subject }) => subject?.candidate.id)).toEqual([
    'one@example.com',
    'other@example.com',
  ]);
});

test("a team's plans are the team's", () => {
  const host = createFakeHost({ files: { 'store/people.yaml': '' } });
  chmodSync(`${host.cwd}/store`, 0o2770);
  const location = storeAt('store', host).createPlan(planFor('Ada Example'));
  expect(statSync(location).mode & 0o777).toBe(0o660);
  expect(statSync(dirname(location)).mode & 0o777).toBe(0o770);
});

test('mistakes of a plan are told with file, line and column, and whom it is about is known all the same', () => {
  const text =
    'candidate: Ada Example\nrole: small\nvisibel: always\ninterviewers:\n  - { name: J. Lee, sesions: [x] }\n';
  const host = createFakeHost({
    files: { 'store/panels/ada-example-small.yaml': text, 'store/panels/other.yml': '{', 'store/panels/note.txt': 'x' },
  });
  const [stored, broken, ...rest] = storeAt('store', host).listPlans();
  expect(rest).toEqual([]);
  expect(stored?.subject).toEqual({ candidate: { name: 'Ada Example' }, role: 'small' });
  const problems = stored?.read.ok === false ? stored.read.problems : [];
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
    '3:1 unknown key "visibel"; did you mean "visible"?',
    '5:21 unknown key "sesions"; did you mean "sessions"?',
  ]);
  expect(problems.every(({ file }) => file?.endsWith('store/panels/ada-example-small.yaml'))).toBe(true);
  expect(broken?.read.ok).toBe(false);
  expect(broken?.subject).toBeUndefined();
});
