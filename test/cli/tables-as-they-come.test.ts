import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, HOME } from '../support/fake-host.js';

const RUBRIC = readFileSync(join(HOME, 'test/fixtures/small.yaml'), 'utf8');

async function batch(table: string | Uint8Array, ...args: readonly string[]) {
  const host = createFakeHost({ files: { 'small.yaml': RUBRIC, 'in.csv': table } });
  const code = await run(
    ['batch', 'in.csv', '--role', 'small.yaml', ...(args.includes('-f') ? [] : ['-f', 'csv']), ...args],
    host,
  );
  const [, ...lines] = host.stdout.text.trimEnd().split('\n');
  return { code, host, stderr: host.stderr.text, lines: lines.map((line) => line.replaceAll('"', '')) };
}

describe('the header is found below', () => {
  test.each([
    ['a title', 'Interview scores\n', 2],
    ['a title with delimiters behind it', 'Interview scores,,\nSpring,2026,\n,,\n', 4],
    ['a comment', '# exported 2026-03-01, by a program\n', 2],
    ['a row of groups', ',Technical,Other\n', 2],
    ['empty lines', '\n\nScores\n\n', 5],
    ['a title whose quote is damaged', '"Scores" of spring\n', 2],
  ])('%s', async (_what, above, line) => {
    const { code, lines, stderr } = await batch(`${above}candidate,craft,talk\nAda,4,5\n`);
    expect(code).toBe(EXIT.ok);
    expect(lines).toEqual([`${line + 1},Ada,,4.40,100,strong-yes,,,4,5`]);
    expect(stderr).toContain(`the header stands on line ${line}`);
  });

  test('a title with a comma above a table of semicolons', async () => {
    const { lines } = await batch('Scores, spring 2026\ncandidate;craft;talk\nAda;4;5\nBen;3;3\n');
    expect(lines).toHaveLength(2);
  });

  test('what a survey tool puts below it is no person', async () => {
    const { lines, stderr } = await batch(
      'Q1,Q2,Q3\nName of the candidate,How would you rate craft?,Rate the talk\n"{""ImportId"":""QID1""}","{""ImportId"":""QID2""}","{""ImportId"":""QID3""}"\nAda,4,5\n',
    );
    expect(lines).toEqual(['4,Ada,,4.40,100,strong-yes,,,4,5']);
    expect(stderr).toContain('in.csv:3:1 note labels of the columns');
    expect(stderr).toContain('1 row: 1 scored, 0 left out, 1 no person');
  });
});

describe('rows that end early', () => {
  test('lack what they lack, and nothing is shifted', async () => {
    const { code, lines } = await batch('candidate,craft,talk,notes\nAda,4,5\nBen,3,3,fine\nCy,4\nDee,2,2,\n');
    expect(code).toBe(EXIT.ok);
    expect(lines.map((line) => line.split(',').slice(-2).join(' '))).toEqual(['4 5', '3 3', '4 ', '2 2']);
  });

  test('are fine behind a header that goes on without a name', async () => {
    const { code, lines } = await batch('candidate,craft,talk,,\nAda,4,5\nBen,3,3,\nCy,2,2,,\n');
    expect(code).toBe(EXIT.ok);
    expect(lines).toHaveLength(3);
  });

  test.each([
    ['in the middle', 'candidate,craft,talk,notes,more\nAda,4,5 but\nwith doubts,fine,x\nBen,4,4,fine,y\n', [2, 3]],
    ['in a name', 'candidate,craft,talk,notes\nAda\nExample,4,5,fine\nBen,4,4,fine\n', [2]],
    ['twice', 'candidate,craft,talk,notes\nAda,4\nand\nwith doubts,5,x\nBen,4,4,fine\n', [2, 3, 4]],
    ['with an empty line', 'candidate,craft,talk,notes\nAda,4\n\nbut,5,fine\nBen,4,4,fine\n', [2, 4]],
    ['behind the last delimiter', 'candidate,craft,talk,notes\nAda,4,5,fine\nand more\nBen,4,4,fine\n', [3]],
  ])('are told where a line end tore a cell %s, and again from the rejects', async (_where, table, torn) => {
    const { code, stderr, host } = await batch(table, '--rejects', 'left.csv');
    expect(code).toBe(EXIT.no);
    expect(stderr).toContain(`${torn.length} left out`);
    const checked = await batch(table, '--dry-run');
    expect(
      [...checked.host.stdout.text.matchAll(/^in\.csv:(\d+):.*ragged-row/gm)].map(([, line]) => Number(line)),
    ).toEqual(torn);
    const again = await batch(readFileSync(join(host.cwd, 'left.csv')));
    expect(again.stderr).toContain(`Left out: ${torn.length} damaged`);
    expect(again.lines).toEqual([]);
  });
});

describe('quotes and delimiters', () => {
  test.each([
    ['every line in quotes', '"candidate,craft,talk"\n"Ada,4,5"\n'],
    ['every line in quotes, with quotes in it', '"candidate,craft,talk"\n"""Ada"",4,5"\n'],
    ['lines of semicolons in quotes', '"candidate;craft;talk"\n"Ada;4;5"\n'],
  ])('%s is read as if it had none', async (_what, table) => {
    expect((await batch(table)).lines).toEqual(['2,Ada,,4.40,100,strong-yes,,,4,5']);
  });

  test.each([
    ['^', 'candidate^craft^talk\nAda^4^5\n'],
    ['~', 'candidate~craft~talk\nAda~4~5\n'],
  ])('%s between the cells is named as the delimiter to pass', async (delimiter, table) => {
    const { code, stderr } = await batch(table);
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain(`pass --delimiter '${delimiter}'`);
    expect((await batch(table, '--delimiter', delimiter)).lines).toHaveLength(1);
  });

  test('a table on its side is told as such, and nothing else is', async () => {
    const { code, stderr } = await batch('Dimension,Ada Example,Ben Example\nCraft,4,2\nTalk,3,3\n');
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain('the table lies on its side: the dimensions stand below each other (lines 2 to 3)');
    expect(stderr.match(/error/g)).toHaveLength(1);
  });
});

describe('one row for each rating', () => {
  const LONG = `Judge,Candidate,Competency,Score,Comment
R. Panel,Ada,Craft,4,held up
S. Panel,Ada,Craft,2,
R. Panel,Ben,Workmanship (10 pts),3,
R. Panel,Ada,Talk,5,"short, clear"
`;

  test('makes one scorecard of what one interviewer said of one candidate, on the line of the first', async () => {
    const { code, lines, stderr } = await batch('Candidate,Skill,Rating\nAda,Craft,4\nBen,craft,3\nAda,Talk,5\n');
    expect([code, lines]).toEqual([EXIT.ok, ['2,Ada,,4.40,100,strong-yes,,,4,5', '3,Ben,,3.00,60,incomplete,,,3,']]);
    expect(stderr).toContain('one row for each rating');
  });

  test('keeps interviewers apart, and comments as evidence', async () => {
    const { host } = await batch(LONG.replace('Workmanship (10 pts)', 'Craft'), '-f', 'json');
    const found = JSON.parse(host.stdout.text).results;
    expect(found.map(({ line, candidate, interviewer }: any) => [line, candidate.name, interviewer.name])).toEqual([
      [2, 'Ada', 'R. Panel'],
      [3, 'Ada', 'S. Panel'],
      [4, 'Ben', 'R. Panel'],
    ]);
    expect(found[0].dimensions.map(({ rating, evidence }: any) => [rating, evidence])).toEqual([
      [4, [{ text: 'held up' }]],
      [5, [{ text: 'short, clear' }]],
    ]);
  });

  test('is refused where two criteria are one dimension, with the options to copy', async () => {
    const { code, stderr } = await batch(LONG);
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain(`--map 'Workmanship (10 pts)='`);
  });

  test.each([
    ['nearly right', 'Crafd', 'did you mean "craft"?'],
    ['of something else', 'Charm', '"Charm" is no dimension'],
  ])('is refused for a criterion %s, with its line', async (_what, criterion, message) => {
    const table = `Candidate,Criterion,Score\nAda,Craft,4\nAda,Talk,4\nAda,${criterion},4\n`.replace(
      criterion === 'Crafd' ? 'Ada,Craft,4\n' : 'nothing',
      '',
    );
    const { code, stderr } = await batch(table);
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(criterion === 'Crafd' ? /in\.csv:3:5 / : /in\.csv:4:5 /);
    const mapped = await batch(table, '--map', `${criterion}=`);
    expect(mapped.code).toBe(EXIT.ok);
  });

  test('leaves out a scorecard with two ratings of one dimension, also when it comes back', async () => {
    const { code, stderr, lines, host } = await batch(
      'Candidate,Criterion,Score\nAda,Craft,4\nBen,Craft,4\nAda,Craft,3\nAda,Talk,3\n',
      '--rejects',
      'left.csv',
    );
    expect(code).toBe(EXIT.no);
    expect(lines).toHaveLength(1);
    expect(stderr).toContain('in.csv:4:11 error two ratings of "Craft"');
    expect(stderr).toContain('on lines 2 and 4');
    const again = await batch(readFileSync(join(host.cwd, 'left.csv')));
    expect(again.lines).toEqual([]);
    expect(again.stderr).toContain('"4 and 3" is not a rating');
  });

  test('is refused with a row of which it is not known whose it is', async () => {
    const { code, stderr } = await batch('Candidate,Criterion,Score\nAda,Craft,4\nAda,,3\n"Ada" x,Talk,3\n');
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain('in.csv:3:5 error a score without a criterion');
    expect(stderr).toContain('in.csv:4:6 error text after a closing quote');
  });

  test('is guessed at where only the cells show it, with the option to copy', async () => {
    const { code, stderr } = await batch('Topic,Candidate,Stars\nCraft,Ada,4\nTalk,Ada,5\n');
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain('in.csv:1:1 error dimensions are named in the cells of "Topic": one row for each rating');
    expect(stderr).toContain('--map Topic=criterion');
  });

  test('may have other headers by --map, or is told what it lacks with --long', async () => {
    const table = 'Candidate,Thing,Stars\nAda,Craft,4\nAda,Talk,5\n';
    const mapped = await batch(table, '--map', 'Thing=criterion', '--map', 'Stars=score');
    expect(mapped.lines).toEqual(['2,Ada,,4.40,100,strong-yes,,,4,5']);
    const { code, stderr } = await batch(table, '--long');
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain('--map "Column=criterion"');
  });
});

describe('screen reads the same headers', () => {
  async function screen(table: string) {
    const host = createFakeHost({ files: { 'small.yaml': RUBRIC, 'in.csv': table } });
    const code = await run(['screen', 'in.csv', '--role', 'small.yaml', '-f', 'csv'], host);
    return { code, stdout: host.stdout.text, stderr: host.stderr.text };
  }

  test.each([
    ['the recruiter before the candidate', 'Name,Candidate,Years of building\nR. Recruiter,Ada Example,5\n'],
    ['first and last name', 'Last Name,First Name,years\nExample,Ada,5\n'],
    ['a question around the requirement', 'Applicant name,How many Years of building do you have?\nAda Example,5\n'],
    ['a title above', 'Applications\n\nApplicant,1) Years of building (number)\nAda Example,5\n'],
  ])('%s', async (_what, table) => {
    const { code, stdout } = await screen(table);
    expect(code).toBe(EXIT.ok);
    expect(stdout).toMatch(/^line,candidate,years\n\d,Ada Example,met\n$/);
  });

  test('rows of no person are told and left out', async () => {
    const { stdout, stderr } = await screen(
      'candidate,years\nTest Applicant,9\nAda Example,5\nBen Example,\ncandidate,years\nAverage,7\n',
    );
    expect(stdout).toBe('line,candidate,years\n3,Ada Example,met\n4,Ben Example,unknown\n');
    expect(stderr).toContain('2 applications, 3 rows of no person left out: 1 meets');
  });
});
