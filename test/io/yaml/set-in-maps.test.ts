import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { setInMaps } from '../../../src/io/yaml/set-in-maps.js';

const key = fc.constantFrom('a', 'b', 'c', 'd');
const scalar = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('yes', 'no', 'true', '# none', 'a: b', '', 'two\nlines\n', "it's"),
);
const value = fc.oneof(scalar, fc.array(fc.dictionary(key, scalar)), fc.dictionary(key, scalar));
const map = fc.dictionary(key, value, { minKeys: 1 });

test('what is set is read back, and nothing else is another', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(map, fc.dictionary(key, value)), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (pairs, isFlow) => {
        const data = { list: pairs.map(([before]) => before) };
        const text = stringify(data, isFlow ? { collectionStyle: 'flow' } : { lineWidth: 20 });
        const changes = pairs.map(([, values], at) => ({ path: ['list', at], values }));
        expect(parse(setInMaps(text, changes))).toEqual({
          list: pairs.map(([before, values]) => ({ ...before, ...values })),
        });
      },
    ),
  );
});

test('a key comes behind the comment of the last line, and before those of what follows', () => {
  const text = 'list:\n  - a: 1 # one\n  # of the second\n  - a: 2\n';
  expect(setInMaps(text, [{ path: ['list', 0], values: { b: [] } }])).toBe(
    'list:\n  - a: 1 # one\n    b: []\n  # of the second\n  - a: 2\n',
  );
});

test('a file with line ends of Windows keeps them', () => {
  expect(setInMaps('list:\r\n  - a: 1\r\n', [{ path: ['list', 0], values: { b: { c: [{ d: 1 }] } } }])).toBe(
    'list:\r\n  - a: 1\r\n    b:\r\n      c:\r\n        - { d: 1 }\r\n',
  );
});
