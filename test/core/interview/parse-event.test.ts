import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenEvent } from '../../../src/core/interview/event.js';
import { parseEvent } from '../../../src/core/interview/parse-event.js';
import { applyVariant } from '../../../src/core/rubric/variant.js';
import { rubricFilesIn } from '../../../src/io/rubrics/rubric-folder.js';
import { findRubric } from '../../../src/io/rubrics/rubric-library.js';
import { createFakeHost, HOME } from '../../support/fake-host.js';

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
