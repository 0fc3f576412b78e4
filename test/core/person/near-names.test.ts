import { describe, expect, test } from 'vitest';
import { nearPeople, samePair, withoutDifferent } from '../../../src/core/person/near-names.js';
import { createPeople } from '../../../src/core/person/person.js';

function areNear(a: string, b: string): boolean {
  return nearPeople([{ name: a }, { name: 'Zoe Unlike' }, { name: b }]).length === 1;
}

test.each([
  ['Maya Fernandez', 'Maya Fernández'],
  ['Søren Łukasz', 'Soren Lukasz'],
  ['Maya Fernandez', 'Maya Fernandes'],
  ['Maya Fernandez', 'Maya Fernadnez'],
  ['Maya Fernandez', 'Maya Fernndez'],
  ['Example, Ada', 'Ada Example'],
  ['Ada M. Example', 'Ada Example'],
  ['Ada M. Example', 'Ada Marie Example'],
  ['A. Example', 'Ada Example'],
  ["Mary O'Brien", 'Mary OBrien'],
  ['Anne-Marie Example', 'Annemarie Example'],
  ['山田 太郎', '山田太郎'],
  ['R Panel', 'R. Panel'],
])('%s and %s may be one person', (a, b) => {
  expect(areNear(a, b)).toBe(true);
});

test.each([
  ['R. Panel', 'S. Panel'],
  ['Ben Example', 'Len Example'],
  ['Candidate 12', 'Candidate 13'],
  ['Ada M. Example', 'Ada L. Example'],
  ['Ada Example', 'Ben Example'],
  ['山田 太郎', '山田 次郎'],
  ['Ada Example', 'Ada Sample'],
])('%s and %s are two people', (a, b) => {
  expect(areNear(a, b)).toBe(false);
});

describe('near people', () => {
  test('are two where each has an id', () => {
    const [plain, accented] = [{ name: 'Maya Fernandez' }, { name: 'Maya Fernández', id: '7' }];
    expect(nearPeople([plain, accented])).toEqual([[plain, accented]]);
    expect(nearPeople([{ ...plain, id: '8' }, accented])).toEqual([]);
  });

  test('are told with what says that they are one: the id where there is one', () => {
    expect(samePair([{ name: 'Maya Fernandez' }, { name: 'Maya Fernández', id: '7' }])).toBe('Maya Fernandez=7');
  });

  test('are not told where somebody said that they are two', () => {
    const pairs = nearPeople([
      { name: 'Maya Fernandez' },
      { name: 'Maya Fernández', id: '7' },
      { name: 'M. Fernandez' },
    ]);
    const people = createPeople(pairs.flat());
    const left = withoutDifferent(pairs, { people, different: [['maya fernandez', '7']] });
    expect(left.map(samePair)).toEqual(['Maya Fernandez=M. Fernandez', '7=M. Fernandez']);
  });

  test('are found among very many in a moment', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const many = Array.from({ length: 17_576 }, (_, at) => ({
      name: `Zy${letters[at % 26]}${letters[Math.floor(at / 26) % 26]}${letters[Math.floor(at / 676)]}ra Silva`,
    }));
    const start = performance.now();
    nearPeople(many);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
