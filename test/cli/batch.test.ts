import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { parseScorecard } from '../../src/core/scorecard/parse-scorecard.js';
import { verifyScorecard } from '../../src/core/scorecard/verify-scorecard.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const GOOD = `candidate,interviewer,craft,talk,flags,verdict
Ada Example,R. Panel,5,4,,strong-yes
"Yamada
太郎",R. Panel,3 - Meets the bar,n/a,blames,no
Ben Example,S. Panel,4,,,
`;

const MIXED = `candidate;craft;talk;Notes
Ada;4;5;"two
lines; and a semicolon"
Ben;6;x;
Cyd;4;4;fine;more
Dee;3;3;fine
`;

function hostWith(table: string | Uint8Array, more: Readonly<Record<string, string>> = {}): FakeHost {
  return createFakeHost({ files: { 'small.yaml': SMALL_RUBRIC, 'in.csv': table, ...more } });
}

function batch(host: FakeHost, ...args: readonly string[]): Promise<number> {
  return run(['batch', ...args, '--role', 'small.yaml'], host);
}

const read = (host: FakeHost, path: string) => readFileSync(join(host.cwd, path), 'utf8');

describe('results', () => {
  test('as a table: one line a row, in the order of the file, and every row accounted for', async () => {
    const host = hostWith(GOOD);
    expect(await batch(host, 'in.csv')).toBe(EXIT.ok);
    expect(host.stdout.text).toMatchInlineSnapshot(`
      "CANDIDATE    SCORE  COVER  PROFILE  RECOMMEND   VERDICT     FLAGS
      Ada Example   4.60   100%  █▆       strong-yes  strong-yes
      Yamada 太郎   3.00   100%  ▄-       yes         no (!)      1 concern
      Ben Example   4.00    60%  ▆·       incomplete
      "
    `);
    expect(host.stderr.text).toBe('3 rows: 3 scored, 0 left out\n');
  });

  test('as CSV: names as they came, blank where nothing was assessed', async () => {
    const host = hostWith(GOOD);
    expect(await batch(host, 'in.csv', '-f', 'csv')).toBe(EXIT.ok);
    expect(host.stdout.text).toMatchInlineSnapshot(`
      "line,candidate,interviewer,score,coverage,recommendation,verdict,flags,craft,talk
      2,Ada Example,R. Panel,4.60,100,strong-yes,strong-yes,,5,4
      3,"Yamada
      太郎",R. Panel,3.00,100,yes,no,blames,3,n/a
      5,Ben Example,S. Panel,4.00,60,incomplete,,,4,
      "
    `);
  });

  test('as JSON: one document, each result in the shape of a scorecard', async () => {
    const host = hostWith(GOOD);
    expect(await batch(host, 'in.csv', '-f', 'json')).toBe(EXIT.ok);
    const { schemaVersion, rubric, results } = JSON.parse(host.stdout.text);
    expect([schemaVersion, rubric.id, rubric.sha256.length, results.length]).toEqual([2, 'small', 64, 3]);
    expect(results[1]).toMatchObject({
      line: 3,
      candidate: { name: 'Yamada\n太郎' },
      interviewer: { name: 'R. Panel' },
      result: { score: 3, exact: { numerator: 180, denominator: 60 }, coverage: 100, recommendation: 'yes' },
      dimensions: [{ id: 'craft', name: 'Craft', weight: 60, rating: 3 }, { rating: 'not-applicable' }],
      redFlags: [{ id: 'blames', severity: 'concern' }],
      verdict: { is: 'no' },
    });
    expect(results[2]).not.toHaveProperty('verdict');
  });

  test('as JSON with no rows: still a document', async () => {
    const host = hostWith('candidate,craft,talk\n');
    expect(await batch(host, 'in.csv', '-f', 'json')).toBe(EXIT.ok);
    expect(JSON.parse(host.stdout.text).results).toEqual([]);
  });

  test('as ndjson: a record a line, each with its rubric', async () => {
    const host = hostWith(GOOD);
    expect(await batch(host, 'in.csv', '-f', 'ndjson', '--variant', 'even')).toBe(EXIT.ok);
    const records = host.stdout.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ line, result }) => [line, result.score])).toEqual([
      [2, 4.5],
      [3, 3],
      [5, 4],
    ]);
    expect(records[0].rubric).toMatchObject({ id: 'small', version: '1.0.0', variant: 'even', scale: { max: 5 } });
  });

  test('as Markdown: nothing in a cell can begin markup', async () => {
    const host = hostWith('candidate,craft,talk\n<b>*x*|y,4,4\n');
    expect(await batch(host, 'in.csv', '-f', 'markdown')).toBe(EXIT.ok);
    expect(host.stdout.text).toMatchInlineSnapshot(`
      "# Batch: Small role

      Rubric small 1.0.0, ratings 1 to 5.

      | Line | Candidate | Interviewer | Score | Coverage | Recommendation | Verdict | Flags |
      | ---: | --- | --- | ---: | ---: | --- | --- | --- |
      | 2 | \\<b\\>\\*x\\*\\|y |  | 4.00 | 100% | yes |  |  |

      1 scorecard. A scorecard advises; people decide.
      "
    `);
  });

  test('CSV and JSON say the same of every row', async () => {
    const ratings = ['', '1', '2', '3', '4', '5'];
    const rows = ratings.flatMap((craft) => ratings.map((talk) => `c${craft}${talk},${craft},${talk || 'n/a'}`));
    const table = `candidate,craft,talk\n${rows.join('\n')}\n`;
    const [csv, json] = [hostWith(table), hostWith(table)];
    await batch(csv, 'in.csv', '-f', 'csv');
    await batch(json, 'in.csv', '-f', 'json');
    const lines = csv.stdout.text.trimEnd().split('\n').slice(1);
    const told = JSON.parse(json.stdout.text).results.map(
      ({ line, candidate, result }: { line: number; candidate: { name: string }; result: Record<string, unknown> }) =>
        [
          line,
          candidate.name,
          '',
          (result.score as number | undefined)?.toFixed(2),
          result.coverage,
          result.recommendation,
        ].join(','),
    );
    expect(lines.map((line) => line.split(',').slice(0, 6).join(','))).toEqual(told);
    expect(lines).toHaveLength(36);
  });

  test('what it writes as CSV, it reads as CSV', async () => {
    const host = hostWith(GOOD);
    await batch(host, 'in.csv', '-o', 'once.csv');
    await batch(host, 'once.csv', '-o', 'twice.csv');
    const withoutLine = (text: string) => text.replace(/^\d+,/gm, '');
    expect(withoutLine(read(host, 'twice.csv'))).toBe(withoutLine(read(host, 'once.csv')));
  });
});

describe('rows that cannot be scored', () => {
  test('the command that comes next is, typed into a shell, the one that is meant', async () => {
    const table = 'candidate,"Craft, $HOME",talk\nAda,6,4\n';
    const host = hostWith(table);
    const options = ['--interviewer', 'A "B" $USER', '--map', 'Craft, $HOME=craft'];
    await batch(host, 'in.csv', ...options, '--rejects', "it's left.csv");
    const [, command = ''] = /, then run: (.*)/.exec(host.stderr.text) ?? [];
    const script = `scorecard() { printf '%s\\n' "$@"; }\n${command}`;
    const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n');
    expect(words).toEqual(['batch', "it's left.csv", '--role', 'small.yaml', ...options]);
  });

  test('are left out with line, column and reason; the exit code says so', async () => {
    const host = hostWith(MIXED);
    expect(await batch(host, 'in.csv', '-o', 'out.csv')).toBe(EXIT.no);
    expect(host.stderr.text).toMatchInlineSnapshot(`
      "in.csv note 1 column left alone: "Notes"
      in.csv:4:5 error rating 6 is outside the scale 1 to 5 (craft) (off-scale)
      in.csv:4:7 error "x" is not a rating of the scale 1 to 5 (talk); pass --value x=RATING (unknown-rating)
      in.csv:5:14 error the row has 5 cells where the header has 4; a cell with a delimiter in it needs quotes (ragged-row)
      out.csv
      out.rejects.csv (rows left out)
      Left out: 1 for a rating that can't be read, 1 damaged
      Next: put in what is meant for RATING (or not-assessed), and run: scorecard batch in.csv --role small.yaml -o out.csv --force --value x=RATING
      Or: fix out.rejects.csv, then run: scorecard batch out.rejects.csv --role small.yaml -o out.mended.csv
      4 rows: 2 scored, 2 left out
      "
    `);
    expect(read(host, 'out.csv')).toMatchInlineSnapshot(`
      "line,candidate,interviewer,score,coverage,recommendation,verdict,flags,craft,talk
      2,Ada,,4.40,100,strong-yes,,,4,5
      6,Dee,,3.00,100,yes,,,3,3
      "
    `);
    expect(read(host, 'out.rejects.csv')).toMatchInlineSnapshot(`
      "rejected-line;rejected-column;rejected-because;candidate;craft;talk;Notes
      "4";"craft; talk";"rating 6 is outside the scale 1 to 5 (craft); ""x"" is not a rating of the scale 1 to 5 (talk)";Ben;6;x;
      "5";"character 14";"the row has 5 cells where the header has 4; a cell with a delimiter in it needs quotes";Cyd;4;4;fine;more
      "
    `);
  });

  test('can be fixed in the rejects file and run again', async () => {
    const host = hostWith(MIXED);
    await batch(host, 'in.csv', '-o', 'out.csv');
    const mended = read(host, 'out.rejects.csv').replace('Ben;6;x', 'Ben;5;x').replace('Cyd;4;4;fine;more', 'Cyd;4;4;');
    const again = hostWith(mended);
    expect(await batch(again, 'in.csv', '-o', 'out.csv')).toBe(EXIT.no);
    expect(read(again, 'out.csv')).toContain('Cyd,,4.00');
    // The reasons of the first run are gone, those of the second stand in their place.
    expect(read(again, 'out.rejects.csv')).toMatchInlineSnapshot(`
      "rejected-line;rejected-column;rejected-because;candidate;craft;talk;Notes
      "2";"talk";"""x"" is not a rating of the scale 1 to 5 (talk)";Ben;5;x;
      "
    `);
  });

  test('are only told where nothing is written to a file', async () => {
    const host = hostWith(MIXED);
    expect(await batch(host, 'in.csv', '-f', 'csv')).toBe(EXIT.no);
    expect(readdirSync(host.cwd).sort()).toEqual(['in.csv', 'small.yaml']);
    expect(host.stderr.text).toContain('pass --rejects FILE');
  });

  test('are told by kind, the most frequent first, and counted by kind', async () => {
    const host = hostWith(`candidate,craft,talk\nBen,4,good\n${'Ada,9,1\n'.repeat(50)}Cyd,4\n`);
    expect(await batch(host, 'in.csv', '-q')).toBe(EXIT.no);
    expect(host.stderr.text).toMatchInlineSnapshot(`
      "in.csv:3:5 error 50 × rating 9 is outside the scale 1 to 5 (craft); also on lines 4, 5, 6, … (off-scale)
      in.csv:2:7 error "good" is not a rating of the scale 1 to 5 (talk); pass --value good=RATING (unknown-rating)
      Left out: 51 for a rating that can't be read
      52 rows: 1 scored, 51 left out
      "
    `);
  });

  test('are told in twenty kinds at most', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => `Ada,word ${at},1\n`);
    const host = hostWith(`candidate,craft,talk\n${rows.join('')}`);
    await batch(host, 'in.csv', '-q');
    const lines = host.stderr.text.trimEnd().split('\n');
    expect([lines.length, lines[20]]).toEqual([23, '… and 30 more kinds of problems; --dry-run prints each one']);
  });

  test('keep the bytes they came with', async () => {
    const latin = Buffer.concat([Buffer.from('candidate,craft,talk\nJos'), Buffer.from([0xe9]), Buffer.from(',4,4\n')]);
    const host = hostWith(latin);
    expect(await batch(host, 'in.csv', '--rejects', 'left.csv')).toBe(EXIT.no);
    expect(readFileSync(join(host.cwd, 'left.csv')).includes(Buffer.from([0xe9, 0x2c]))).toBe(true);
    expect(host.stderr.text).toContain('in.csv:2:4 error the row is not UTF-8');
    expect(host.stderr.text).toContain('--encoding windows-1252');
    const again = hostWith(latin);
    expect(await batch(again, 'in.csv', '--encoding', 'windows-1252', '-f', 'csv')).toBe(EXIT.ok);
    expect(again.stdout.text).toContain('José');
  });

  test('--strict writes nothing at all', async () => {
    const host = hostWith(MIXED);
    expect(await batch(host, 'in.csv', '-o', 'out.csv', '--rejects', 'left.csv', '--strict')).toBe(EXIT.no);
    expect(readdirSync(host.cwd).sort()).toEqual(['in.csv', 'small.yaml']);
    expect(host.stderr.text).toContain('Nothing was written');
  });

  test('--strict passes a table without mistakes, from standard input too', async () => {
    const host = createFakeHost({ files: { 'small.yaml': SMALL_RUBRIC }, stdin: GOOD });
    expect(await batch(host, '-', '--strict', '-f', 'csv')).toBe(EXIT.ok);
    expect(host.stdout.text.split('\n')).toHaveLength(6);
  });

  test('--dry-run prints every problem and writes nothing', async () => {
    const host = hostWith(`candidate,craft,talk\n${'Ada,9,1\n'.repeat(50)}`);
    expect(await batch(host, 'in.csv', '--dry-run', '-o', 'out.csv')).toBe(EXIT.no);
    expect(host.stdout.text.trimEnd().split('\n')).toHaveLength(50);
    expect(host.stderr.text).toBe("Left out: 50 for a rating that can't be read\n50 rows: 0 good, 50 bad\n");
    expect(existsSync(join(host.cwd, 'out.csv'))).toBe(false);
  });
});

describe('--reports', () => {
  test('writes a sealed scorecard for each row, which verify accepts', async () => {
    const host = hostWith(GOOD);
    expect(await batch(host, 'in.csv', '--reports', 'cards')).toBe(EXIT.ok);
    const files = readdirSync(join(host.cwd, 'cards')).sort();
    expect(files).toEqual([
      '2026-11-20-ada-example-small-r-panel.json',
      '2026-11-20-ada-example-small-r-panel.md',
      '2026-11-20-ben-example-small-s-panel.json',
      '2026-11-20-ben-example-small-s-panel.md',
      '2026-11-20-yamada-太郎-small-r-panel.json',
      '2026-11-20-yamada-太郎-small-r-panel.md',
    ]);
    for (const file of files.filter((name) => name.endsWith('.json'))) {
      const card = parseScorecard(JSON.parse(read(host, `cards/${file}`)));
      expect(card.ok && verifyScorecard(card.value)).toEqual([]);
      expect(card).toMatchObject({ value: { source: { file: 'in.csv', row: expect.any(Number) } } });
    }
  });

  test('need an interviewer for each row', async () => {
    const host = hostWith('candidate,craft,talk\nAda,4,4\n');
    expect(await batch(host, 'in.csv', '--reports', 'cards')).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('has no column "interviewer"');
    expect(await batch(host, 'in.csv', '--reports', 'cards', '-i', 'R. Panel')).toBe(EXIT.ok);
  });
});

describe('what stands in the way is said before anything is written', () => {
  test('a header with mistakes names each, with line and column', async () => {
    const host = hostWith('Person,crafd,talk,Talk\nAda,4,4,4\n');
    expect(await batch(host, 'in.csv', '-o', 'out.csv')).toBe(EXIT.usage);
    expect(host.stderr.text).toMatchInlineSnapshot(`
      "in.csv:1:1 error there is no column "candidate"; did you mean "Person"? Then pass --map Person=candidate (no-candidate)
      in.csv:1:8 error column "crafd" matches nothing in the rubric; did you mean "craft"? Rename it, or pass --map crafd=craft, or --map crafd= to leave it out (near-miss)
      in.csv:1:19 error columns "talk" and "Talk" both hold talk; rename or remove one of them (duplicate-column)
      scorecard: the columns of in.csv don't fit the rubric small
      "
    `);
    expect(existsSync(join(host.cwd, 'out.csv'))).toBe(false);
  });

  test.each([
    ['a file that is not there', ['none.csv'], 'none.csv: there is no such file'],
    ['an output that exists', ['in.csv', '-o', 'small.yaml'], 'small.yaml exists already'],
    ['an output that is the input', ['in.csv', '-o', 'in.csv', '--force'], 'in.csv is the table being read'],
    ['rejects that are the input', ['in.csv', '--rejects', './in.csv', '--force'], 'is the table being read'],
    ['no file at all', [], 'the CSV is missing'],
    ['a delimiter of two signs', ['in.csv', '--delimiter', '::'], '--delimiter "::" is not a single ASCII sign'],
    ['a mapping without =', ['in.csv', '--map', 'craft'], 'is not of the form'],
    ['--sample alone', ['--sample'], '--sample goes with --template'],
  ])('%s', async (_what, args, message) => {
    const host = hostWith(GOOD);
    expect(await batch(host, ...args)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain(message);
    expect(readdirSync(host.cwd).sort()).toEqual(['in.csv', 'small.yaml']);
  });

  test.each([
    ['an empty file', '', 'in.csv is empty'],
    ['nothing but empty lines', '\n\r\n\n', 'has no header'],
    ['a header whose quote is never closed', 'candidate,"craft\nAda,4\n', "the header of in.csv can't be read"],
  ])('%s', async (_what, table, message) => {
    const host = hostWith(table);
    expect(await batch(host, 'in.csv')).toBe(EXIT.usage);
    expect(host.stderr.text).toContain(message);
  });

  test('no role', async () => {
    const host = hostWith(GOOD);
    expect(await run(['batch', 'in.csv'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('pass --role ROLE');
  });
});

describe('real files', () => {
  const expected = '2,Ada,,4.40,100,strong-yes,,,4,5\n';
  test.each([
    ['CRLF', 'candidate,craft,talk\r\nAda,4,5\r\n'],
    ['a byte order mark', '\ufeffcandidate,craft,talk\nAda,4,5\n'],
    ['semicolons', 'candidate;craft;talk\nAda;4;5\n'],
    ['tabs', 'candidate\tcraft\ttalk\nAda\t4\t5\n'],
    ['UTF-16', Buffer.from('\ufeffcandidate\tcraft\ttalk\r\nAda\t4\t5\r\n', 'utf16le')],
    ['gzip', gzipSync('candidate,craft,talk\nAda,4,5\n')],
    ['old line ends', 'candidate,craft,talk\rAda,4,5\r'],
    ['no last line end', 'candidate,craft,talk\nAda,4,5'],
    ['delimiters at the ends of rows', 'candidate,craft,talk\nAda,4,5,,,\n'],
    [
      'a hundred thousand columns of nothing',
      `candidate,craft,talk${','.repeat(100_000)}\nAda,4,5${','.repeat(100_000)}\n`,
    ],
    ['rows of commas at the end', `candidate,craft,talk\nAda,4,5\n${',,\n'.repeat(900)}`],
    ['quotes around everything', '"candidate","craft","talk"\n"Ada","4","5"\n'],
  ])('%s', async (_what, table) => {
    const host = hostWith(table);
    expect(await batch(host, 'in.csv', '-f', 'csv')).toBe(EXIT.ok);
    expect(host.stdout.text.split('\n').slice(1).join('\n').replaceAll('"', '')).toBe(expected);
  });

  test('a quote that is never closed takes the rest with it, and says where it opened', async () => {
    const host = hostWith('candidate,craft,talk\nAda,4,5\n"Ben,4,5\nCyd,4,5\nDee,4,5\n');
    expect(await batch(host, 'in.csv', '-o', 'out.csv')).toBe(EXIT.no);
    expect(host.stderr.text).toContain('in.csv:3:1 error the quote that opens on line 3 is never closed');
    expect(read(host, 'out.rejects.csv')).toContain('"Ben,4,5\nCyd,4,5\nDee,4,5\n');
  });

  test('formulas are defused on the way out', async () => {
    const host = hostWith('candidate,craft,talk\n"=HYPERLINK(""http://x"")",4,5\n@x,4,5\n');
    await batch(host, 'in.csv', '-f', 'csv');
    expect(host.stdout.text).toContain(`2,"'=HYPERLINK(""http://x"")",,4.40`);
    expect(host.stdout.text).toContain("3,'@x,,4.40");
  });

  test('terminal escapes never reach the screen', async () => {
    const host = hostWith('candidate,craft,talk\n\u001b[31mRed\u202e,4,5\n\u001b]0;t\u0007Bad,9,5\n');
    await batch(host, 'in.csv');
    expect(host.stdout.text + host.stderr.text).not.toMatch(/[\u001b\u0007\u202e]/);
  });
});

describe('--template', () => {
  test('prints the columns of the rubric', async () => {
    const host = createFakeHost({ files: { 'small.yaml': SMALL_RUBRIC } });
    expect(await batch(host, '--template')).toBe(EXIT.ok);
    expect(host.stdout.text).toBe(
      'candidate,interviewer,craft,talk,craft evidence,years,flags,verdict,verdict reason\n',
    );
  });

  test.each(['devops-tech-lead', 'infra-developer', 'lead-devops', 'lead-infra'])(
    '--sample prints rows that %s scores without a word',
    async (role) => {
      const host = createFakeHost();
      expect(await run(['batch', '--role', role, '--template', '--sample', '-o', 'sample.csv'], host)).toBe(EXIT.ok);
      const scored = createFakeHost({ cwd: host.cwd });
      expect(await run(['batch', 'sample.csv', '--role', role], scored)).toBe(EXIT.ok);
      expect(scored.stderr.text).toBe('3 rows: 3 scored, 0 left out\n');
    },
  );
});
