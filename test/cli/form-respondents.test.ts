import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { createFakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

async function rowsOf(table: string, ...options: readonly string[]) {
  const host = createFakeHost({ files: { 'small.yaml': SMALL_RUBRIC, 'in.csv': table } });
  const code = await run(['batch', 'in.csv', '--role', './small.yaml', '-f', 'json', ...options], host);
  const rows = host.stdout.text === '' ? [] : JSON.parse(host.stdout.text).results;
  return { code, rows, err: host.stderr.text };
}

const PEOPLE = ({ candidate, interviewer }: any) => [candidate, interviewer];

test('one address beside several candidates is that of whoever filled in the form', async () => {
  const { rows } = await rowsOf(
    [
      'Timestamp,Email Address,Candidate name,Interviewer,Craft,Talk',
      '11/20/2026 9:00:11,panel@example.com,Ada Example,R. Panel,4,3',
      '11/20/2026 9:30:11,panel@example.com,Bo Sample,R. Panel,2,3',
      '11/20/2026 9:40:11,other@example.com,Ada Example,S. Other,3,3',
    ].join('\n'),
  );
  expect(rows.map(PEOPLE)).toEqual([
    [{ name: 'Ada Example' }, { name: 'R. Panel', id: 'panel@example.com' }],
    [{ name: 'Bo Sample' }, { name: 'R. Panel', id: 'panel@example.com' }],
    [{ name: 'Ada Example' }, { name: 'S. Other', id: 'other@example.com' }],
  ]);
});

test('name and e-mail of a form are of who filled it in, where another column names the candidate', async () => {
  const { rows } = await rowsOf(
    [
      "ID,Start time,Completion time,Email,Name,Candidate's name,1. Craft,2. Talk,Would you hire?",
      '1,11/20/26 10:00:00,11/20/26 10:05:00,panel@example.com,R. Panel,Ada Example,4,3,Yes',
    ].join('\n'),
  );
  expect(rows.map(PEOPLE)).toEqual([[{ name: 'Ada Example' }, { name: 'R. Panel', id: 'panel@example.com' }]]);
  expect(rows[0]).toMatchObject({ held: '2026-11-20', verdict: { is: 'yes' } });
});

test('addresses of their own tell candidates of one name apart, as before', async () => {
  const { rows } = await rowsOf('candidate,email,craft,talk\nAda,one@example.com,5,5\nAda,two@example.com,1,1\n');
  expect(rows.map(({ candidate }: any) => candidate.id)).toEqual(['one@example.com', 'two@example.com']);
});

test('an address that a mapping names is whose the mapping says', async () => {
  const table = 'candidate,email,craft,talk\nAda,one@example.com,5,5\nBo,one@example.com,1,1\n';
  const { rows } = await rowsOf(table, '--map', 'email=candidate id');
  expect(rows.map(({ candidate }: any) => candidate.id)).toEqual(['one@example.com', 'one@example.com']);
});

test('dimensions that stand below each other again and again are rows of ratings, whoever is rated', async () => {
  const table = 'submission,category,score\nAda,Craft,4\nAda,Talk,3\nBo,Craft,2\nBo,Talk,3\n';
  const { code, err } = await rowsOf(table);
  expect(code).toBe(2);
  expect(err).toContain('one row for each rating, as it seems');
  expect(err).toContain('there is no column "candidate"');
  expect(err).not.toContain('lies on its side');
  const { rows } = await rowsOf(table, '--long', '--map', 'submission=candidate');
  expect(rows.map(({ candidate }: any) => candidate.name)).toEqual(['Ada', 'Bo']);
});

test('a header on two lines is told as that: no mapping could put them together', async () => {
  const { code, err } = await rowsOf(
    [
      'Respondent,Candidate,Interviewer,Please rate the candidate,',
      ',Open-Ended Response,Open-Ended Response,Craft,Talk',
      '118,Ada Example,R. Panel,4,3',
    ].join('\n'),
  );
  expect(code).toBe(2);
  expect(err).toContain('the header goes on in line 2, with "Craft" and others: write its two lines as one');
  expect(err).not.toContain('--map');
});
