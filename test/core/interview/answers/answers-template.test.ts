import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { shapeAnswers } from '../../../../src/core/interview/answers/answers.js';
import { answersTemplate } from '../../../../src/core/interview/answers/answers-template.js';
import { readAnswers } from '../../../../src/core/interview/answers/read-answers.js';
import { parseRubric } from '../../../../src/core/rubric/parse-rubric.js';
import { createRubric, fourDimensions } from '../../../support/rubrics.js';

const four = parseRubric(parse(fourDimensions()));
if (!four.ok) throw new Error('the rubric of this test is not valid');

const ODD = createRubric([
  { id: 'no', weight: 60 },
  { id: 'null', weight: 40, optional: true },
]);

describe.each([
  ['four dimensions', four.value],
  ['ids that YAML takes for something else', ODD],
])('the template of %s', (_name, rubric) => {
  const text = answersTemplate(rubric, { role: rubric.id, candidate: 'Ada "A" Example', held: '2026-11-20' });
  const read = (yaml: string) => {
    const { written, problems } = shapeAnswers(parse(yaml));
    const { answers, problems: misfits } = readAnswers(written, rubric);
    expect([...problems, ...misfits]).toEqual([]);
    return answers;
  };

  test('is read as it is, and says nothing', () => {
    const { ratings, redFlags, verdict, notes } = read(text);
    expect(Object.keys(ratings)).toEqual(rubric.dimensions.map(({ id }) => id));
    expect(Object.values(ratings)).toEqual(
      rubric.dimensions.map(() => expect.objectContaining({ rating: 'not-assessed' })),
    );
    expect({ redFlags, verdict, notes }).toEqual({ redFlags: [], verdict: undefined, notes: undefined });
  });

  test('keeps what was known', () => {
    expect(read(text)).toMatchObject({ role: rubric.id, candidate: 'Ada "A" Example', held: '2026-11-20' });
  });

  test('is read with its ratings filled in and every comment of a flag, a reason and a question taken away', () => {
    const filled = text
      .replaceAll('    rating:', '    rating: 4')
      .replace(/^( {2,4})# (- \{|reason:|asked:)/gm, '$1$2');
    const { ratings, redFlags } = read(filled);
    expect(Object.values(ratings)).toEqual(
      rubric.dimensions.map(() => expect.objectContaining({ rating: 4, asked: [1] })),
    );
    expect(redFlags.map((flag) => (typeof flag === 'string' ? flag : flag.id))).toEqual(
      rubric.redFlags.map(({ id }) => id),
    );
  });
});

test('the words of a rubric stay in their comments', () => {
  const [first, ...rest] = four.value.dimensions;
  if (!first) throw new Error('no dimension');
  const name = 'x\nratings: {}\r# \u2028y: 1\u0085z: 2';
  const text = answersTemplate(
    { ...four.value, title: name, dimensions: [{ ...first, name }, ...rest] },
    { role: 'four' },
  );
  expect(Object.keys(parse(text).ratings)).toEqual(four.value.dimensions.map(({ id }) => id));
});
