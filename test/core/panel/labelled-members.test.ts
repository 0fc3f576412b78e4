import { expect, test } from 'vitest';
import { readPanelCard } from '../../../src/core/panel/card.js';
import { createEditionRegistry } from '../../../src/core/panel/edition.js';
import { membersOf } from '../../../src/core/panel/member.js';
import { whoIsWho } from '../../../src/core/panel/who.js';
import { sealed } from '../../support/meetings.js';

/** Cards of people who go by labels, sealed in this order, and one of somebody who may be named. */
function membersSealed(labels: readonly string[]) {
  const registry = createEditionRegistry();
  const cards = [...labels, 'J. Lee'].map((interviewer, at) => {
    const day = `2026-11-0${at + 1}T10:00:00Z`;
    const card = { ...sealed({ interviewer, ratings: [3, 3, 3] }), digest: undefined, submittedAt: day };
    const read = readPanelCard({ ...card, status: 'draft' }, `${at}`, { registry, keepsEvidence: false });
    if (!read?.ok) throw new Error(JSON.stringify(read));
    return { ...read.value, at: day, ...(interviewer === 'J. Lee' ? {} : { isLabelled: true }) };
  });
  return membersOf(cards, whoIsWho(cards).interviewers).map(({ shown }) => shown);
}

test('who goes by a label stands where the label says, whoever sealed first', () => {
  const order = ['Interviewer A', 'Interviewer B', 'Interviewer C', 'J. Lee'];
  expect(membersSealed(['Interviewer C', 'Interviewer A', 'Interviewer B'])).toEqual(order);
  expect(membersSealed(['Interviewer B', 'Interviewer C', 'Interviewer A'])).toEqual(order);
});
