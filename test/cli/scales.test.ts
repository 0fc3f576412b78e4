import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { AROUND_ZERO, createScaledRubric, TENTHS } from '../support/rubrics.js';

const DIMENSIONS = [{ id: 'craft', minimum: 2 }, { id: 'talk' }];
const FILES = {
  'rubrics/tenths.yaml': JSON.stringify(createScaledRubric(TENTHS, DIMENSIONS, { id: 'tenths' })),
  'rubrics/zero.yaml': JSON.stringify(
    createScaledRubric(AROUND_ZERO, [{ id: 'craft' }, { id: 'talk' }], { id: 'zero' }),
  ),
  'tenths.csv': 'candidate,craft,talk\nAda,"2,5",10\nBen,1,0.5\n',
  'zero.csv': 'candidate,craft,talk\nAda,-1,0\nBen,-2,-2\n',
};

describe('a scale of 0 to 10 in halves', () => {
  test('takes what is typed at the plain prompts, and 0 is a rating', async () => {
    const lines = ['11', '10', '7.5', '/2 0', '/2 said little', '/review', 'too little heard', 'no', '/submit'];
    const host = createFakeHost({ files: FILES, lines });
    expect(await run(['interview', '--plain', '--role', 'tenths', '--candidate', 'Ada'], host)).toBe(EXIT.ok);
    expect(host.stderr.text).toContain('ratings are 0 to 10 in halves');
    const told = createFakeHost({ cwd: host.cwd });
    expect(await run(['report', 'Ada', '-f', 'json'], told)).toBe(EXIT.ok);
    expect(JSON.parse(told.stdout.text)).toMatchObject({
      rubric: { scale: { min: 0, max: 10, step: 0.5 } },
      dimensions: [
        { rating: 7.5, contribution: 3.75 },
        { rating: 0, contribution: 0 },
      ],
      result: { score: 3.75, exact: { numerator: 15, denominator: 4 } },
    });
    expect(await run(['verify'], createFakeHost({ cwd: host.cwd }))).toBe(EXIT.ok);
  });

  test('goes through a table and back', async () => {
    const host = createFakeHost({ files: FILES });
    expect(await run(['batch', 'tenths.csv', '--role', 'tenths', '-f', 'csv'], host)).toBe(EXIT.ok);
    expect(host.stdout.text).toBe(
      'line,candidate,interviewer,score,coverage,recommendation,verdict,flags,craft,talk\n' +
        '2,Ada,,6.25,100,yes,,,2.5,10\n3,Ben,,0.75,100,strong-no,,,1,0.5\n',
    );
    const { cwd } = host;
    expect(await run(['batch', 'tenths.csv', '--role', 'tenths', '-o', 'out.json'], createFakeHost({ cwd }))).toBe(0);
    const pooled = createFakeHost({ cwd });
    expect(await run(['summary', 'out.json', '-f', 'csv'], pooled)).toBe(EXIT.ok);
    expect(pooled.stdout.text).toMatch(/^tenths,1\.0\.0,,Ada,.*,6\.25,.*,2\.5,10/m);
  });

  test('is in the kit, with the anchors that there are', async () => {
    const host = createFakeHost({ files: FILES });
    expect(await run(['rubric', 'show', 'tenths', '-f', 'markdown'], host)).toBe(EXIT.ok);
    expect(host.stdout.text).toContain('| 10 | What a 10 is |\n| 6 | What a 6 is |\n| 0 | What a 0 is |\n');
    expect(host.stdout.text).toContain('Ratings: 0 to 10 in halves, those between the anchors too.');
    expect(host.stdout.text).toContain('| 1 | Dimension craft | equal |');
  });
});

test('on a scale below 0 a cell stays the number that it is', async () => {
  const host = createFakeHost({ files: FILES });
  expect(await run(['batch', 'zero.csv', '--role', 'zero', '-f', 'csv'], host)).toBe(EXIT.ok);
  expect(host.stdout.text).toContain('2,Ada,,-0.50,100,no,,,-1,0\n3,Ben,,-2.00,100,strong-no,,,-2,-2\n');
});

test('equal weights are explained without weights', async () => {
  const answers = 'candidate: Ada\nratings: { craft: 2.5, talk: 10 }\nverdict: yes\n';
  const host = createFakeHost({ files: { ...FILES, 'a.yaml': answers } });
  expect(await run(['interview', '--role', 'tenths', '--answers', 'a.yaml'], host)).toBe(EXIT.ok);
  const told = createFakeHost({ cwd: host.cwd });
  expect(await run(['explain', 'Ada'], told)).toBe(EXIT.ok);
  expect(told.stdout.text).toContain('All topics count the same');
  expect(told.stdout.text).toContain('12.5 ÷ 2 = 6.25. That is the score.');
  expect(told.stdout.text).not.toMatch(/weight|undefined|NaN/);
});
