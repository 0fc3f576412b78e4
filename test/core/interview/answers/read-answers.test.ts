import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { shapeAnswers } from '../../../../src/core/interview/answers/answers.js';
import { readAnswers } from '../../../../src/core/interview/answers/read-answers.js';
import { parseRubric } from '../../../../src/core/rubric/parse-rubric.js';
import { parseRating } from '../../../../src/core/table/rating-cell.js';
import { SMALL_RUBRIC } from '../../../support/rubrics.js';

const checked = parseRubric(parse(SMALL_RUBRIC));
if (!checked.ok) throw new Error('the rubric of this test is not valid');
const rubric = checked.value;

function read(yaml: string) {
  const { written, problems } = shapeAnswers(parse(yaml));
  const { answers, problems: misfits } = readAnswers(written, rubric);
  return { answers, problems: [...problems, ...misfits].map(({ path, message }) => `${path.join('.')}: ${message}`) };
}

describe('answers are read as a row of a table is', () => {
  test.each([
    ['craft: 4', { craft: 4 }],
    ['CRAFT: 4', { craft: 4 }],
    ['workmanship: 4.0', { craft: 4 }],
    ['craft: "4 - Above the bar"', { craft: 4 }],
    ['craft: above the bar', { craft: 4 }],
    ['craft: n/a', { craft: 'not-assessed' }],
    ['craft:', { craft: 'not-assessed' }],
    ['Talk: n/a', { talk: 'not-applicable' }],
    ['talk: not applicable', { talk: 'not-applicable' }],
    ['craft (greenhouse): strong_yes', { craft: 5 }],
  ])('%s', (line, ratings) => {
    expect(read(`ratings:\n  ${line}\n`)).toMatchObject({ answers: { ratings }, problems: [] });
  });

  test.each(['4', '4,0', 'above the bar', 'n/a', '', '6', 'good', 'not-applicable'])(
    'a cell %j means the same in both',
    (cell) => {
      for (const dimension of rubric.dimensions) {
        const inTable = parseRating(cell, { dimension, scale: rubric.scale, words: 'ours' });
        const { answers, problems } = read(JSON.stringify({ ratings: { [dimension.id]: cell } }));
        expect(problems.length === 0).toBe(inTable.ok);
        if (inTable.ok) expect(answers.ratings[dimension.id]).toBe(inTable.value);
      }
    },
  );

  test.each([
    ['[blames]', ['blames']],
    ['["Blames a person and names no system factor"]', ['blames']],
    ['"hides: said it was fine; blames"', [{ id: 'hides', evidence: 'said it was fine' }, { id: 'blames' }]],
    ['none', []],
    ['', []],
  ])('red flags %s', (flags, redFlags) => {
    expect(read(`ratings: {}\nredFlags: ${flags}\n`)).toMatchObject({ answers: { redFlags }, problems: [] });
  });

  test.each([
    ['Strong yes', 'strong-yes'],
    ['{ is: "no", reason: "" }', 'no'],
    ['', undefined],
  ])('the verdict %s', (written, verdict) => {
    expect(read(`ratings: {}\nverdict: ${written}\n`)).toMatchObject({ answers: { verdict }, problems: [] });
  });
});

test('all mistakes are told at once, those of the shape too, each with what may stand there', () => {
  const { problems } = read(`
verdict-reason: because
variant: evn
ratings:
  craft: { rating: 6, asked: [9] }
  Craft: 3
  speed: 3
  talk: { rating: 2, evidnce: x }
redFlags: [late, { evidence: x }]
verdict: maybe
`);
  expect(problems).toEqual([
    expect.stringContaining('ratings.talk.evidnce: unknown key "evidnce"; did you mean "evidence"?'),
    expect.stringContaining('redFlags.1.id: "id" is missing'),
    expect.stringContaining('verdict-reason: unknown key "verdict-reason"; '),
    'variant: the rubric small has no variant "evn"; did you mean "even"?',
    expect.stringContaining(
      'ratings.craft.rating: rating 6 is outside the scale 1 to 5 (craft); here may stand 1 to 5, a label (1 Far below the bar, ',
    ),
    'ratings.craft.asked.0: craft has no question 9; write its number, 1 to 2, or its words',
    'ratings.Craft: "craft" and "Craft" both name the dimension craft; remove one of them',
    'ratings.speed: the rubric small has no dimension "speed"; here may stand craft, talk',
    'redFlags.0: the rubric has no red flag "late"; here may stand hides, blames',
    expect.stringContaining('verdict: "maybe" is not a verdict'),
  ]);
});

test.each(['7', '[]', 'null', '{ ratings: 4, redFlags: 5 }'])(
  'what is no answers file is told, not thrown: %s',
  (yaml) => {
    expect(read(yaml).problems).not.toEqual([]);
  },
);

describe('the day of the interview is read as in a table', () => {
  test.each(['2026-11-20', '20.11.2026', 'Nov 20, 2026', '2026-11-20T14:03:11+01:00'])('%s', (held) => {
    expect(read(`held: "${held}"\nratings: {}\n`)).toMatchObject({ answers: { held: '2026-11-20' }, problems: [] });
  });

  test('and one that may be two is neither', () => {
    expect(read('held: 03/04/2026\nratings: {}\n')).toMatchObject({
      answers: { held: undefined },
      problems: ['held: "03/04/2026" may be 2026-04-03 or 2026-03-04; write it as YYYY-MM-DD, such as 2026-11-20'],
    });
  });
});
