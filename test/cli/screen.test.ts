import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const RUBRIC = SMALL_RUBRIC.replace(
  '  - { id: years, name: Years of building, atLeast: 3, unit: years }',
  '  - { id: years, name: Years of building, atLeast: 3, unit: years }\n  - { id: degree, name: A degree, required: false }\n  - { id: rota, name: Has been on call }',
);

async function screen(csv: string, ...args: string[]) {
  const host = createFakeHost({ files: { 'rubrics/small.yaml': RUBRIC, 'a.csv': csv } });
  const code = await run(['screen', 'a.csv', '--role', 'small', ...args], host);
  return { code, stdout: host.stdout.text, stderr: host.stderr.text };
}

const states = (stdout: string) =>
  JSON.parse(stdout).results.map(({ requirements }: any) => requirements.map(({ is }: { is: string }) => is).join(' '));

describe('screen', () => {
  test.each([
    ['at the edge', '3,yes,yes', 'met met met'],
    ['just below it', '2.9,no,no', 'not-met not-met not-met'],
    ['with a unit and a decimal comma', '"3,5 years",x,✓', 'met met met'],
    ['blank, which is never a no', ',,', 'unknown unknown unknown'],
  ])('tells a requirement %s', async (_name, cells, expected) => {
    const { code, stdout } = await screen(`candidate,years,degree,rota\nAda Example,${cells}\n`, '-f', 'json');
    expect(code).toBe(EXIT.ok);
    expect(states(stdout)).toEqual([expected]);
  });

  test('takes what it cannot read as unknown, and says where it stands', async () => {
    const { code, stdout, stderr } = await screen('candidate,years\nAda,many\nBo,7\n', '-f', 'json');
    expect(code).toBe(EXIT.no);
    expect(states(stdout)).toEqual(['unknown unknown unknown', 'met unknown unknown']);
    expect(JSON.parse(stdout).results[0].requirements[0]).toMatchObject({ cell: 'many', reason: expect.any(String) });
    expect(stderr).toContain('a.csv:2:5 warning "many" is not a number of years (years); pass --value many=NUMBER');
    expect(stderr).toContain('2 applications, 1 cell could not be read: 2 unknown. Advice, not a decision.');
  });

  test('shows what is needed and missing in a table, what is not required in brackets', async () => {
    const { stdout } = await screen('candidate;Years of building;degree\nAda Example;7;no\n山田 太郎;1;\n');
    expect(stdout).toMatchInlineSnapshot(`
      "CANDIDATE    MET     NOT MET   UNKNOWN
      Ada Example  1 of 2  (degree)  rota
      山田 太郎    0 of 2  years     rota
      "
    `);
  });

  test('tells what it cannot read by kind, beside the candidate too, and ends with how many meet what is needed', async () => {
    const rows = ['Ada,8-10,MSc,yes', 'Bo,2-5,MSc,yes', 'Cy,7,yes,no', 'Di,1,no,no', 'Ed,"1,200",MSc,no', 'Fay,3,,y'];
    const { stdout, stderr } = await screen(`candidate,years,degree,rota\n${rows.join('\n')}\n`);
    expect(stdout).toMatchInlineSnapshot(`
      "CANDIDATE  MET     NOT MET              UNKNOWN
      Ada        2 of 2  -                    -
      Bo         1 of 2  -                    years "2-5"
      Cy         1 of 2  rota                 -
      Di         0 of 2  years rota (degree)  -
      Ed         0 of 2  rota                 years "1,200"
      Fay        2 of 2  -                    -
      "
    `);
    expect(stderr).toMatchInlineSnapshot(`
      "a.csv:2:10 warning 3 × "MSc" is neither yes nor no (degree); pass --value MSc=YES-OR-NO, or --map degree= to leave the column out; also on lines 3, 6 (not-yes-or-no)
      a.csv:3:4 warning "2-5" may or may not be 3 years or more (years); pass --value 2-5=NUMBER, or --map years= to leave the column out (around-limit)
      a.csv:6:4 warning "1,200" may be 1200 or 1.2 (years); pass --value 1,200=NUMBER, or --map years= to leave the column out (two-numbers)
      Next: put in what is meant for YES-OR-NO, NUMBER, and run: scorecard screen a.csv --role small --value MSc=YES-OR-NO --value 2-5=NUMBER --value 1,200=NUMBER
      6 applications, 5 cells could not be read: 2 meet both requirements, 1 unknown, 2 miss one, 1 misses more. Advice, not a decision.
      "
    `);
  });

  test('reads a text as --value says, and tells one that stands in no cell', async () => {
    const { code, stdout, stderr } = await screen(
      'candidate,years,degree,rota\nAda,a few,MSc,yes\n',
      ...['--value', 'MSc=yes', '--value', 'years:a few=4', '--value', 'PhD=yes', '-f', 'csv'],
    );
    expect(code).toBe(EXIT.ok);
    expect(stdout).toContain('2,Ada,met,met,met');
    expect(stderr).toContain('a.csv warning --value PhD=yes is not used: no cell that could mean it says "PhD"');
  });

  test('names columns that belong to nothing, and requirements without a column', async () => {
    const { stderr } = await screen('candidate,years,City\nAda,3,X\n');
    expect(stderr).toContain('Columns that belong to no requirement: City');
    expect(stderr).toContain('No column for: degree, rota');
  });

  test.each([
    ['a header that nearly names a requirement', 'candidate,yeras\nAda,3\n', [], 'did you mean "years"?'],
    [
      'no column of a requirement',
      'candidate,City\nAda,X\n',
      [],
      'no column holds a requirement of small (years, degree, rota)',
    ],
    ['a header that is damaged', 'candidate,"years" x\nAda,3\n', [], "the header of a.csv can't be read"],
    ['no candidate', 'years\n3\n', [], 'there is no column "candidate"'],
    [
      'a mapping to nothing',
      'candidate,Y\nAda,3\n',
      ['--map', 'Y=yeers'],
      'has no requirement "yeers"; did you mean "years"?',
    ],
  ])('refuses %s', async (_name, csv, args, expected) => {
    const { code, stdout, stderr } = await screen(csv, ...args);
    expect(code).toBe(EXIT.usage);
    expect(stdout).toBe('');
    expect(stderr).toContain(expected);
  });

  test('leaves out a column that --map leads to nothing, however near its header is to a requirement', async () => {
    const { code, stdout } = await screen('candidate,years,degre\nAda,3,yes\n', '--map', 'degre=', '-f', 'json');
    expect(code).toBe(EXIT.ok);
    expect(states(stdout)).toEqual(['met unknown unknown']);
  });

  test('takes other headers by --map, and defuses formulas in CSV', async () => {
    const { stdout } = await screen('Applicant,Y\n=cmd(),5\n', '--map', 'Y=years', '-f', 'csv');
    expect(stdout).toBe("line,candidate,years,degree,rota\n2,'=cmd(),met,unknown,unknown\n");
  });

  test('tells a row that is damaged or names nobody, and goes on', async () => {
    const { code, stdout, stderr } = await screen('candidate,years\n,4\n"Ada" x,4\nBo,4\n', '-f', 'json');
    expect(code).toBe(EXIT.no);
    expect(JSON.parse(stdout).results.map(({ candidate }: any) => candidate)).toEqual(['Bo']);
    expect(stderr).toContain('a.csv:2:1 error the candidate is missing');
    expect(stderr).toContain('a.csv:3:');
  });
});
