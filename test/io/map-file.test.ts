import { array, assert, constantFrom, option, property, record, string, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { mapFileData, parseMapFile, type TableMap } from '../../src/core/table/map/map-file.js';
import { yamlText } from '../../src/io/yaml/write-yaml.js';
import { parseYamlSource } from '../../src/io/yaml/yaml-source.js';
import { PROPERTY_RUNS } from '../support/property-runs.js';

function read(text: string) {
  const source = parseYamlSource(Buffer.from(text));
  if (!source.ok) throw new Error(source.problems.map(({ message }) => message).join('; '));
  const checked = parseMapFile(source.value.data);
  if (checked.ok) return checked.value;
  return checked.problems.map(source.value.locate).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const MAP = `# How the form is read.
columns:
  Timestamp: date
  "Would you hire?": { is: verdict, values: { Maybe: no-decision } }
  How much? (1-5): craft
  Comments:
values:
  Above: 4
dates: { order: mdy }
table: { delimiter: ;, encoding: windows-1252 }
`;

test('a map says what columns hold, what texts mean, and how the file is written', () => {
  expect(read(MAP)).toMatchObject({
    columns: [
      { header: 'Timestamp', target: 'date' },
      { header: 'Would you hire?', target: 'verdict' },
      { header: 'How much? (1-5)', target: 'craft' },
      { header: 'Comments', target: '' },
    ],
    values: [
      { text: 'Above', meaning: '4' },
      { header: 'Would you hire?', text: 'Maybe', meaning: 'no-decision' },
    ],
    dateOrder: 'mdy',
    delimiter: ';',
    encoding: 'windows-1252',
  });
});

test.each([
  ['colums: {}', '1:1 unknown key "colums"; did you mean "columns"?'],
  ['columns:\n  Timestamp: [date]', /^2:3 /],
  ['dates: { order: dmv }', /^1:17 .*dmy/],
  ['columns:\n  Would you?: { is: verdict, valus: {} }', /did you mean "values"/],
  ['table: { delimeter: ";" }', /^1:10 .*did you mean "delimiter"/],
])('a mistake is told at its place: %j', (text, expected) => {
  const found = read(text);
  expect(found).toEqual(
    expect.arrayContaining([typeof expected === 'string' ? expected : expect.stringMatching(expected)]),
  );
});

test.each(['\u2000', '\u3000x', 'x\u00a0', '\ufeffx'])(
  'a space of another kind at an end of a text is read back: %j',
  (text) => {
    const columns = [{ header: text, target: '' }];
    expect(read(yamlText(mapFileData({ columns, values: [] }), ''))).toMatchObject({ columns });
  },
);

test('line ends of Unicode are escaped in quotes, and read back', () => {
  const values = [{ text: 'a\u2028b', meaning: '\u2029' }];
  const written = yamlText(mapFileData({ columns: [], values }), 'How it is read.');
  expect(written).toContain('"a\\u2028b": "\\u2029"');
  expect(read(written)).toMatchObject({ values });
});

test('whatever a map says, its file reads back as the same', () => {
  const text = string({ unit: 'binary', maxLength: 12 }).filter(
    (one) => one !== '__proto__' && Buffer.from(one).toString() === one,
  );
  const entry = record({ text, meaning: text });
  const maps = record({
    columns: uniqueArray(record({ header: text, target: text, own: array(entry, { maxLength: 2 }) }), {
      selector: ({ header }) => header,
      maxLength: 4,
    }),
    everywhere: array(entry, { maxLength: 3 }),
    dateOrder: option(constantFrom('dmy' as const, 'mdy' as const), { nil: undefined }),
    delimiter: option(constantFrom(';', 'tab', '|'), { nil: undefined }),
  });
  assert(
    property(maps, ({ columns, everywhere, dateOrder, delimiter }) => {
      const once = <T extends { text: string }>(values: readonly T[]) => [
        ...new Map(values.map((value) => [value.text, value])).values(),
      ];
      const map: TableMap = {
        columns: columns.map(({ header, target }) => ({ header, target })),
        values: [
          ...once(everywhere),
          ...columns.flatMap(({ header, own }) => once(own).map((value) => ({ header, ...value }))),
        ],
        dateOrder,
        delimiter,
        encoding: undefined,
      };
      const back = read(yamlText(mapFileData(map), 'How it is read.'));
      if (Array.isArray(back)) throw new Error(back.join('; '));
      const plain = (value: TableMap) => ({
        ...value,
        columns: value.columns.map(({ header, target }) => [header, target]).sort(),
        values: value.values.map(({ header, text: cell, meaning }) => [header ?? null, cell, meaning]).sort(),
      });
      expect(plain(back as TableMap)).toEqual(plain(map));
    }),
    { numRuns: 4 * PROPERTY_RUNS },
  );
});
