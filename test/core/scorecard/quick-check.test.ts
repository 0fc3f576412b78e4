import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseScorecard, parseScoredRow } from '../../../src/core/scorecard/parse-scorecard.js';
import { isScorecard, isScoredRow } from '../../../src/core/scorecard/quick-check.js';
import { PROPERTY_RUNS } from '../../support/property-runs.js';
import { createScorecard } from '../../support/scorecards.js';

const CARD = {
  ...createScorecard({
    ratings: [4, 'not-assessed', 'not-applicable'],
    verdict: 'yes',
    flags: ['worry'],
    notes: ['said so'],
    variant: 'first',
  }),
  unblinded: true,
};
const { id: _id, status: _status, digest: _digest, ...ROW } = CARD;

const KINDS = {
  'a scorecard': { valid: CARD, quick: isScorecard, full: parseScorecard },
  'a scored row': { valid: { ...ROW, line: 7 }, quick: isScoredRow, full: parseScoredRow },
  'a simpler row': {
    valid: {
      ...{ ...ROW, interviewer: null, verdict: 'no', startedAt: undefined },
      dimensions: ROW.dimensions.map((dimension) => ({ ...dimension, evidence: 'one text' })),
    },
    quick: isScoredRow,
    full: parseScoredRow,
  },
};

/** JSON as text, so that `1e999` and `__proto__` come in as they do from a file. */
const JUNK = fc.oneof(
  fc.constantFrom(
    ...['null', '""', '"x"', '0', '-0', '-1', '1.5', '3', 'true', '[]', '{}', '[null]', '[""]', '[1]', '[[]]'],
    ...['1e999', '-1e999', '1e308', '5e-324', '9007199254740991', '9007199254740992', '1000', '1001', '100', '101'],
    ...[
      '"draft"',
      '"not-assessed"',
      '"stop"',
      '"no"',
      '"no-decision"',
      '"2026-02-30T10:00:00Z"',
      '"2026-02-28T10:00Z"',
    ],
    ...['"2026-02-28T10:00:00+01:00"', '"\\ud800"', '{"toString":1}', '{"length":1}', '{"__proto__":{"id":"x"}}'],
    ...['{"is":"yes"}', '{"is":"maybe"}', '{"__proto__":5}', '{"1":5}', '{"1":"a"}'],
  ),
  fc.json({ maxDepth: 2 }),
);
const KEYS = ['__proto__', 'toString', 'constructor', 'length', 'hasOwnProperty', 'line', 'extra'];

type Change = { readonly at: number; readonly key: string | undefined; readonly junk: string | undefined };
const CHANGE: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  key: fc.option(fc.constantFrom(...KEYS), { nil: undefined, freq: 4 }),
  junk: fc.option(JUNK, { nil: undefined, freq: 5 }),
});

/** One place of the JSON text replaced, taken away, or given a further key. */
function changed(text: string, { at, key, junk }: Change): string {
  const places = [...text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*|true|false|null|[[{]/g)];
  const place = places[at % places.length];
  const value = junk ?? 'null';
  const start = place.index;
  const end = start + place[0].length;
  if (/^[[{]$/.test(place[0])) {
    if (key === undefined) return replaceBlock(text, start, value);
    return place[0] === '{' ? `${text.slice(0, end)}${JSON.stringify(key)}:${value},${text.slice(end)}` : text;
  }
  if (text[end] === ':') return `${text.slice(0, start)}${JSON.stringify(key ?? 'gone')}${text.slice(end)}`;
  return `${text.slice(0, start)}${value}${text.slice(end)}`;
}

function replaceBlock(text: string, start: number, value: string): string {
  const rest = text.slice(start);
  for (let end = rest.search(/[\]}]/); end < rest.length; end += 1) {
    try {
      JSON.parse(rest.slice(0, end + 1));
      return text.slice(0, start) + value + rest.slice(end + 1);
    } catch {
      // It isn't closed yet.
    }
  }
  return text;
}

test('the quick check is the compiled one, not zod itself', () => {
  expect(`${isScorecard}${isScoredRow}`).not.toContain('safeParse');
});

test.each(Object.entries(KINDS))(
  '%s is taken by the quick check and by the schema',
  (_name, { valid, quick, full }) => {
    const data = JSON.parse(JSON.stringify(valid));
    expect(quick(data)).toBe(true);
    expect(full(data).ok).toBe(true);
  },
);

test.each(Object.entries(KINDS))(
  '%s, however it is damaged, is taken by the quick check exactly where the schema takes it',
  (_name, { valid, quick, full }) => {
    const counts = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(fc.array(CHANGE, { minLength: 1, maxLength: 3 }), (changes) => {
        const text = changes.reduce(changed, JSON.stringify(valid));
        const data = parsed(text);
        if (data === undefined) return;
        const isTaken = full(data).ok;
        expect(quick(data), text).toBe(isTaken);
        counts[isTaken ? 'taken' : 'refused'] += 1;
      }),
      { numRuns: 30 * PROPERTY_RUNS },
    );
    expect(counts.taken).toBeGreaterThan(2 * PROPERTY_RUNS);
    expect(counts.refused).toBeGreaterThan(10 * PROPERTY_RUNS);
  },
);

/** `undefined` where a change left a trailing comma. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
