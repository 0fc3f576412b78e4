import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenEvent } from '../../../src/core/interview/event.js';
import { parseEvent } from '../../../src/core/interview/parse-event.js';
import { applyVariant } from '../../../src/core/rubric/variant.js';
import { rubricFilesIn } from '../../../src/io/rubrics/rubric-folder.js';
import { findRubric } from '../../../src/io/rubrics/rubric-library.js';
import { createFakeHost, HOME } from '../../support/fake-host.js';
import { createRubric } from '../../support/rubrics.js';

const BUILT_IN = rubricFilesIn(join(HOME, 'rubrics')).map((file) => basename(file));

test.each(BUILT_IN)('an interview opened with %s, plain or in a variant, reads as it was written', (name) => {
  const { rubric } = findRubric(join(HOME, 'rubrics', name), createFakeHost(), {});
  for (const variant of [undefined, ...rubric.variants]) {
    const open: OpenEvent = {
      at: '2026-11-20T14:00:00.000+01:00',
      type: 'open',
      schemaVersion: 2,
      id: 'x',
      candidate: { name: 'Ada Example' },
      interviewer: { name: 'R. Panel' },
      rubric: applyVariant(rubric, variant),
      ...(variant ? { variant: variant.id } : {}),
      sha256: 'none',
    };
    const line = JSON.parse(JSON.stringify(open));
    expect(parseEvent(line, undefined)).toEqual({ type: 'event', event: line });
  }
});

test.each([undefined, null, 5, 'text', [], {}])('%j is no event', (data) => {
  expect(parseEvent(data, undefined)).toEqual({ type: 'wrong', why: 'it has no type' });
});

test('an unknown key deep in the rubric of an opening makes it a wrong event, not a crash', () => {
  const question = { ask: 'What broke?', later: 'x' };
  const open = {
    at: '2026-11-20T14:00:00.000+01:00',
    type: 'open',
    rubric: { dimensions: [{ questions: [question] }] },
  };
  expect(parseEvent(open, undefined)).toMatchObject({ type: 'wrong' });
});

const RUBRIC = createRubric([{ id: 'a', weight: 100 }]);
const AT = '2026-11-20T14:00:00.000+01:00';

test.each([
  [{ type: 'note', dimension: 'a', text: 'x', question: 2 }, '"a" has no question 3'],
  [{ type: 'rate', dimension: 'a', rating: 3, question: 2 }, '"a" has no question 3'],
  [{ type: 'go', to: 0, question: 2 }, '"a" has no question 3'],
  [{ type: 'mend', dimension: 'z', note: 0 }, 'the rubric has no dimension "z"'],
  [{ type: 'mend', note: 0, text: 'x', to: 'z' }, 'the rubric has no dimension "z"'],
])('%j does not fit the rubric', (event, why) => {
  expect(parseEvent({ at: AT, ...event }, RUBRIC)).toEqual({ type: 'wrong', why });
});

test.each([
  { type: 'note', dimension: 'a', text: 'x', question: 1, flagged: true },
  { type: 'note', text: 'x', reason: true },
  { type: 'rate', dimension: 'a', rating: 3, question: 0, stays: true },
  { type: 'go', to: 1 },
  { type: 'mend', dimension: 'a', note: 0 },
  { type: 'mend', dimension: 'a', note: 0, text: 'x', to: null },
  { type: 'away', since: AT },
])('%j reads as it was written', (event) => {
  expect(parseEvent({ at: AT, ...event }, RUBRIC)).toEqual({ type: 'event', event: { at: AT, ...event } });
});

test.each([
  { type: 'mend', dimension: 'a', note: -1 },
  { type: 'mend', dimension: 'a' },
  { type: 'away' },
  { type: 'note', text: 'x', flagged: 'yes' },
])('%j is damaged', (event) => {
  expect(parseEvent({ at: AT, ...event }, RUBRIC)).toMatchObject({ type: 'wrong' });
});
