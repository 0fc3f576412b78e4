import { describe, expect, test } from 'vitest';
import { toNumber } from '../../../src/core/numbers/rational.js';
import { amended, meetingAbout, sealed } from '../../support/meetings.js';

const LEE = sealed({ interviewer: 'J. Lee', ratings: [4, 2, 3], verdict: 'yes', day: '2026-11-20' });
const NOVAK = sealed({
  interviewer: 'A. Novak',
  ratings: [4, 5, 'not-assessed'],
  verdict: 'strong-no',
  day: '2026-11-21',
});
const DIAZ = sealed({ interviewer: 'R. Díaz', ratings: [3, 4, 3], verdict: 'no-decision', day: '2026-11-22' });

describe('what to talk about first', () => {
  test('is where ratings differ most by weight, the highest side first', () => {
    const { topics } = meetingAbout([LEE, NOVAK, DIAZ]);
    expect(topics.map(({ row, range, product }) => [row.dimension.id, range, product])).toEqual([
      ['care', 3, 90],
      ['depth', 1, 50],
    ]);
    expect(topics[0]?.sides.map(({ rating, members }) => [rating, members])).toEqual([
      [5, [1]],
      [4, [2]],
      [2, [0]],
    ]);
    expect(topics[0]?.sides[0]?.anchor).toBe('five');
  });

  test('is at most three dimensions, and none where all agree', () => {
    const same = meetingAbout([LEE, sealed({ interviewer: 'B. Same', ratings: [4, 2, 3] })]);
    expect(same.topics).toEqual([]);
  });
});

describe('ratings of a dimension', () => {
  test('are apart from half the scale on', () => {
    const { rows } = meetingAbout([LEE, NOVAK, DIAZ]);
    expect(rows.map(({ range, isApart }) => [range, isApart])).toEqual([
      [1, false],
      [3, true],
      [0, false],
    ]);
  });

  test('have a median and a mean of those that were given: not assessed is no zero', () => {
    const { rows } = meetingAbout([LEE, NOVAK, DIAZ]);
    expect(rows.map(({ median, mean }) => [median && toNumber(median), mean && toNumber(mean)])).toEqual([
      [4, 11 / 3],
      [4, 11 / 3],
      [3, 3],
    ]);
  });
});

describe('verdicts', () => {
  test('stand with the strongest objection first', () => {
    const { byVerdict } = meetingAbout([LEE, NOVAK, DIAZ]);
    expect(byVerdict.map(({ verdict }) => verdict?.is)).toEqual(['strong-no', 'yes', 'no-decision']);
  });
});

describe('the talk', () => {
  const AFTER = amended(LEE, { ratings: [4, 3, 3], verdict: 'no', day: '2026-11-25' }, 'A. Novak probed further');

  test('has not been while nobody sealed after it, unless it is said', () => {
    expect(meetingAbout([LEE, NOVAK, DIAZ]).isAfterTalk).toBe(false);
    expect(meetingAbout([LEE, NOVAK, DIAZ], true)).toMatchObject({ isAfterTalk: true, changes: [], before: undefined });
  });

  test('is told by what it changed: who, which ratings and verdict, and why', () => {
    const meeting = meetingAbout([LEE, NOVAK, DIAZ, AFTER]);
    expect(meeting).toMatchObject({ isAfterTalk: true, talkedOn: '2026-11-25' });
    expect(meeting.changes).toEqual([
      {
        member: 0,
        ratings: [{ at: 1, from: 2, to: 3 }],
        verdicts: [{ from: 'yes', to: 'no' }],
        reason: 'A. Novak probed further',
      },
    ]);
  });

  test('leaves the panel as it stood before it', () => {
    const { before } = meetingAbout([LEE, NOVAK, DIAZ, AFTER]);
    expect(before?.exact).toEqual(meetingAbout([LEE, NOVAK, DIAZ]).panel.exact);
  });

  test('moves nobody: whoever amends keeps their place', () => {
    const names = (meeting: ReturnType<typeof meetingAbout>) => meeting.panel.members.map(({ shown }) => shown);
    expect(names(meetingAbout([LEE, NOVAK, DIAZ, AFTER]))).toEqual(names(meetingAbout([LEE, NOVAK, DIAZ])));
    const { panel, rows } = meetingAbout([LEE, NOVAK, DIAZ, AFTER]);
    expect(rows.map(({ ratings }) => ratings.map(({ rating }) => rating))).toEqual(
      rows.map((_row, at) => panel.members.map((member) => member.ratings[at])),
    );
  });
});
