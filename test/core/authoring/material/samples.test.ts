import { describe, expect, test } from 'vitest';
import { adviseSamples, parseSamples } from '../../../../src/core/authoring/material/samples.js';
import { createRubric } from '../../../support/rubrics.js';

const RUBRIC = createRubric([{ id: 'craft', weight: 100 }]);
const sample = (rating: number, more: object = {}) => ({
  dimension: 'craft',
  rating,
  answer: 'I did it.',
  why: 'Told.',
  ...more,
});
const file = (samples: readonly object[], more: object = {}) => ({
  rubric: 'sample',
  version: '1.0.0',
  samples,
  ...more,
});
const GOOD = [sample(1), sample(3, { border: '2-3' }), sample(5)];

function codes(data: object): readonly string[] {
  const parsed = parseSamples(data, RUBRIC);
  const problems = parsed.ok ? adviseSamples(parsed.value, RUBRIC) : parsed.problems;
  return problems.map(({ code }) => code);
}

describe('samples', () => {
  test.each<[string, object, string[]]>([
    ['spread over the scale, one near a border', file(GOOD), []],
    ['of another rubric', file(GOOD, { rubric: 'other' }), ['other-rubric']],
    ['of a dimension that there is not', file([...GOOD, sample(3, { dimension: 'crft' })]), ['unknown-dimension']],
    ['off the scale', file([...GOOD, sample(6)]), ['off-scale']],
    ['near a border that is not the rating’s', file([...GOOD, sample(3, { border: '4-5' })]), ['sample-border']],
    ['near a border that is none', file([...GOOD, sample(3, { border: 'high' })]), ['sample-border']],
    ['without the reason', file([...GOOD, { dimension: 'craft', rating: 3, answer: 'x' }]), ['missing']],
    ['rated by another version', file(GOOD, { version: '0.9.0' }), ['samples-version']],
    ['two of a dimension', file(GOOD.slice(1)), ['few-samples']],
    ['all of one rating', file([sample(3), sample(3), sample(3, { border: '3-4' })]), ['narrow-samples']],
    ['none near a border', file([sample(1), sample(3), sample(5)]), ['no-border-sample']],
  ])('%s', (_name, data, expected) => {
    expect(codes(data)).toEqual(expected);
  });
});
