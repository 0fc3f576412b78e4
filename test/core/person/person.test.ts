import { describe, expect, test } from 'vitest';
import { createPeople, type Person } from '../../../src/core/person/person.js';

const one = { name: 'Ada Example', id: 'ada.one@example.com' };
const two = { name: 'Ada Example', id: 'ada.two@example.org' };
const nameless: Person = { name: 'ada  example' };

describe('who is who', () => {
  test('people with ids are their ids, in any case and under any name', () => {
    const people = createPeople([one, two]);
    expect(people.isSame(one, { name: 'A. Example', id: 'ADA.ONE@example.com' })).toBe(true);
    expect(people.isSame(one, two)).toBe(false);
  });

  test('a name without an id is the one person of that name', () => {
    const people = createPeople([one, nameless]);
    expect(people.keyOf(nameless)).toBe(people.keyOf(one));
    expect(people.isShared(one)).toBe(false);
  });

  test('a name that two ids share is nobody in particular', () => {
    const people = createPeople([one, nameless, two]);
    expect(people.keyOf(nameless)).toBeUndefined();
    expect(people.isSame(nameless, one)).toBe(true);
    expect(people.isSame(nameless, two)).toBe(true);
    expect(people.isShared(one)).toBe(true);
  });

  test('without any id, a name is a person', () => {
    const people = createPeople();
    expect(people.isSame(nameless, { name: 'Ada Example' })).toBe(true);
    expect(people.isSame(nameless, { name: 'Ben Example' })).toBe(false);
  });

  test('an empty id is none', () => {
    expect(createPeople([one]).isSame({ name: one.name, id: '' }, one)).toBe(true);
  });
});

describe('what was said to be one person', () => {
  const plain = { name: 'Maya Fernandez' };
  const accented = { name: 'Maya Fernández' };

  test('two names are, and names that were said of each', () => {
    const people = createPeople(
      [],
      [
        ['Maya Fernandez', 'Maya Fernández'],
        ['M. Fernández', 'maya fernandez'],
      ],
    );
    expect(people.isSame(plain, accented)).toBe(true);
    expect(people.isSame({ name: 'M. Fernández' }, accented)).toBe(true);
  });

  test('a name is the id of the other name', () => {
    const withId = { ...accented, id: 'maya@example.com' };
    const people = createPeople([plain, withId], [['Maya Fernandez', 'Maya Fernández']]);
    expect(people.isSame(plain, withId)).toBe(true);
  });

  test('a name that two share is the one whose id was said', () => {
    const people = createPeople([one, two, nameless], [['Ada Example', 'ada.one@example.com']]);
    expect(people.isSame(nameless, one)).toBe(true);
    expect(people.isSame(nameless, two)).toBe(false);
    expect(people.isShared(two)).toBe(true);
  });

  test('two ids are, and their name is no longer shared', () => {
    const people = createPeople([one, two, nameless], [['ada.one@example.com', 'ada.two@example.org']]);
    expect(people.isSame(one, two)).toBe(true);
    expect(people.keyOf(nameless)).toBe(people.keyOf(two));
    expect(people.isShared(one)).toBe(false);
  });

  test('two names of which each has an id stay two people', () => {
    const people = createPeople(
      [
        { ...plain, id: '1' },
        { ...accented, id: '2' },
      ],
      [['Maya Fernandez', 'Maya Fernández']],
    );
    expect(people.isSame({ ...plain, id: '1' }, { ...accented, id: '2' })).toBe(false);
    expect(people.keyOf(plain)).toBeUndefined();
  });

  test('a long chain of names costs no more than its length', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => [`n${at + 1}`, `n${at}`] as const);
    const people = createPeople([], chain);
    expect(people.isSame({ name: 'n0' }, { name: 'n20000' })).toBe(true);
  });
});
