import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';

async function impact(csv: string, ...options: string[]): Promise<FakeHost & { readonly code: number }> {
  const host = createFakeHost({ files: { 'counts.csv': csv } });
  const code = await run(['impact', 'counts.csv', ...options], host);
  return Object.assign(host, { code });
}

const json = async (csv: string, ...options: string[]) =>
  JSON.parse((await impact(csv, '-f', 'json', ...options)).stdout.text);
const standings = (set: any) => Object.fromEntries(set.groups.map((group: any) => [group.name, group.standing]));

const SEX = 'sex,applicants,selected\nwomen,120,24\nmen,150,45\n';

test('what the counts say comes first, then the table, then where the rule stands on which day', async () => {
  const { stdout, stderr, code } = await impact(SEX);
  expect(code).toBe(EXIT.ok);
  expect(stdout.text).toMatchInlineSnapshot(`
    "Selection rates by group
    ========================

    20 November 2026 · counts.csv

    sex
    ---

      - men: 45 of 150 selected (30.0%), the highest rate, against which the others
        are held.
      - women: 24 of 120 selected (20.0%), ratio 2/3 (0.67), below four fifths.
        Fisher's exact test: p = 0.069, chance alone cannot be ruled out. It does
        not hang on one person: one selection moved from men to women leaves it
        below. 5 more selections would reach four fifths, 12 the same rate.

    GROUP  APPLIED  SELECTED   RATE  RATIO      P  NOTE
    women      120        24  20.0%   0.67  0.069
    men        150        45  30.0%                highest rate

    What this can and can't tell
    ----------------------------

      - The four-fifths rule (29 CFR 1607.4D, 1978) is a rule of thumb: a rate of
        less than four fifths of the highest is an indication, not proof, and a
        smaller difference can count where it is significant. The EEOC has the
        rule's withdrawal on its agenda; courts and states still use it.
      - Courts have looked at differences of more than two or three standard
        deviations, p below 0.05 or so (Hazelwood v. United States, 1977).
      - Each stage counts by itself: a fair bottom line does not answer for a stage
        that is not (Connecticut v. Teal, 1982).
      - A group of fewer than 30, or of which fewer than 5 were selected, has its
        counts alone.
      - Counts alone: nobody's ratings were read, and these counts are best kept
        apart from them. What is behind a difference, no count can say.
      - Facts as of 26 November 2026, and no legal advice.
    "
  `);
  expect(stderr.text).toBe('2 rows read\n');
});

test('never says that anything is compliant', async () => {
  for (const options of [[], ['--details'], ['-f', 'json'], ['-f', 'html'], ['--form', 'local-law-144']])
    expect((await impact(SEX, ...options)).stdout.text).not.toMatch(/complian|lawful|legal(?! advice)/i);
});

test('the details have intervals, the one-sided test, standard deviations and shortfalls', async () => {
  const { stdout } = await impact(SEX, '--details');
  expect(stdout.text).toMatch(/^women +13\.8% to 28\.0% +0\.43 to 1\.03 +0\.041 +-1\.87 +5, 12$/m);
});

describe('the four-fifths rule', () => {
  test('has exactly four fifths not below, and a ratio that is below never shown as 0.80', async () => {
    const { stdout } = await impact('group,applied,hired\na,1000,800\nb,1000,640\nc,10000,6399\n');
    const said = stdout.text.replace(/\s+/g, ' ');
    expect(said).toContain('b: 640 of 1000 selected (64.0%), ratio 4/5 (0.80), exactly four fifths');
    expect(said).toContain('ratio 0.7999, below four fifths');
  });

  test('says what hangs on one person', async () => {
    const { stdout } = await impact('group,applicants,selected\nwomen,40,7\nmen,50,11\n');
    expect(stdout.text.replace(/\s+/g, ' ')).toContain(
      'It hangs on one person: one selection moved from men to women lifts it to four fifths or more (1.00).',
    );
  });

  test('is silent below the minimum, and says so', async () => {
    // Uniform Guidelines, Questions and Answers 21.
    const { stdout, code } = await impact('group,applicants,selected\nwomen,10,1\nmen,20,3\n');
    expect(code).toBe(EXIT.ok);
    expect(stdout.text).toContain('Fewer than two groups are large enough');
    expect(stdout.text).toContain('women: 1 of 10 selected (10.0%). Counts only: fewer than 30 applied');
    expect(stdout.text).not.toContain('atio 2/3');
  });

  test('holds groups against the highest rate among those that are large enough, and tells a higher one', async () => {
    const { sets } = await json('group,applicants,selected\na,100,40\nb,100,50\nc,10,9\nd,200,4\n');
    expect(standings(sets[0])).toEqual({ a: 'compared', b: 'reference', c: 'few-applicants', d: 'few-selected' });
    expect(sets[0].sentences).toContain(
      'c: a higher rate than that of b, from too few people to hold others against it.',
    );
  });

  test("uses the z test where the groups are so large that Fisher's takes long", async () => {
    const { sets } = await json('group,applicants,selected\na,1000000,400000\nb,1000000,398000\n');
    const { fisher, z } = sets[0].groups[1];
    expect(fisher).toBeUndefined();
    expect(z.z).toBeCloseTo(-2.89, 2);
  });
});

test('several stages are looked at one by one, and from the first to the last (Connecticut v. Teal)', async () => {
  const csv =
    'stage,group,applicants,selected\nTest,Black,48,26\nTest,White,259,206\nPromotion,Black,26,11\nPromotion,White,206,35\n';
  const { sets } = await json(csv);
  expect(sets.map(({ stage, isBottomLine }: any) => [stage, isBottomLine])).toEqual([
    ['Test', false],
    ['Promotion', false],
    ['Test', true],
  ]);
  expect(sets[0].groups[0]).toMatchObject({ belowFourFifths: true, ratio: { numerator: 3367, denominator: 4944 } });
  expect(sets[2].groups.map(({ applicants, selected }: any) => [applicants, selected])).toEqual([
    [48, 11],
    [259, 35],
  ]);
  expect(sets[2].groups[1]).toMatchObject({ belowFourFifths: true });
});

test('more people at a stage than were selected at the one before are told', async () => {
  const csv = 'stage,group,applicants,selected\nCV,a,100,50\nCV,b,100,40\nTalk,a,55,20\nTalk,b,40,10\n';
  const { stderr, code } = await impact(csv);
  expect(code).toBe(EXIT.ok);
  expect(stderr.text).toContain('"Talk: a": 55 at this stage, though 50 were selected at the one before');
});

describe("the forms of New York City's Local Law 144", () => {
  const BOTH =
    'race,sex,# of applicants,# selected\nX,F,100,40\nX,M,100,50\nY,F,100,30\nY,M,100,45\nZ,F,3,1\nunknown,F,25,9\n';

  test('have each characteristic alone and both together, with those of unknown category apart', async () => {
    const { sets } = await json(BOTH, '--form', 'local-law-144');
    expect(sets.map(({ category, unknown }: any) => [category, unknown])).toEqual([
      ['race', 25],
      ['sex', 25],
      ['race and sex', 25],
    ]);
    expect(sets[2].groups.map(({ name, ratio }: any) => [name, ratio.value])).toEqual([
      ['X, F', 0.8],
      ['X, M', 1],
      ['Y, F', 0.6],
      ['Y, M', 0.9],
      ['Z, F', 2 / 3],
    ]);
    expect(sets[2].groups[0].fisher).toBeUndefined();
  });

  test('leave a category under 2% out of the ratios where the reason is given, and print it', async () => {
    const { stdout } = await impact(BOTH, '--form', 'local-law-144', '--exclude-small', 'three people only');
    expect(stdout.text).toContain('Z, F: 1 of 3 selected (33.3%). Left out of the ratios.');
    expect(stdout.text).toContain('Categories of less than 2% are left out of the ratios: three people only');
    const { stderr, code } = await impact(BOTH, '--exclude-small', 'three people only');
    expect(code).toBe(EXIT.usage);
    expect(stderr.text).toContain('--exclude-small is for --form local-law-144');
  });

  test('count scores above the median in the place of selections', async () => {
    const { stdout } = await impact(
      'Sex,# of Applicants,above median\nMale,92,50\nFemale,76,34\n',
      '--form',
      'local-law-144',
    );
    expect(stdout.text).toContain('Scoring rates by group');
    expect(stdout.text).toContain('Male: 50 of 92 scored above the median (54.3%), the highest rate');
    expect(stdout.text).toMatch(/^Female +76 +34 +44\.7% +0\.82$/m);
  });
});

describe('people are refused, with a hint how to count', () => {
  test.each([
    ['a column of names', 'Name,Sex,Hired\nAda Example,F,yes\n', 'column "Name" is about single people'],
    ['an e-mail', 'email,group,applicants,selected\na@example.com,F,1,1\n', 'column "email" is about single people'],
    ['ratings', 'group,rating,applicants,selected\nF,4,1,1\n', 'column "rating" is about single people'],
    ['a row for each person', 'sex,applicants,selected\nF,1,0\nM,1,1\nF,1,1\n', 'each row is one person'],
    ['an outcome', 'sex,outcome\nF,hired\nM,hired\n', 'where each row is one person, count first'],
  ])('by %s', async (_name, csv, message) => {
    const { stdout, stderr, code } = await impact(csv);
    expect(code).toBe(EXIT.usage);
    expect(stderr.text).toContain(message);
    expect(stderr.text).toContain('scorecard impact --template');
    expect(stdout.text).toBe('');
  });
});

describe('tables as people have them', () => {
  test('semicolons, titles, a total, groups of thousands and a byte order mark', async () => {
    const csv =
      '\ufeffHiring 2026;;\n;;\nGender;Number of applicants;Hires\nwomen;1,200;240\nmen;"1.500";450\nTotal;2700;690\n';
    const host = await impact(csv);
    expect(host.code, host.stderr.text).toBe(EXIT.ok);
    expect(host.stdout.text).toMatch(/^women +1200 +240 +20\.0% +0\.67 +<0\.001$/m);
    expect(host.stderr.text).toContain('2 rows read, 1 sum passed over');
  });

  test('headers of their own, with --map', async () => {
    const { stdout, code } = await impact(
      'who,in,out\na,100,50\nb,100,40\n',
      '--map',
      'who=group',
      '--map',
      'in=applicants',
      '--map',
      'out=selected',
    );
    expect(code).toBe(EXIT.ok);
    expect(stdout.text).toMatch(/^b +100 +40 +40\.0% +0\.80/m);
  });

  test.each([
    [['--map', 'in=applicants'], 'names a column "in" that the table doesn\'t have'],
    [['--map', 'sex=goup'], '--map names "goup", which is none of group, applicants'],
    [['--map', 'sex=applicants'], 'columns "sex" and "applicants" both hold applicants'],
    [['--map', 'sex='], 'there is no column "group"'],
  ])('%j is wrong usage', async (options, message) => {
    const { code, stderr } = await impact(SEX, ...options);
    expect(code).toBe(EXIT.usage);
    expect(stderr.text).toContain(message);
  });

  test('a category names the groups where nothing else does', async () => {
    expect((await json('category,applicants,selected\na,100,50\nb,100,40\n')).sets[0].groups).toHaveLength(2);
    const { sets } = await json(
      'category,group,applicants,selected\nsex,a,100,50\nsex,b,100,40\nrace,c,100,9\nrace,d,100,8\n',
    );
    expect(sets.map(({ category }: any) => category)).toEqual(['sex', 'race']);
  });

  test('rows that cannot be counted are left out with line and column, and the report says so', async () => {
    const csv = 'group,applicants,selected\na,100,40\nb,100,50\nc,many,3\nd,5,9\ne,50,\n,40,3\nf,60,20\nF,60,21\n';
    const { stdout, stderr, code } = await impact(csv);
    expect(code).toBe(EXIT.no);
    for (const line of [
      'counts.csv:4:3 error applicants: "many" is not a whole number',
      'counts.csv:5:5 error 9 of 5 cannot be selected',
      'counts.csv:6:6 error selected: a number is missing',
      'counts.csv:7:1 error the group is missing',
      'counts.csv:8:1 error "f" stands on line 9 too',
      'counts.csv:9:1 error "f" stands on line 8 too',
    ])
      expect(stderr.text).toContain(line);
    expect(stdout.text.replace(/\s+/g, ' ')).toContain('6 rows of the table could not be read, or stood twice');
  });

  test('nothing that can be counted is wrong input', async () => {
    const { code, stderr } = await impact('group,applicants,selected\na,x,40\n');
    expect(code).toBe(EXIT.usage);
    expect(stderr.text).toContain('counts.csv has no row that can be counted');
  });

  test('one group in several spellings', async () => {
    const csv =
      'stage,applicant group,applied,hired\nCV,Women,100,50\nCV,Men,100,50\nTalk,women,50,20\nTalk,men,50,30\n';
    const { sets } = await json(csv);
    expect(sets[2].groups.map(({ name, selected }: any) => [name, selected])).toEqual([
      ['Women', 20],
      ['Men', 30],
    ]);
  });

  test('a rate that is not 0 is never shown as 0', async () => {
    const { stdout } = await impact('group,applicants,selected\na,100000,40\nb,100000,50\n');
    expect(stdout.text).toMatch(/^a +100000 +40 +0\.04% +0\.80/m);
  });

  test('from standard input', async () => {
    const host = createFakeHost({ stdin: SEX });
    expect(await run(['impact', '-'], host)).toBe(EXIT.ok);
    expect(host.stdout.text).toContain('20 November 2026 · standard input');
  });
});

test('the template is a table that it reads', async () => {
  const host = createFakeHost();
  expect(await run(['impact', '--template'], host)).toBe(EXIT.ok);
  expect((await impact(host.stdout.text)).code).toBe(EXIT.ok);
});

test('without a table it says how to begin', async () => {
  const host = createFakeHost();
  expect(await run(['impact'], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain('scorecard impact --template prints one to begin with');
});

test('CSV has a row for each group, and a page has all that the terminal has', async () => {
  const { stdout } = await impact(SEX, '-f', 'csv');
  expect(stdout.text.split('\n')[1]).toMatch(/^,false,sex,women,120,24,0\.2,0\.138/);
  const page = await impact(SEX, '-o', 'impact.html');
  const text = readFileSync(join(page.cwd, 'impact.html'), 'utf8');
  expect(text).toContain('ratio 2/3 (0.67), below four fifths');
  expect(text).toContain('Facts as of 26 November 2026');
});
