import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { headerClashes } from '../../../src/core/authoring/header-clashes.js';
import { parseRubric } from '../../../src/core/rubric/parse-rubric.js';
import type { Rubric } from '../../../src/core/rubric/rubric.js';
import { SMALL_RUBRIC } from '../../support/rubrics.js';

function rubric(aliases: readonly string[], more: object = {}): Rubric {
  const data = parse(SMALL_RUBRIC) as { dimensions: object[] };
  const [first, ...others] = data.dimensions;
  const checked = parseRubric({ ...data, ...more, dimensions: [{ ...first, aliases }, ...others] });
  if (!checked.ok) throw new Error(checked.problems[0]?.message);
  return checked.value;
}

function clashes(...args: Parameters<typeof rubric>): readonly string[] {
  return headerClashes(rubric(...args)).map(
    ({ severity, path, message }) => `${severity} ${path.join('.')} ${message}`,
  );
}

describe('a name that is also the header of another column', () => {
  const years = { requirements: [{ id: 'years', name: 'Years run', aliases: ['craft_work'] }] };

  test.each<[string, readonly string[], object, string]>([
    ['of the candidate', ['Name'], {}, 'error dimensions.0.aliases.0 a CSV header "Name" also means the candidate'],
    [
      'of the verdict',
      ['x', 'DECISION'],
      {},
      'error dimensions.0.aliases.1 a CSV header "DECISION" also means the verdict',
    ],
    [
      'of the red flags',
      ['Red flags'],
      {},
      'error dimensions.0.aliases.0 a CSV header "Red flags" also means the red flags',
    ],
    [
      'of a requirement',
      ['Years'],
      years,
      'error dimensions.0.aliases.0 a CSV header "Years" also means the requirement years',
    ],
    ['of a requirement, in another spelling', ['Craft Work'], years, '"craft_work" also means the dimension craft'],
    ['of another dimension, in another spelling', ['tal-k', 'TALK__'], {}, 'also means the dimension talk'],
  ])('%s is a mistake at its place', (_whose, aliases, more, message) => {
    expect(clashes(aliases, more)).toEqual([expect.stringContaining(message)]);
  });

  test('of the evidence, which has other headers, is advice', () => {
    expect(clashes(['Talk notes'])).toEqual([expect.stringMatching(/^advice .*would also mean the evidence of talk/)]);
  });

  test('none stands in a rubric with names of its own', () => {
    expect(clashes(['Craftwork', 'craftwork', 'Craft'], { requirements: [{ id: 'years', name: 'Years' }] })).toEqual(
      [],
    );
  });
});
