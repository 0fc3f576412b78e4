import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { command } from '../../src/core/text/shell-words.js';
import { EXIT } from '../../src/errors.js';
import { widthOf } from '../../src/render/text/text.js';
import { createFakeHost } from '../support/fake-host.js';
import { createRubric } from '../support/rubrics.js';
import { PANEL_RUBRIC, scorecardFiles } from '../support/scorecards.js';

const FILES = scorecardFiles('scorecards', [
  {
    candidate: 'Ada Example',
    interviewer: 'R. Panel',
    ratings: [5, 3, 5],
    verdict: 'yes',
    notes: ['Named the trade-off.'],
  },
  { candidate: 'Ada Example', interviewer: 'S. Panel', ratings: [3, 3, 4], verdict: 'no', flags: ['worry'] },
  { candidate: 'Bob Łukasz', ratings: [3, 4, 3], verdict: 'no' },
  { candidate: 'Bea Sample', ratings: [3, 4, undefined], verdict: 'yes' },
]);

async function compare(argv: readonly string[], options: Parameters<typeof createFakeHost>[0] = {}) {
  const host = createFakeHost({ files: FILES, ...options });
  const exit = await run(['compare', ...argv], host);
  return { exit, out: host.stdout.text, err: host.stderr.text };
}

describe('side by side', () => {
  test('two candidates at 80 columns, with weights and evidence', async () => {
    const { exit, out, err } = await compare(['Ada Example', 'Bob Łukasz', '--weights', '--evidence']);
    expect(exit).toBe(EXIT.ok);
    await expect(out).toMatchFileSnapshot('compare-80.txt');
    expect(err).toBe('3 scorecards compared\n');
  });

  test('at 50 columns, in as few blocks as have room', async () => {
    const { out } = await compare(['ada', 'bob', 'bea'], { columns: 50 });
    await expect(out).toMatchFileSnapshot('compare-50.txt');
    for (const line of out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(50);
  });

  const FOUR = scorecardFiles(
    'scorecards',
    ['Yamada 太郎', 'Ada Example', 'Bartholomew Quillfeather-Ashdown', 'Maximiliana Eremita'].flatMap(
      (candidate, at) => [
        { candidate, interviewer: 'R. Panel', ratings: [5 - at, 3, 5], verdict: 'strong-no' as const },
        { candidate, interviewer: 'S. Panel', ratings: [4, 1 + at, 4], verdict: 'strong-yes' as const },
      ],
    ),
  );

  test('four with several interviewers stand side by side at 80 columns, with short names', async () => {
    const { out } = await compare([], { files: FOUR, columns: 80 });
    expect(out.match(/^DIMENSION.*$/gm)?.map((line) => line.split(/\s{2,}/).slice(2))).toEqual([
      ['Yamada', 'Ada', 'Bartholomew', 'Maximiliana'],
    ]);
    for (const line of out.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(80);
  });

  test('at 60 columns at least two do', async () => {
    const { out } = await compare([], { files: FOUR, columns: 60 });
    expect(out.match(/^DIMENSION.*$/gm)).toHaveLength(2);
    for (const line of out.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(60);
  });

  test('names that begin alike are told apart by their initials, else written out over several lines', async () => {
    const named = (names: readonly string[]) =>
      scorecardFiles(
        'scorecards',
        names.map((candidate, at) => ({ candidate, ratings: [4, 4, 4 - at] })),
      );
    const bo = await compare([], { files: named(['Bo Sample', 'Bo Example', 'C. Mbeki']), columns: 50 });
    expect(bo.out).toMatch(/^DIMENSION +WEIGHT {2}Bo S. +Bo E. +Mbeki$/m);
    const names = ['Maximiliana Example', 'Maximiliana Eremita', 'Maximiliana Exempla'];
    const { out } = await compare([], { files: named(names), columns: 80 });
    expect(out).toMatch(/^DIMENSION +WEIGHT {2}Maximiliana +Maximiliana +Maximiliana$/m);
    expect(out).toMatch(/^ +Example +Eremita +Exempla$/m);
  });

  test('Markdown', async () => {
    const { out } = await compare(['ada', 'bea', '--weights', '--evidence', '-f', 'markdown']);
    await expect(out).toMatchFileSnapshot('compare.md');
  });

  test('CSV has a row for each dimension and candidate', async () => {
    const { out } = await compare(['ada', 'bea', '-f', 'csv']);
    expect(out.split('\n')).toEqual([
      'role,version,variant,dimension,name,weight,shared,candidate,mean,lowest,highest,interviewers,best',
      'sample,1.0.0,,depth,Dimension depth,50,yes,Ada Example,4,3,5,2,yes',
      'sample,1.0.0,,depth,Dimension depth,50,yes,Bea Sample,3,3,3,1,no',
      'sample,1.0.0,,care,Dimension care,30,yes,Ada Example,3,3,3,2,no',
      'sample,1.0.0,,care,Dimension care,30,yes,Bea Sample,4,4,4,1,yes',
      'sample,1.0.0,,talk,Dimension talk,20,no,Ada Example,4.5,4,5,2,no',
      'sample,1.0.0,,talk,Dimension talk,20,no,Bea Sample,,,,0,no',
      '',
    ]);
  });
});

describe('JSON', () => {
  test('holds the exact change of weight that turns the order', async () => {
    const { out } = await compare(['ada', 'bob', '--weights', '-f', 'json']);
    const [{ weights, neighbours, shared, candidates }] = JSON.parse(out).comparisons;
    // depth 4 and 3, care 3 and 4, talk 9/2 and 3: level when care has t with -t + (1 - t)(50 + 20·3/2)/70 = 0, t =
    // 8/15
    expect(weights.neighbours).toEqual([
      {
        ahead: 'Ada Example',
        behind: 'Bob Łukasz',
        flip: {
          dimension: 'care',
          from: { numerator: 3, denominator: 10 },
          to: { numerator: 8, denominator: 15 },
        },
      },
    ]);
    expect(weights.equal).toMatchObject({ isSameOrder: true, reversed: [] });
    expect(weights.fifths).toHaveLength(6);
    expect(neighbours[0]).toMatchObject({ difference: 0.5, isApart: false });
    expect(shared).toMatchObject({ isPartial: false, dimensions: ['depth', 'care', 'talk'] });
    expect(candidates[0].evidence).toBeUndefined();
  });

  test('holds evidence and weights only where they were asked for', async () => {
    const { out } = await compare(['ada', 'bob', '--evidence', '-f', 'json']);
    const [{ weights, candidates }] = JSON.parse(out).comparisons;
    expect(weights).toBeUndefined();
    expect(candidates[0].evidence[0].entries[0]).toEqual({
      interviewer: 'R. Panel',
      rating: '5',
      evidence: ['Named the trade-off.'],
    });
  });
});

describe('who is compared', () => {
  test('a typo has a suggestion', async () => {
    const { exit, err } = await compare(['Ada Exmaple', 'bob']);
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain('there is no scorecard of "Ada Exmaple"; did you mean "Ada Example"?');
  });

  test('a typo in a first name alone has one too', async () => {
    expect((await compare(['adda', 'bob'])).err).toContain('there is no scorecard of "adda"; did you mean "Ada"?');
  });

  test('a beginning that fits two says which', async () => {
    const { exit, err } = await compare(['b']);
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain('"b" may be Bea Sample, Bob Łukasz');
  });

  test('without names, everybody; with a folder, everybody in it', async () => {
    expect((await compare([])).err).toBe('4 scorecards compared\n');
    const files = { ...FILES, ...scorecardFiles('panel', [{ candidate: 'Cy', ratings: [4, 4, 4] }]) };
    expect((await compare(['panel'], { files })).err).toBe('1 scorecard compared\n');
    expect((await compare(['cy', 'panel'], { files })).out).toContain('Cy');
  });

  test('of one, it says what shows all of them', async () => {
    const { err } = await compare(['ada', '--store', 'scorecards', '--role', 'sample']);
    expect(err).toContain('All of one candidate: scorecard panel show ada --role sample --store scorecards\n');
  });

  test('and does so as the program was started', async () => {
    const host = createFakeHost({ files: FILES });
    Object.assign(host, { program: command`node ${'bin/scorecard.js'}` });
    await run(['compare', 'ada'], host);
    expect(host.stderr.text).toContain('All of one candidate: node bin/scorecard.js panel show ada\n');
  });

  test('more than twelve must be named', async () => {
    const files = scorecardFiles(
      'scorecards',
      Array.from({ length: 13 }, (_, at) => ({ candidate: `Candidate ${at}`, ratings: [4, 4, 4] })),
    );
    const { exit, err } = await compare([], { files });
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain('there are 13 candidates: name those to compare');
  });

  test('an empty store says what to do', async () => {
    const { exit, err } = await compare([], { files: {} });
    expect(exit).toBe(EXIT.no);
    expect(err).toContain('no scorecards in scorecards yet');
  });

  test('scores of different versions are refused, unless asked for', async () => {
    const later = createRubric(
      [
        { id: 'depth', weight: 60 },
        { id: 'care', weight: 40 },
      ],
      { version: '2.0.0' },
    );
    const files = { ...FILES, ...scorecardFiles('scorecards', [{ candidate: 'Cy', ratings: [4, 2], rubric: later }]) };
    const refused = await compare(['ada', 'cy'], { files });
    expect(refused.exit).toBe(EXIT.usage);
    expect(refused.err).toContain('rest on different versions of the rubric');
    expect(refused.err).toContain('--across-versions');
    const { exit, out, err } = await compare(['ada', 'cy', '--across-versions', '-f', 'json'], { files });
    expect(exit).toBe(EXIT.ok);
    const [{ rubric, candidates }] = JSON.parse(out).comparisons;
    expect(rubric.version).toBe('2.0.0');
    // 60·4 + 40·3
    expect(candidates[0]).toMatchObject({ candidate: 'Ada Example', exact: { numerator: 18, denominator: 5 } });
    expect(err).toContain('sample 1.0.0 scored again with the dimensions, weights and rules of sample 2.0.0');
  });

  test('different roles can’t be compared at all', async () => {
    const other = { ...PANEL_RUBRIC, id: 'other' };
    const files = {
      ...FILES,
      ...scorecardFiles('scorecards', [{ candidate: 'Cy', ratings: [4, 4, 4], rubric: other }]),
    };
    const { exit, err } = await compare(['ada', 'cy', '--across-versions'], { files });
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain('were not interviewed for the same role');
  });
});
