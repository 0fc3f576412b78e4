import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEditionRegistry } from '../../../src/core/panel/edition.js';
import { readPanelCards } from '../../../src/io/cards/read-cards.js';
import { createLineSplitter } from '../../../src/io/system/line-splitter.js';
import { createFakeHost, HOME } from '../../support/fake-host.js';
import { createRubric } from '../../support/rubrics.js';
import { createScorecard, scorecardFiles } from '../../support/scorecards.js';

const ADA = createScorecard({ ratings: [4, 3, 2] });
const TEXT = `${JSON.stringify(ADA, undefined, 2)}\n`;

const { id: _id, status: _status, startedAt: _startedAt, digest: _digest, ...ROW } = ADA;
const RECORD = JSON.stringify({ ...ROW, line: 2 });

async function read(files: Record<string, string | Uint8Array>, paths: readonly string[], stdin = '') {
  return readPanelCards(
    paths,
    { registry: createEditionRegistry(), keepsEvidence: false },
    createFakeHost({ files, stdin }),
  );
}

describe('what is found', () => {
  test('scorecards of a folder and those below it; hidden ones and other files are passed over', async () => {
    const files = {
      ...scorecardFiles('store', [{ ratings: [4] }, { interviewer: 'S. Panel', ratings: [3] }]),
      ...scorecardFiles('store/older', [{ interviewer: 'T. Panel', ratings: [2] }]),
      ...scorecardFiles('store/.trash', [{ interviewer: 'U. Panel', ratings: [1] }]),
      'store/notes.md': '# notes',
    };
    const { cards, problems } = await read(files, ['store/']);
    expect(cards.map(({ interviewer }) => interviewer?.name)).toEqual(['R. Panel', 'S. Panel', 'T. Panel']);
    expect(problems).toEqual([]);
  });

  test('a file that is reached twice is read once', async () => {
    const { cards } = await read({ 'store/ada.json': TEXT }, ['store', 'store/ada.json', './store']);
    expect(cards).toHaveLength(1);
  });

  test('a list of scorecards, a batch as JSON and as lines, all alike', async () => {
    const { rubric, ...row } = ROW;
    const files = {
      'list.json': JSON.stringify([ADA, ADA]),
      'batch.json': JSON.stringify({ schemaVersion: 1, rubric, results: [{ ...row, line: 2 }] }),
      'batch.ndjson': `${RECORD}\n\n${RECORD}`,
    };
    const { cards, problems } = await read(files, ['list.json', 'batch.json', 'batch.ndjson']);
    expect(problems).toEqual([]);
    expect(cards.map(({ source, ratings }) => [source, ratings])).toEqual(
      ['list.json (item 1)', 'list.json (item 2)', 'batch.json (result 1)', 'batch.ndjson:1', 'batch.ndjson:3'].map(
        (source) => [source, [4, 3, 2]],
      ),
    );
  });

  test.each([
    ['a document', TEXT],
    ['lines', `${RECORD}\n`],
  ])('standard input may be %s', async (_what, stdin) => {
    const { cards } = await read({}, ['-'], stdin);
    expect(cards).toHaveLength(1);
  });

  test('folders with drafts are named, the drafts not read', async () => {
    const host = createFakeHost();
    mkdirSync(join(host.cwd, 'store/.drafts'), { recursive: true });
    const { stores, cards } = await readPanelCards(
      ['store'],
      { registry: createEditionRegistry(), keepsEvidence: false },
      host,
    );
    expect(stores.map(({ shown }) => shown)).toEqual(['store']);
    expect(cards).toEqual([]);
  });
});

describe('what is wrong', () => {
  const lineOf = (text: string) => TEXT.split('\n').findIndex((line) => line.includes(text)) + 1;

  test.each<[string, string | Uint8Array, object]>([
    ['no JSON', '{ "candidate": ', { code: 'open-bracket', line: 1 }],
    ['a file cut off', TEXT.slice(0, 700), { code: 'open-quote' }],
    ['an empty file', '', { code: 'empty' }],
    ['Latin 1', Buffer.from(TEXT.replace('Ada', 'Adé'), 'latin1'), { code: 'not-utf8' }],
    ['other JSON', '{ "name": "a package" }', { code: 'no-scorecard' }],
    ['no object', '7', { code: 'no-scorecard' }],
    ['a missing name', TEXT.replace('"candidate"', '"kandidat"'), { code: 'missing' }],
    ['a rating in words', TEXT.replace('"rating": 3', '"rating": "three"'), { line: lineOf('"rating": 3') }],
    ['a rating off the scale', TEXT.replace('"rating": 3', '"rating": 9'), { line: lineOf('"rating": 3'), column: 17 }],
  ])('%s is told with its file, and the rest is read', async (_what, text, problem) => {
    const { cards, problems, leftOut } = await read({ 's/bad.json': text, 's/good.json': TEXT }, ['s']);
    expect(cards).toHaveLength(1);
    expect(leftOut).toBe(1);
    expect(problems[0]).toMatchObject({ file: 's/bad.json', ...problem });
    expect(problems.filter(({ file }) => file === 's/bad.json')).toHaveLength(1);
  });

  test('a trailing comma is forgiven, as in every other command', async () => {
    const { cards, problems } = await read({ 'ada.json': TEXT.replace(/\n}\n$/, ',\n}\n') }, ['ada.json']);
    expect(problems).toEqual([]);
    expect(cards).toHaveLength(1);
  });

  test('of a batch only the wrong record is left out, with its line', async () => {
    const bad = RECORD.replace('"rating":3', '"rating":9');
    const { cards, problems } = await read({ 'b.ndjson': `${RECORD}\n${bad}\n{"half\n` }, ['b.ndjson']);
    expect(cards).toHaveLength(1);
    expect(problems).toMatchObject([
      { file: 'b.ndjson', line: 2, message: 'rating 9 is outside the scale 1 to 5 (care)' },
      { file: 'b.ndjson', line: 3, code: 'json' },
    ]);
  });

  test('of a batch’s document too, with line and column', async () => {
    const { rubric, ...row } = ROW;
    const document = { rubric, results: [row, { ...row, candidate: '' }] };
    const { cards, problems } = await read({ 'b.json': JSON.stringify(document, undefined, 2) }, ['b.json']);
    expect(cards).toHaveLength(1);
    expect(problems).toMatchObject([{ file: 'b.json', code: 'too-small', message: '"candidate" is empty' }]);
    expect(problems[0].line).toBeGreaterThan(10);
  });

  test('a path that isn’t there ends the command', async () => {
    await expect(read({}, ['nowhere'])).rejects.toThrow('nowhere: there is no such file or folder');
  });

  test('a CSV is not a scorecard, and the message says what makes it one', async () => {
    await expect(read({ 'c.csv': 'candidate' }, ['c.csv'])).rejects.toMatchObject({
      message: 'c.csv is not a scorecard',
      hint: expect.stringContaining('scorecard batch c.csv --role ROLE -f ndjson'),
    });
  });

  test('a document on standard input is told with line and column', async () => {
    const { problems } = await read({}, ['-'], TEXT.replace('"rating": 3', '"rating": 9'));
    expect(problems).toMatchObject([
      { file: 'standard input', code: 'off-scale', line: lineOf('"rating": 3'), column: 17 },
    ]);
  });

  test('a line that is not UTF-8 is told, not read with letters replaced', async () => {
    const bytes = Buffer.from(`${RECORD.replace('Ada', 'Adé')}\n`, 'latin1');
    const { cards, problems } = await read({ 'b.ndjson': bytes }, ['b.ndjson']);
    expect(cards).toEqual([]);
    expect(problems).toMatchObject([{ file: 'b.ndjson', line: 1, code: 'not-utf8' }]);
  });

  test('standard input that is neither is one problem, not one for each line', async () => {
    const { problems } = await read({}, ['-'], 'hello\nworld\n');
    expect(problems).toMatchObject([{ file: 'standard input', code: 'no-scorecard' }]);
  });
});

test('of a line that is too long nothing is kept, and those around it stay', () => {
  const lines: (number | undefined)[] = [];
  const splitter = createLineSplitter((line) => lines.push(line?.length), 4);
  for (const chunk of ['abcd\nab', 'cde', 'fgh', '\nab\nabcde', '\n', 'abcdefgh']) splitter.push(Buffer.from(chunk));
  splitter.end();
  expect(lines).toEqual([4, undefined, 2, undefined, undefined]);
});

test('a large document of many levels is refused before it is parsed', async () => {
  const deep = `{"a":`.repeat(300_000);
  const { problems } = await read({ 'deep.json': deep, 'text.json': JSON.stringify(deep) }, ['deep.json', 'text.json']);
  expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual(['deep.json too-deep', 'text.json no-scorecard']);
});

test('lines are the same wherever the chunks are cut', () => {
  const bytes = Buffer.from('a\n\nçé\n山\nlast');
  for (let size = 1; size <= bytes.length; size += 1) {
    const lines: string[] = [];
    const splitter = createLineSplitter((line, number) =>
      lines.push(`${number} ${Buffer.from(line ?? '?').toString('utf8')}`),
    );
    for (let at = 0; at < bytes.length; at += size) {
      const chunk = Buffer.from(bytes.subarray(at, at + size));
      splitter.push(chunk);
      // A reader fills the same memory again.
      chunk.fill(0);
    }
    splitter.end();
    expect(lines).toEqual(['1 a', '2 ', '3 çé', '4 山', '5 last']);
  }
});

describe('a thousand files and more', () => {
  test('are read by several threads as by one, in their order, the damaged and the changed among them', async () => {
    const other = createRubric([
      { id: 'depth', weight: 60 },
      { id: 'care', weight: 40 },
    ]);
    const parts = Array.from({ length: 1100 }, (_, at) => ({
      candidate: `Candidate ${at >> 2}`,
      interviewer: `Panel ${at % 4}`,
      day: `2026-10-${10 + (at % 20)}`,
      notes: [`note ${at}`],
      ...(at % 300 === 7 ? { rubric: other, ratings: [at % 5, 2] } : { ratings: [1 + (at % 5), 3, 2] }),
    }));
    const [changed = ''] = Object.values(scorecardFiles('one', [{ ratings: [5] }]));
    const files = {
      ...scorecardFiles('store', parts),
      'store/a-changed.json': changed.replace('"rating": 5', '"rating": 4'),
      'store/k-cut.json': TEXT.slice(0, 900),
      'store/m-list.json': JSON.stringify([ADA, ADA]),
      'store/z.ndjson': `${RECORD}\n`,
    };
    const told = async (home: string) => {
      const registry = createEditionRegistry();
      const host = { ...createFakeHost({ files }), home };
      const { cards, altered, problems, leftOut } = await readPanelCards(
        ['store'],
        { registry, keepsEvidence: true },
        host,
      );
      const editions = [...new Set(cards.map(({ edition }) => edition))];
      return { cards, altered, problems, leftOut, editions };
    };
    const [threads, alone] = [await told(HOME), await told('/nowhere')];
    expect(alone.leftOut).toBe(2);
    expect(alone.cards).toHaveLength(1103);
    expect(alone.editions.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(threads).toEqual(alone);
  });
});
