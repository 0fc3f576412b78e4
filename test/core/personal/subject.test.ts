import { describe, expect, test } from 'vitest';
import { nameKey } from '../../../src/core/person/name.js';
import type { Pair, Person } from '../../../src/core/person/person.js';
import { findSubject, holdsWord, type Subject } from '../../../src/core/personal/subject.js';

const KNOWN: readonly Person[] = [
  { name: 'Ada Example', id: 'ada@example.com' },
  { name: 'ADA example' },
  { name: 'Bo Sample' },
  { name: 'Maya Fernandez', id: 'm1' },
  { name: 'Maya Fernandez', id: 'm2' },
  { name: 'Maya Fernandez' },
];

function found(typed: string, same: readonly Pair[] = []): Subject {
  const match = findSubject(typed, KNOWN, same);
  if (match.type !== 'found') throw new Error('ambiguous');
  return match.subject;
}

describe('whom a name means', () => {
  test.each(['Ada Example', 'ada  EXAMPLE', 'ada@example.com', 'Ada Example <ADA@example.com>', 'ada'])(
    '%s',
    (typed) => {
      const subject = found(typed);
      expect(subject.person).toEqual(KNOWN[0]);
      expect(subject.is({ name: 'Ada Example' })).toBe('yes');
      expect(subject.is({ name: 'A. E.', id: 'ada@example.com' })).toBe('yes');
      expect(subject.is({ name: 'Bo Sample' })).toBe('no');
    },
  );

  test('the beginning of a name is not the whole of it', () => {
    expect(findSubject('ada', KNOWN, [])).toMatchObject({ isExact: false });
    expect(findSubject('ADA example', KNOWN, [])).toMatchObject({ isExact: true });
    expect(findSubject('Ada Example <ada@example.com>', KNOWN, [])).toMatchObject({ isExact: true });
    expect(findSubject('Ada <3', [{ name: 'Ada <3' }], [])).toMatchObject({ isExact: true });
  });

  test('a name that several people have means none of them; an id tells which', () => {
    expect(findSubject('Maya Fernandez', KNOWN, [])).toMatchObject({ type: 'ambiguous' });
    const first = found('m1');
    expect(first.is({ name: 'Maya Fernandez', id: 'm1' })).toBe('yes');
    expect(first.is({ name: 'Maya Fernandez', id: 'm2' })).toBe('no');
    expect(first.is({ name: 'Maya Fernandez' })).toBe('maybe');
  });

  test('names that were said to be one person are looked for together, by any of them', () => {
    for (const typed of ['Bo Sample', 'Robert Sample']) {
      const subject = found(typed, [['Bo Sample', 'Robert Sample']]);
      expect(subject.spellings.map(nameKey).sort()).toEqual(['bo sample', 'robert sample']);
      expect(subject.slugs).toContain('robert-sample');
      expect(subject.is({ name: 'robert sample' })).toBe('yes');
    }
  });

  test('somebody who is not known may still be mentioned', () => {
    const subject = found('Cy Third');
    expect(subject.is({ name: 'Ada Example' })).toBe('no');
    expect(subject.isNamedIn('better than Cy Third')).toBe(true);
  });
});

test.each<[string, boolean]>([
  ['She knew Ada Example.', true],
  ['ada\nEXAMPLE', true],
  ['(ada@example.com)', true],
  ['see 2026-11-20-ada-example-small-r-panel.json', true],
  ['Ada Examples', false],
  ['Nada Example', false],
  ['lada@example.com', false],
  ['Ada', false],
])('%j names Ada Example: %s', (text, isNamed) => {
  expect(found('Ada Example').isNamedIn(text)).toBe(isNamed);
});

test('where words have no spaces between them, a name is found inside', () => {
  expect(holdsWord('昨日は山田太郎さんと話した', '山田太郎')).toBe(true);
  expect(holdsWord('andrew', 'andré'.slice(0, 4))).toBe(false);
});
