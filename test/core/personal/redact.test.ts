import { expect, test } from 'vitest';
import { createRedactor } from '../../../src/core/personal/redact.js';
import { findSubject } from '../../../src/core/personal/subject.js';

const PEOPLE = [
  { name: 'Ada Example' },
  { name: 'Bo Sample', id: 'bo@example.com' },
  { name: 'Bo' },
  { name: 'C. (Cy) Third' },
];

function redactor() {
  const match = findSubject('Ada Example', PEOPLE, []);
  if (match.type !== 'found') throw new Error('ambiguous');
  return createRedactor(match.subject, PEOPLE);
}

test.each([
  ['better than Bo Sample', 'better than [another candidate]'],
  ['BO\n sample, or bo@example.com', '[another candidate], or [another candidate]'],
  ['as c. (cy) third said', 'as [another candidate] said'],
  ['Bo: both boats', '[another candidate]: both boats'],
  ['Ada Example did it', 'Ada Example did it'],
])('%j is handed out as %j', (text, redacted) => {
  expect(redactor().redact(text)).toBe(redacted);
});

test('who interviewed, and what identifies the record, stay; how often something was replaced is counted', () => {
  const { redact, ...rest } = redactor();
  const card = {
    id: 'bo',
    interviewer: { name: 'Bo' },
    notes: [{ text: 'Bo' }],
    score: 3,
    verdict: { reason: 'as Bo' },
  };
  const one = redactor();
  expect(one.redact(card)).toEqual({
    ...card,
    notes: [{ text: '[another candidate]' }],
    verdict: { reason: 'as [another candidate]' },
  });
  expect(one.replaced).toBe(2);
  expect(rest.replaced).toBe(0);
  expect(redact(1)).toBe(1);
});
