import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nameKey } from '../../../src/core/person/name.js';
import { ScorecardError } from '../../../src/errors.js';
import { storeAt } from '../../../src/io/store/folder-store.js';
import { createFakeHost } from '../../support/fake-host.js';

function storeWith(people?: string) {
  const host = createFakeHost(people === undefined ? {} : { files: { 'store/people.yaml': people } });
  return { store: storeAt('store', host), file: join(host.cwd, 'store/people.yaml') };
}

test('a store without the file says nothing of who is who', () => {
  expect(storeWith().store.readPeople()).toEqual({ same: [], different: [], holds: [] });
});

test('what is recorded is read again, in a file private to the user that says what it is', () => {
  const { store, file } = storeWith();
  store.recordPeople({ same: [['Maya Fernandez', 'Maya Fernández']] });
  store.recordPeople({ same: [['A: "B"', '007']], different: [['Ada Example', 'Adam Example']] });
  store.recordPeople({ same: [['Maya Fernández', 'Maya Fernandez']] });
  expect(store.readPeople()).toEqual({
    same: [
      ['Maya Fernandez', 'Maya Fernández'],
      ['A: "B"', '007'],
    ],
    different: [['Ada Example', 'Adam Example']],
    holds: [],
  });
  expect(readFileSync(file, 'utf8')).toMatchInlineSnapshot(`
    "# Who is who. Each item of a list holds names or ids (put an id of digits in quotes).
    # same: they are one person. different: they look alike, and are not one person.
    # holds: their data is kept, whatever asks for it to be deleted.

    same:
      - [Maya Fernandez, Maya Fernández]
      - ['A: "B"', "007"]
    different:
      - [Ada Example, Adam Example]
    "
  `);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('what was written by hand stays when something is added', () => {
  const { store, file } = storeWith(
    '# ours\nsame:\n  - [Ada Example, ada@example.com, A. Example] # as she said\n  # and\n  - - R. Panel\n    - Ruth Panel\n',
  );
  expect(store.readPeople().same).toEqual([
    ['Ada Example', 'ada@example.com'],
    ['ada@example.com', 'A. Example'],
    ['R. Panel', 'Ruth Panel'],
  ]);
  store.recordPeople({ same: [['B', 'C']] });
  expect(readFileSync(file, 'utf8')).toBe(
    '# ours\nsame:\n  - [Ada Example, ada@example.com, A. Example] # as she said\n  # and\n  - - R. Panel\n    - Ruth Panel\n  - [B, C]\n',
  );
});

test('lists that hold nothing, and a file of comments, say nothing and take more', () => {
  for (const text of ['', '# only a comment\n', 'same:\n', 'same: []\n', 'different:\nsame:\n']) {
    const { store } = storeWith(text);
    expect(store.readPeople()).toEqual({ same: [], different: [], holds: [] });
    store.recordPeople({ same: [['A', 'B']] });
    expect(store.readPeople().same).toEqual([['A', 'B']]);
  }
});

test.each([
  ['smae: []\n', '1:1: unknown key "smae"; did you mean "same"?'],
  ['same:\n  - [Ada]\n', '2:5: "same 1" needs at least 2 items'],
  ['same:\n  - [Ada, 007]\n', '2:11: '],
  ['same: [[Ada, B]\n', '1:7: '],
])('a mistake in it is told with its place: %j', (text, told) => {
  const { store, file } = storeWith(text);
  const mistakes = () => {
    try {
      store.readPeople();
      return [];
    } catch (error) {
      if (!(error instanceof ScorecardError)) throw error;
      return error.problems.map(({ line, column, message, file }) => [file, `${line}:${column}: ${message}`]);
    }
  };
  const [found] = mistakes();
  expect(found?.[0]).toBe(file);
  expect(found?.[1]).toContain(told);
  // Nor is it written over.
  expect(() => store.recordPeople({ same: [['A', 'B']] })).toThrow(ScorecardError);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('a long list is read whole', () => {
  const { store, file } = storeWith('');
  writeFileSync(
    file,
    `same:\n${Array.from({ length: 5_000 }, (_, at) => `  - [name ${at}, name ${at + 1}]\n`).join('')}`,
  );
  expect(store.readPeople().same).toHaveLength(5_000);
});

const isAda = (text: string) => nameKey(text).includes('ada example');

test('holds are recorded and released beside what else the file says', () => {
  const { store, file } = storeWith('# ours\nsame:\n  - [Bo, Bob] # asked\n');
  store.recordHold({ person: 'Ada Example', why: 'charge: 24-118', since: '2026-11-26', by: 'H. R.' });
  store.recordHold({ person: 'Bo', why: 'another' });
  expect(store.readPeople().holds).toEqual([
    { person: 'Ada Example', why: 'charge: 24-118', since: '2026-11-26', by: 'H. R.' },
    { person: 'Bo', why: 'another' },
  ]);
  store.releaseHolds(isAda);
  expect(store.readPeople().holds).toEqual([{ person: 'Bo', why: 'another' }]);
  store.releaseHolds(() => true);
  expect(readFileSync(file, 'utf8')).toBe('# ours\nsame:\n  - [Bo, Bob] # asked\n');
});

test.each(['holds: [Ada]', 'holds: [{ person: Ada }]', 'holds: [{ person: Ada, why: x, when: y }]'])(
  'a hold that does not say whom and why, or says something else, is refused: %s',
  (text) => {
    expect(() => storeWith(text).store.readPeople()).toThrow(ScorecardError);
  },
);

test('a person who is forgotten leaves no name, and takes no comment and no pair of others with them', () => {
  const { store, file } = storeWith(`# who is who
# ADA  example rang on Monday
same:
  - [Ada Example, A. Example] # Ada Example again
  - [Bo, Bob] # said Bo
  - [Cy, "cy@example.com", Ada Example]
different:
  - [Ada Example, Adam Example]
`);
  store.forgetPeople(['ada example', 'A. Example']);
  expect(readFileSync(file, 'utf8')).toBe(`same:
  - [Bo, Bob] # said Bo
  - [Cy, "cy@example.com"]
`);
});

test('what a terminal would act on is written as an escape, and all else as people wrote it', () => {
  const { store, file } = storeWith('\ufeff# a\tb\r\nsame:\r\n  - [Bo,\tBob]\r\n');
  store.recordPeople({ same: [['Ada\u009b31m', '\u202eEve']] });
  expect(readFileSync(file, 'utf8').replaceAll('\r', '')).toBe(
    '# a\tb\nsame:\n  - [Bo, Bob]\n  - ["Ada\\u009b31m", "\\u202eEve"]\n',
  );
  expect(store.readPeople().same).toContainEqual(['Ada\u009b31m', '\u202eEve']);
});

test('a shorter name takes nothing from a longer one', () => {
  const text = 'same:\n  - [Ada Example, "ada@example.com"]\n  - [Ada, Adah]\n';
  const { store, file } = storeWith(text);
  store.forgetPeople(['Ada']);
  expect(readFileSync(file, 'utf8')).toBe('same:\n  - [Ada Example, "ada@example.com"]\n');
});

test('where nothing is left to say, the comments stay', () => {
  const { store, file } = storeWith('# ours\n\nholds:\n  - { person: Ada Example, why: x }\n');
  store.releaseHolds(isAda);
  expect(readFileSync(file, 'utf8').trimEnd()).toBe('# ours');
  expect(store.readPeople().holds).toEqual([]);
});

test('where a person is not named, the file is not touched', () => {
  const text = 'same:   [ [Bo,Bob] ]\n';
  const { store, file } = storeWith(text);
  store.forgetPeople(['Ada Example']);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
