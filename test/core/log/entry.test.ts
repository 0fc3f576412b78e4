import { describe, expect, test } from 'vitest';
import { type LogEntry, logLine, parseLog } from '../../../src/core/log/entry.js';
import { sealOf, submissionEntry, tellsOf } from '../../../src/core/log/submission.js';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const EARLIER = `sha256:${'b'.repeat(64)}`;
const ENTRY: LogEntry = {
  at: '2026-11-20T14:00:00.000+00:00',
  by: { name: 'R. Panel' },
  type: 'submit',
  scorecards: [{ digest: DIGEST }],
};

test('an entry is read as it was written', () => {
  const erased: LogEntry = { ...ENTRY, type: 'erase', by: { name: 'H. R.', id: 'hr@example.com' }, reason: 'asked to' };
  expect(parseLog(logLine(ENTRY) + logLine(erased))).toEqual({ entries: [ENTRY, erased], unread: [] });
});

test('a log that was cut off, merged with blank lines, or written by a later version gives all that it can', () => {
  const later = { ...ENTRY, type: 'later', scorecards: [] };
  const text = `{"at":"2026\n\n${logLine(ENTRY)}null\n[]\n${JSON.stringify(later)}\n${logLine(ENTRY).slice(0, -1)}`;
  expect(parseLog(text)).toEqual({ entries: [ENTRY, ENTRY], unread: [1, 4, 5, 6] });
});

test('keys of a later version are passed over', () => {
  expect(parseLog(JSON.stringify({ ...ENTRY, more: 1 })).entries).toEqual([ENTRY]);
});

describe('what the log says of a scorecard', () => {
  const card = {
    id: '2026-11-20-ada-example-small-r-panel',
    candidate: 'Ada Example',
    interviewer: { name: 'R. Panel' },
    submittedAt: '2026-11-20T14:00:00.000+00:00',
    digest: DIGEST,
  };

  test('is when it was submitted, by whom, and its digest; nothing of the candidate', () => {
    expect(submissionEntry(card)).toEqual(ENTRY);
    expect(JSON.stringify(submissionEntry(card))).not.toMatch(/ada/i);
  });

  test('and with a seal before it, and a predecessor, these too', () => {
    const by = { name: 'R. Panel', id: 'r@example.com' };
    const amending = { ...card, interviewer: by, previous: EARLIER, amends: { digest: EARLIER, reason: 'Ada said' } };
    const seal = { digest: DIGEST, previous: EARLIER, amends: EARLIER };
    expect(submissionEntry(amending)).toEqual({ ...ENTRY, by, type: 'amend', scorecards: [seal] });
    expect(sealOf(amending)).toEqual(seal);
  });

  test.each([
    undefined,
    {},
    { ...card, interviewer: 'R. Panel', digest: undefined },
    { ...card, digest: undefined },
    { ...card, digest: 'Ada Example' },
  ])('and nothing where it has no seal: %j', (draft) => {
    expect(submissionEntry(draft)).toBeUndefined();
    expect(sealOf(draft)).toBeUndefined();
  });

  test('a scorecard of version 1 is not logged, since it is in no chain; but its seal is known', () => {
    expect(submissionEntry({ ...card, interviewer: 'R. Panel' })).toBeUndefined();
    expect(sealOf({ ...card, interviewer: 'R. Panel' })).toEqual({ digest: DIGEST });
  });

  test('it is told once a line submits or amends it, and not where it was only looked at', () => {
    const entry = submissionEntry(card) ?? ENTRY;
    expect(tellsOf({ entries: [{ ...ENTRY, type: 'unblind' }], unread: [] }, entry)).toBe(false);
    expect(tellsOf({ entries: [ENTRY], unread: [] }, entry)).toBe(true);
  });
});
