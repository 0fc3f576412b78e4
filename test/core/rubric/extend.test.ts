import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createMistake } from '../../../src/core/problem.js';
import { parseRubric } from '../../../src/core/rubric/parse-rubric.js';
import { applyVariant } from '../../../src/core/rubric/variant.js';
import { createRubric, SMALL_RUBRIC } from '../../support/rubrics.js';

type Loose = Record<string, any>;

const BASE = createRubric(
  [
    { id: 'talk', weight: 70, minimum: 2 },
    { id: 'owns', weight: 30 },
  ],
  { id: 'core' },
);

/** A rubric with a dimension of its own, and `talk` to be filled from the base. */
function extending(change: (rubric: Loose) => void = () => undefined): Loose {
  const rubric = parse(SMALL_RUBRIC) as Loose;
  const [craft] = rubric.dimensions;
  Object.assign(rubric, { extends: 'core', dimensions: [craft, { id: 'talk', weight: 40 }] });
  change(rubric);
  return rubric;
}

function codes(checked: ReturnType<typeof parseRubric>): readonly string[] {
  return checked.ok ? [] : checked.problems.map(({ code, path }) => `${code} ${path.join('.')}`);
}

test('a dimension of an id and a weight alone is filled from the rubric that is extended', () => {
  const checked = parseRubric(extending(), BASE);
  if (!checked.ok) throw new Error(codes(checked).join());
  expect(checked.value.dimensions.map(({ id, weight, minimum }) => ({ id, weight, minimum }))).toEqual([
    { id: 'craft', weight: 60, minimum: 2 },
    { id: 'talk', weight: 40, minimum: 2 },
  ]);
  expect(checked.value.dimensions[1]).toEqual({ ...BASE.dimensions[0], weight: 40 });
});

test('nothing else comes in: neither other dimensions nor red flags', () => {
  const checked = parseRubric(extending(), { ...BASE, aliases: ['basic'] });
  expect(checked.ok && checked.value).toMatchObject({ aliases: ['tiny'], title: 'Small role' });
  expect(checked.ok && checked.value.redFlags.map(({ id }) => id)).toEqual(['hides', 'blames']);
});

test('a variant may weigh a dimension that was filled', () => {
  const checked = parseRubric(extending(), BASE);
  if (!checked.ok) throw new Error(codes(checked).join());
  expect(applyVariant(checked.value, checked.value.variants[0]).dimensions.map(({ weight }) => weight)).toEqual([
    50, 50,
  ]);
});

test('the whole rubric is valid by itself, and the same when it is read again', () => {
  const checked = parseRubric(extending(), BASE);
  if (!checked.ok) throw new Error(codes(checked).join());
  expect(parseRubric(JSON.parse(JSON.stringify(checked.value)))).toEqual(checked);
});

describe('a mistake in what is extended is one problem, at its place', () => {
  test.each<[string, (rubric: Loose) => void, string[]]>([
    ['no such dimension', (r) => Object.assign(r.dimensions[1], { id: 'tlak' }), ['unknown-dimension dimensions.1.id']],
    ['another bar', (r) => Object.assign(r.scale, { bar: 4 }), ['other-scale scale']],
    [
      'a key of its own in a dimension that is filled',
      (r) => Object.assign(r.dimensions[1], { minutes: 20 }),
      ['partly-filled dimensions.1.minutes'],
    ],
    [
      'a mistyped key in one',
      (r) => Object.assign(r.dimensions[1], { minuets: 20 }),
      ['unknown-key dimensions.1.minuets'],
    ],
    ['no weight, which is never inherited', (r) => delete r.dimensions[1].weight, ['some-weights dimensions.1']],
    ['itself', (r) => Object.assign(r, { extends: 'small' }), ['extends-itself extends']],
    [
      'a name that both have',
      (r) => Object.assign(r.dimensions[0], { name: 'Dimension talk' }),
      ['duplicate-name dimensions.1'],
    ],
  ])('%s', (_what, change, expected) => {
    // `talk` is named by the variant and a red flag: those are no part of this.
    const rubric = extending((r) => {
      r.variants = [];
      r.redFlags = [];
      change(r);
    });
    expect(codes(parseRubric(rubric, BASE))).toEqual(expected);
  });

  test('a rubric that cannot be used', () => {
    const mistake = createMistake('unknown-base', { id: 'core', known: ['cores'] });
    const checked = parseRubric(extending(), mistake);
    expect(codes(checked)).toEqual(['unknown-base extends']);
    expect(checked.ok ? '' : checked.problems[0].message).toBe(
      'there is no rubric "core" to extend; did you mean "cores"?',
    );
  });

  test('a rubric that extends another itself', () => {
    expect(codes(parseRubric(extending(), { ...BASE, extends: 'other' }))).toEqual(['extends-chain extends']);
  });

  test('none at hand, although a dimension is to be filled', () => {
    expect(codes(parseRubric(extending()))).toEqual(['no-base extends']);
  });
});

test('other mistakes of the rubric are told beside it', () => {
  const rubric = extending((r) => {
    r.extends = 'cor';
    r.titel = 'x';
    r.dimensions[0].weight = 50;
  });
  const mistake = createMistake('unknown-base', { id: 'cor', known: ['core'] });
  expect(codes(parseRubric(rubric, mistake)).toSorted()).toEqual([
    'unknown-base extends',
    'unknown-key titel',
    'weights-sum dimensions',
  ]);
});
