import { expect, test } from 'vitest';
import type { OpenEvent, SessionChange, SessionEvents } from '../../../src/core/interview/event.js';
import { timelineOf } from '../../../src/core/interview/timeline.js';
import { PANEL_RUBRIC } from '../../support/scorecards.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 14, 0, seconds)).toISOString();

/** An interview, each event ten seconds after the one before. */
function interview(changes: readonly SessionChange[], more: Partial<OpenEvent> = {}): SessionEvents {
  const people = { candidate: { name: 'Ada Example' }, interviewer: { name: 'R. Panel' } };
  const open: OpenEvent = {
    at: at(0),
    type: 'open',
    schemaVersion: 2,
    id: 'one',
    ...people,
    rubric: PANEL_RUBRIC,
    sha256: 'f',
    ...more,
  };
  return [open, ...changes.map((change, place) => ({ at: at(10 * (place + 1)), ...change }))];
}

const rate = (dimension: string, rating: number): SessionChange => ({ type: 'rate', dimension, rating });

test('a dimension is open from when it is turned to until another is, pauses left out', () => {
  const { visits } = timelineOf(
    interview([rate('depth', 4), { type: 'pause' }, { type: 'resume' }, rate('care', 3), { type: 'go', to: 0 }]),
  );
  expect(visits.map(({ position, from, to, seconds }) => [position, from, to, seconds])).toEqual([
    [0, at(0), at(10), 10],
    [1, at(10), at(40), 20],
    [2, at(40), at(50), 10],
    [0, at(50), at(50), 0],
  ]);
});

test('a rating tells what it replaces, an undo what it takes back', () => {
  const moments = timelineOf(
    interview([rate('depth', 4), { type: 'go', to: 0 }, rate('depth', 5), { type: 'undo' }]),
  ).visits.flatMap((visit) => visit.moments);
  expect(moments.map(({ event, changes }) => [event.type, changes])).toEqual([
    ['rate', [{ of: 'rating', dimension: 'depth', from: undefined, to: 4 }]],
    ['rate', [{ of: 'rating', dimension: 'depth', from: 4, to: 5 }]],
    ['undo', [{ of: 'rating', dimension: 'depth', from: 5, to: 4 }]],
  ]);
});

test('a flag whose evidence changes was not withdrawn', () => {
  const flag = (evidence: string): SessionChange => ({ type: 'flag', flag: 'worry', evidence });
  const changes = timelineOf(interview([flag('once'), flag('twice'), { type: 'unflag', flag: 'worry' }]))
    .visits.flatMap(({ moments }) => moments)
    .flatMap((moment) => moment.changes);
  expect(changes).toEqual([
    { of: 'flag', flag: 'worry', evidence: ['once'], is: 'added' },
    { of: 'flag', flag: 'worry', evidence: ['twice'], is: 'changed' },
    { of: 'flag', flag: 'worry', evidence: ['twice'], is: 'removed' },
  ]);
});

test('the recommendation shows with the first verdict, and what comes after is marked', () => {
  const { visits, revealed } = timelineOf(
    interview([
      rate('depth', 4),
      rate('care', 4),
      rate('talk', 4),
      { type: 'verdict', is: 'no' },
      rate('talk', 5),
      { type: 'verdict', is: 'yes' },
      { type: 'submit' },
    ]),
  );
  expect(revealed).toEqual({ at: at(40), recommendation: 'yes' });
  const moments = visits.flatMap((visit) => visit.moments);
  expect(moments.map(({ isAfterReveal }) => isAfterReveal)).toEqual([false, false, false, false, true, true, true]);
});

test('an amendment reveals nothing: its interviewer knew', () => {
  const amends = { digest: 'sha256:a', dimensions: {}, flags: [], notes: [] };
  expect(timelineOf(interview([{ type: 'verdict', is: 'no' }], { amends })).revealed).toBeUndefined();
});
