import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseRubric } from '../../src/core/rubric/parse-rubric.js';
import type { Rubric } from '../../src/core/rubric/rubric.js';
import { anchoredRatings, type ScaleRange } from '../../src/core/rubric/scale.js';
import { HOME } from './fake-host.js';

/** A small valid rubric as YAML: two dimensions of 60 and 40, the second optional, one flag of each severity. */
export const SMALL_RUBRIC = readFileSync(join(HOME, 'test/fixtures/small.yaml'), 'utf8');

interface DimensionParts {
  readonly id: string;
  readonly name?: string;
  readonly aliases?: readonly string[];
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

/**
 * A valid rubric of four dimensions as a YAML file (JSON is YAML): First, Second, Third, Fourth; the last is optional.
 */
/** A rubric that comes with the program. */
export function readShipped(role: string): Rubric {
  const checked = parseRubric(parse(readFileSync(join(HOME, 'rubrics', `${role}.yaml`), 'utf8')));
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join('; '));
  return checked.value;
}

export function fourDimensions(): string {
  const dimension = (name: string, weight: number, optional = false) => ({
    id: name.toLowerCase(),
    name,
    weight,
    optional,
    minutes: 10,
    meetsBar: 'Does it.',
    anchors: Object.fromEntries([1, 2, 3, 4, 5].map((rating) => [rating, `${name}, what a ${rating} looks like.`])),
    questions: [{ ask: `Tell me about the ${name.toLowerCase()}.`, followUps: ['And then?'] }, { ask: 'What broke?' }],
  });
  const rubric = {
    id: 'four',
    title: 'Four',
    version: '1.0.0',
    summary: 'A role for tests.',
    scale: { bar: 3, labels: { 1: 'Far below', 2: 'Below', 3: 'Meets', 4: 'Above', 5: 'Well above' } },
    weightsRationale: 'The first matters most.',
    dimensions: [
      dimension('First', 40),
      dimension('Second', 30),
      dimension('Third', 20),
      dimension('Fourth', 10, true),
    ],
    redFlags: [
      { id: 'hides', flag: 'Hides a failure', severity: 'stop', probe: 'What would your team say?' },
      { id: 'blames', flag: 'Blames a person', severity: 'concern', dimension: 'second' },
    ],
    recommendation: { coverageAtLeast: 70, bands: { 'strong-yes': 4.2, yes: 3, no: 2 } },
  };
  return JSON.stringify(rubric, undefined, 2);
}

/**
 * A valid rubric on another scale, with an anchor and a label wherever there has to be one and bands at a quarter, a
 * half and three quarters. Without a weight in any of `dimensions`, all weigh the same.
 */
export function createScaledRubric(
  scale: ScaleRange & { readonly bar: number },
  dimensions: readonly (Omit<DimensionParts, 'weight'> & { readonly weight?: number })[],
  more: Partial<Record<string, unknown>> = {},
): Rubric {
  const texts = Object.fromEntries(anchoredRatings(scale).map((rating) => [String(rating), `What a ${rating} is`]));
  const at = (share: number) => scale.min + share * (scale.max - scale.min);
  return createRubric(dimensions.map((dimension) => ({ anchors: texts, ...dimension })) as readonly DimensionParts[], {
    scale: { ...scale, labels: texts },
    recommendation: { coverageAtLeast: 70, bands: { 'strong-yes': at(0.75), yes: at(0.5), no: at(0.25) } },
    ...more,
  });
}

/** 0 to 10 in halves: the scale on which a 1 may be the beginning of a 10. */
export const TENTHS = { min: 0, max: 10, step: 0.5, bar: 6 } as const;
/** The scale with a 0 in its middle. */
export const AROUND_ZERO = { min: -2, max: 2, bar: 0 } as const;
