import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { createScorecard } from '../support/scorecards.js';

const ADA = createScorecard({ ratings: [4, 3, 5] });
const BOB = createScorecard({ candidate: 'Bob Example', ratings: [3, 3, 3] });
const WHY = 'changed after it was sealed';

function raised(card: typeof ADA): typeof ADA {
  return { ...card, dimensions: card.dimensions.map((dimension) => ({ ...dimension, rating: 5 })) };
}

async function scorecard(argv: readonly string[], files: Record<string, object>, stdin = '') {
  const texts = Object.entries(files).map(([name, card]) => [name, `${JSON.stringify(card, undefined, 2)}\n`]);
  const host = createFakeHost({ files: Object.fromEntries(texts), stdin, columns: 100 });
  const exit = await run(argv, host);
  return { exit, out: host.stdout.text, err: host.stderr.text };
}

describe.each(['summary', 'compare'])('%s leaves out', (command) => {
  test('a scorecard that was changed after it was sealed, with its file and the reason', async () => {
    const { exit, out, err } = await scorecard([command, 'store'], {
      'store/a.json': raised(ADA),
      'store/b.json': BOB,
    });
    expect(exit).toBe(EXIT.no);
    expect(out).toContain('Bob Example');
    expect(out).not.toContain('Ada Example');
    expect(err).toMatch(/^store\/a\.json:\d+:\d+ error .*changed after it was sealed \(digest\)$/m);
    expect(err).toContain('1 left out, see above');
  });

  test('one of several lines of NDJSON, also on standard input', async () => {
    const stdin = [raised(ADA), BOB].map((card) => `${JSON.stringify(card)}\n`).join('');
    const { exit, out, err } = await scorecard([command, '-'], {}, stdin);
    expect(exit).toBe(EXIT.no);
    expect(out).not.toContain('Ada Example');
    expect(err).toContain('standard input:1 error');
    expect(err).toContain(WHY);
  });
});

describe('summary', () => {
  test.each<[string, object, string]>([
    ['one that calls itself a draft, while its digest stands', { ...raised(ADA), status: 'draft' }, WHY],
    ['one whose digest was taken out', { ...ADA, digest: undefined }, 'submitted but has no digest'],
    ['one without status, so that it could pass for a row of a batch', { ...raised(ADA), status: undefined }, WHY],
  ])('leaves out %s', async (_what, card, why) => {
    const { exit, out, err } = await scorecard(['summary', 'store'], { 'store/a.json': card, 'store/b.json': BOB });
    expect(exit).toBe(EXIT.no);
    expect(out).not.toContain('Ada Example');
    expect(err).toContain(why);
  });

  test('takes a row of a batch, which has no digest', async () => {
    const { status: _status, digest: _digest, ...row } = ADA;
    const { exit, out } = await scorecard(['summary', 'rows'], { 'rows/a.json': row });
    expect(exit).toBe(EXIT.ok);
    expect(out).toContain('Ada Example');
  });

  test('takes one whose keys stand in another order', async () => {
    const turned = Object.fromEntries(Object.entries(ADA).reverse());
    expect((await scorecard(['summary', 'store'], { 'store/a.json': turned })).exit).toBe(EXIT.ok);
  });
});

describe('report', () => {
  test('opens with "not as sealed" where the scorecard was changed, and then shows it', async () => {
    const { exit, out, err } = await scorecard(['report', 'a.json'], { 'a.json': raised(ADA) });
    expect(exit).toBe(EXIT.no);
    expect(out).toMatch(/^> \*\*Not as sealed:\*\* the digest does not match the contents/);
    expect(out).toContain('# Ada Example: Sample role');
    expect(out).not.toContain('Sealed with');
    expect(err).toMatch(/^a\.json: not as sealed: the digest does not match/);
  });

  test('says so on stderr where the format has no place for it', async () => {
    const { exit, out, err } = await scorecard(['report', 'a.json', '-f', 'json'], { 'a.json': raised(ADA) });
    expect(exit).toBe(EXIT.no);
    expect(JSON.parse(out)).toEqual(raised(ADA));
    expect(err).toContain('not as sealed');
  });

  test('marks the changed one of several alone', async () => {
    const { exit, out } = await scorecard(['report', 'b.json', 'a.json'], { 'a.json': raised(ADA), 'b.json': BOB });
    expect(exit).toBe(EXIT.no);
    expect(out.match(/\*\*Not as sealed/g)).toHaveLength(1);
    expect(out).toMatch(/^---\n/);
  });
});

test('verify tells a changed scorecard that calls itself a draft', async () => {
  const { exit, out } = await scorecard(['verify', 'a.json'], { 'a.json': { ...raised(ADA), status: 'draft' } });
  expect(exit).toBe(EXIT.no);
  expect(out).toContain(WHY);
});
