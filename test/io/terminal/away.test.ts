import { expect, test } from 'vitest';
import type { SessionChange } from '../../../src/core/interview/event.js';
import { createWatch } from '../../../src/io/terminal/away.js';

test('only a gap between two looks is time away', () => {
  let now = Date.parse('2026-11-20T14:00:00Z');
  const changes: SessionChange[] = [];
  const recorder = { record: (change: SessionChange) => changes.push(change) };
  const watch = createWatch(recorder as never, { now: () => new Date(now) });
  for (const seconds of [1, 1, 4, 3600, 1]) {
    now += seconds * 1000;
    watch.look();
  }
  expect(changes).toEqual([{ type: 'away', since: expect.stringMatching(/:06\.000/) }]);
});
