import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRubric } from '../../src/core/parse-rubric.js';
import type { Rubric } from '../../src/core/rubric.js';
import { HOME } from './fake-host.js';

/** A small valid rubric as YAML: two dimensions of 60 and 40, the second optional, one flag of each severity. */
export const SMALL_RUBRIC = readFileSync(join(HOME, 'test/fixtures/small.yaml'), 'utf8');

interface DimensionParts {
  readonly id: string;
  readonly weight: number;
  readonly minimum?: number;
  readonly optional?: boolean;
}

/** A valid rubric around the given dimensions, with bands at 4.2, 3 and 2 and coverage of 70. */
export function createRubric(
  dimensions: readonly DimensionParts[],
  more: Partial<Record<string, unknown>> = {},
): Rubric {
  const checked = parseRubric({
    id: 'sample',
    title: 'Sample role',
    version: '1.0.0',
    summary: 'A role for tests.',
    scale: { bar: 3, labels: { 1: 'Far below', 2: 'Below', 3: 'Meets', 4: 'Above', 5: 'Well above' } },
    dimensions: dimensions.map((dimension) => ({
      name: `Dimension ${dimension.id}`,
      meetsBar: 'Does it.',
      anchors: { 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five' },
      questions: [{ ask: `Tell me about ${dimension.id}.` }, { ask: `And another of ${dimension.id}?` }],
      ...dimension,
    })),
    redFlags: [
      { id: 'stopper', flag: 'Something that stops', severity: 'stop' },
      { id: 'worry', flag: 'Something that worries', severity: 'concern' },
    ],
    recommendation: { coverageAtLeast: 70, bands: { 'strong-yes': 4.2, yes: 3, no: 2 } },
    ...more,
  });
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join('; '));
  return checked.value;
}
