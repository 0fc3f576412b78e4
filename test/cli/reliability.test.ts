import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { scorecardFiles } from '../support/scorecards.js';
import { seededStore } from '../support/seeded-store.js';

async function reliability(
  args: readonly string[],
  files: Record<string, string> = {},
): Promise<FakeHost & { readonly code: number }> {
  const host = createFakeHost({ files });
  const code = await run(['reliability', ...args], host);
  return Object.assign(host, { code });
}

test('from the published figure of one interviewer, six reach .80', async () => {
  const { stdout, code } = await reliability(['--reach', '.8', '--interviewers', '1-6', '--from', '.44']);
  expect(code).toBe(EXIT.ok);
  expect(stdout.text).toMatchInlineSnapshot(`
    "How many interviewers
    =====================

    A reliability of 0.80 takes 6 interviewers who each hold an interview of their
    own (5.1, rounded up).

    By interviewers
    ---------------

    INTERVIEWERS  RELIABILITY  ERROR  TELLS APART  NOTE
    1                    0.44   0.60          72%
    2                    0.61   0.50          76%
    3                    0.70   0.44          79%
    4                    0.76   0.39          82%
    5                    0.80   0.36          84%
    6                    0.83   0.33          85%  reaches 0.80

    What this rests on
    ------------------

      - Tells apart: the chance that the better of two candidates who truly are half
        a point apart on 1 to 5 comes out ahead.
      - The published mean reliability of one of interviewers who each hold an
        interview of their own, .44: Huffcutt, Culbertson and Weyhrauch (2013),
        International Journal of Selection and Assessment 21 (125 coefficients, N =
        32,428). Yours will differ.
      - The error takes a standard deviation of a fifth of the scale between
        candidates, as interview scores usually have.
      - Such a figure does not tell interviewers from dimensions, so there is no
        table by dimensions: that takes your own panels.
    "
  `);
});

test('two of one panel do', async () => {
  const { stdout } = await reliability(['--from', '.74']);
  expect(stdout.text.replace(/\s+/g, ' ')).toContain(
    'A reliability of 0.80 takes 2 interviewers who sit in one panel (1.4, rounded up).',
  );
});

test("a figure of one's own is taken as it is given, and a target that is reached exactly takes nobody more", async () => {
  const { stdout } = await reliability(['--from', '.5']);
  expect(stdout.text).toContain('A reliability of 0.80 takes 4 interviewers.');
  expect(stdout.text).toContain('A reliability of .5 for one interviewer, as given.');
});

describe('from own panels', () => {
  test('there is a table of interviewers by dimensions, and what it rests on', async () => {
    const { stdout, code } = await reliability(['--interviewers', '3', '--dimensions', '4-5'], seededStore());
    expect(code).toBe(EXIT.ok);
    expect(stdout.text).toContain('INTERVIEWERS  DIMENSIONS: 4     5\n3                      0.83  0.85');
    expect(stdout.text).toContain('A reliability of 0.80 on 4 dimensions takes 3 interviewers (2.3, rounded up).');
    const said = stdout.text.replace(/\s+/g, ' ');
    expect(said).toContain('Taken from your own panels of head-infra 2.0.0.');
    expect(said).toContain('691 ratings of 30 candidates by 6 interviewers, with 60 degrees of freedom');
  });

  test('where dimensions leave too much, no number of interviewers will do', async () => {
    const { stdout } = await reliability(['--reach', '.95', '--dimensions', '1'], seededStore());
    expect(stdout.text).toContain('No number of interviewers reaches a reliability of 0.95 on 1 dimension');
  });

  test('with few degrees of freedom, the published figure is taken, and that is said', async () => {
    const { stdout, code } = await reliability([], seededStore({ candidates: 2 }));
    expect(code).toBe(EXIT.ok);
    expect(stdout.text.replace(/\s+/g, ' ')).toContain(
      'Your own panels of head-infra 2.0.0 have 4 degrees of freedom and would need 10',
    );
    expect(stdout.text).toContain('takes 6 interviewers');
  });

  test('without any, or of several roles, the published figure is taken', async () => {
    expect((await reliability([])).stdout.text).toContain('There are no ratings of your own yet');
    const two = { ...seededStore(), ...scorecardFiles('scorecards', [{ ratings: [3, 4, 5] }]) };
    expect((await reliability([], two)).stdout.text).toContain('Your own panels are of several roles');
    expect((await reliability(['--role', 'head-infra'], two)).stdout.text).toContain('Taken from your own panels');
  });

  test('are not asked for where a figure is given', async () => {
    expect((await reliability(['--from', '.74'], seededStore())).stdout.text).toContain('takes 2 interviewers who sit');
    const { code, stderr } = await reliability(['scorecards', '--from', '.74'], seededStore());
    expect([code, stderr.text]).toEqual([EXIT.usage, expect.stringContaining('exclude each other')]);
  });
});

test('JSON has the figures unrounded, CSV a row for each', async () => {
  const { plan: _plan, cells } = JSON.parse((await reliability(['-f', 'json'])).stdout.text);
  expect(cells[5]).toMatchObject({ interviewers: 6, reliability: expect.closeTo(0.825, 10) });
  expect((await reliability(['-f', 'csv'])).stdout.text.split('\n')[6]).toMatch(/^6,,0\.825/);
});

test('what is to be reached is said as it was asked for, and what is hardly over a number as that', async () => {
  const { stdout } = await reliability(['--from', '.999', '--reach', '.9999', '--interviewers', '11']);
  const said = stdout.text.replace(/\s+/g, ' ');
  expect(said).toContain('A reliability of 0.9999 takes 11 interviewers (a little over 10, rounded up).');
  expect(said).toContain('reaches 0.9999');
});

test.each([
  ['--reach', '1.2'],
  ['--reach', '0'],
  ['--from', '1'],
  ['--interviewers', '0-3'],
  ['--dimensions', '5-2'],
  ['--from', 'nothing.json'],
  ['--role', 'nobody'],
])('%s %s is wrong usage', async (option, value) => {
  expect((await reliability([option, value])).code).toBe(EXIT.usage);
});
