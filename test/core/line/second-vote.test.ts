import { expect, test } from 'vitest';
import { createTestLine } from '../../support/line.js';
import { createRubric } from '../../support/rubrics.js';

const RUBRIC = createRubric([
  { id: 'depth', weight: 40 },
  { id: 'care', weight: 30 },
  { id: 'talk', weight: 30 },
]);
const held = (rating: number) => ({ rating, notes: [], asked: [], seconds: 0 });

function amendment(again: readonly string[]) {
  const dimensions = { depth: held(3), care: held(2), talk: held(4) };
  return createTestLine(RUBRIC, {
    amends: { digest: 'sha256:0', dimensions, flags: [], notes: [], after: 'debrief', again },
  });
}

test('after the debrief a rating tells what to vote on next, in the order in which it is offered', () => {
  const line = amendment(['care', 'depth']).enter('/2', '3');
  expect(line.message).toMatch(/^rated 3 \(was 2\).* · next: \/1 Depth$/);
  expect(line.enter('/1', '4').message).toMatch(/ · next: \/review$/);
});

test('what was not to be talked about tells where Tab leads, as ever', () => {
  expect(amendment(['care']).enter('/1', '4').message).not.toContain('next:');
});

test('what the rubric does not have is passed over', () => {
  expect(amendment(['gone', 'care']).enter('/2', '3').message).toMatch(/ · next: \/review$/);
});
