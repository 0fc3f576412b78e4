import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { createFakeHost } from '../support/fake-host.js';
import { tableRows, textOf } from '../support/pages.js';
import { createScorecard, scorecardFiles } from '../support/scorecards.js';

const CARDS = [
  { candidate: 'Ada Example', interviewer: 'R. Panel', ratings: [4, 3, 5], verdict: 'yes', flags: ['worry'] },
  { candidate: 'Ada Example', interviewer: 'S. Panel', ratings: [3, undefined, 4], verdict: 'strong-no' },
  { candidate: 'Ada Example', interviewer: 'T. Panel', ratings: [4, 4, 'not-applicable'], verdict: 'no' },
  { candidate: 'Bob "}</style>Łukasz', ratings: [2, 2, 1], verdict: 'yes', flags: ['stopper'] },
  { candidate: 'Yamada 太郎', ratings: [5, 5, 5], verdict: 'strong-yes' },
  { candidate: 'Half Interviewed', ratings: [5, undefined, undefined] },
] as const;

const FILES = scorecardFiles('scorecards', CARDS);

async function output(...args: readonly string[]): Promise<string> {
  const host = createFakeHost({ files: FILES });
  await run(args, host);
  return host.stdout.text;
}

describe('the page of a summary', () => {
  test('says for each candidate the figures of the JSON, cell by cell', async () => {
    const page = await output('summary', '-f', 'html');
    const { groups } = JSON.parse(await output('summary', '-f', 'json'));
    const [, ...rows] = tableRows(page);
    const shown = groups[0].candidates.map((candidate: any) => [
      candidate.rank === undefined
        ? '–'
        : candidate.rank.best === candidate.rank.worst
          ? `${candidate.rank.best}`
          : `${candidate.rank.best}–${candidate.rank.worst}`,
      candidate.candidate,
      candidate.score.toFixed(2),
      '',
      `${candidate.recommendation.replace('-', ' ')}${candidate.coverage < 100 ? ` ${candidate.coverage}% covered` : ''}`,
    ]);
    expect(rows.map((row) => row.slice(0, 5))).toEqual(shown);
  });

  test('says of one candidate that nobody is compared', async () => {
    const host = createFakeHost({ files: scorecardFiles('scorecards', [CARDS[4]]) });
    await run(['summary', '-f', 'html'], host);
    expect(host.stdout.text).toContain('Yamada 太郎 is the only candidate');
    expect(host.stdout.text).not.toContain('ahead');
  });

  test('counts a strong no as what it is', async () => {
    const rows = tableRows(await output('summary', '-f', 'html'));
    expect(rows.find((row) => row[1] === 'Ada Example')?.slice(5)).toEqual(['1 strong no , 1 no, 1 yes', '1 concern']);
  });
});

describe('the page of a comparison', () => {
  const compare = (...args: readonly string[]) => output('compare', 'ada', 'bob', 'half', '-q', ...args);

  test('says for each candidate the figures of the JSON, cell by cell', async () => {
    const rows = tableRows(await compare('-f', 'html'));
    const [{ candidates }] = JSON.parse(await compare('-f', 'json')).comparisons;
    expect(candidates).toHaveLength(3);
    for (const { candidate, rank, score, sharedScore, coverage, recommendation } of candidates) {
      expect(rows.find((row) => row[1] === candidate)?.slice(0, 6)).toEqual([
        rank.best === rank.worst ? `${rank.best}` : `${rank.best}–${rank.worst}`,
        candidate,
        (Math.floor(sharedScore.value * 100 + 0.5) / 100).toFixed(2),
        '',
        score.toFixed(2),
        `${recommendation.replace('-', ' ')}${coverage < 100 ? ` ${coverage}% covered` : ''}`,
      ]);
    }
  });

  test('says the means and ranges of the JSON, dimension by dimension', async () => {
    const rows = tableRows(await compare('-f', 'html'));
    const [{ candidates, rubric }] = JSON.parse(await compare('-f', 'json')).comparisons;
    for (const [at, { name, weight }] of rubric.dimensions.entries()) {
      const cells = candidates.map(({ dimensions }: any) => {
        const { state, mean, lowest, highest, ratings } = dimensions[at];
        if (state !== 'rated') return '– not assessed';
        const rated = ratings.filter(({ rating }: any) => typeof rating === 'number');
        const figure = rated.length === 1 ? `${mean}` : (Math.floor(mean * 100 + 0.5) / 100).toFixed(2);
        return lowest === highest ? figure : `${figure} ${lowest}–${highest}${highest - lowest >= 2 ? ' apart' : ''}`;
      });
      const row = rows.find(([first, second]) => first === name && second === `${weight}%`);
      expect(row).toEqual([name, `${weight}%`, '', ...cells]);
    }
  });

  test('tells flags and verdicts by name, the strongest objection first, and never a strong no as a no', async () => {
    const [, said = ''] = /<h2>Red flags<\/h2>([\s\S]*)<h2>Dimension by/.exec(await compare('-f', 'html')) ?? [];
    const text = textOf(said);
    expect(text).toContain('stop: Something that stops. Seen by R. Panel: saw stopper');
    expect(text).toMatch(/Verdicts Ada Example strong no, S. Panel no, T. Panel yes, R. Panel/);
  });

  test('has weights and evidence only where they were asked for', async () => {
    expect(await compare('-f', 'html')).not.toMatch(/Evidence|other weights/);
    expect(await compare('-f', 'html', '--weights', '--evidence')).toMatch(/other weights[\s\S]*Evidence/);
  });

  test('has a heading of the first level once, and none is skipped', async () => {
    const levels = [...(await compare('-f', 'html', '--evidence')).matchAll(/<h([1-4])>/g)].map(([, level]) =>
      Number(level),
    );
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
});

describe('the page of a decision', () => {
  const decide = async (format: string) => {
    const host = createFakeHost({ files: FILES });
    const said = ['--decision', 'no-hire', '--by', 'H. Brandt', '--why', 'Seen', '--why-differs', 'A reference'];
    await run(['panel', 'decide', 'ada', ...said, '-f', format, '-q'], host);
    return host.stdout.text;
  };

  test('says the figures of the JSON, cell by cell', async () => {
    const record = JSON.parse(await decide('json'));
    const page = await decide('html');
    const rows = tableRows(page);
    const ratings = record.dimensions.map((dimension: any) => [
      dimension.name,
      dimension.weight === undefined ? 'equal' : `${dimension.weight}%`,
      ...dimension.ratings.map(({ rating }: any) => (typeof rating === 'number' ? `${rating}` : expect.any(String))),
      dimension.median.toFixed(1),
      dimension.mean.toFixed(2),
      `${dimension.range}${dimension.apart ? ' apart' : ''}`,
    ]);
    expect(rows.slice(1, 1 + ratings.length)).toEqual(ratings);
    const cards = record.scorecards.map(({ interviewer, digest, verdict, score, sealedAt }: any) => [
      interviewer.name,
      (digest.slice(7, 23).match(/.{4}/g) ?? []).join(' '),
      verdict.is.replace('-', ' '),
      score.toFixed(2),
      sealedAt.slice(0, 10),
    ]);
    expect(rows.slice(2 + ratings.length)).toEqual(cards);
    const text = textOf(page);
    expect(text).toContain(`Score then ${record.panel.score.toFixed(2)} of 5`);
    expect(text).toContain(`Coverage then ${record.panel.coverage}%`);
    expect(text).toContain('It differs from the recommendation, yes : A reference');
  });
});

describe('the page of a panel', () => {
  const panel = (...args: readonly string[]) => output('panel', 'show', 'ada', '-q', ...args);

  test('shows before the talk nothing that anchors it, in any format', async () => {
    for (const format of ['html', 'json', 'markdown', 'table']) {
      const text = (await panel('-f', format)).replace(/<style>[\s\S]*<\/style>/, '');
      expect(text).toMatch(/before.(the.)?talk/);
      expect(text, format).not.toMatch(/"recommendation": "|"verdict|Verdicts|rules say|median|"mean|strong.no|3\.78/i);
    }
  });

  test('is the same before the talk whatever the verdicts are', async () => {
    const undecided = scorecardFiles(
      'scorecards',
      CARDS.map((card) => ({ ...card, verdict: 'no-decision' as const })),
    );
    for (const format of ['html', 'json', 'markdown', 'table']) {
      const host = createFakeHost({ files: undecided });
      await run(['panel', 'show', 'ada', '-q', '-f', format], host);
      const withoutDigests = (text: string) => text.replace(/sha256:[0-9a-f]{64}/g, '');
      expect(withoutDigests(host.stdout.text)).toBe(withoutDigests(await panel('-f', format)));
    }
  });

  test('says the ratings, medians and means of the JSON, cell by cell', async () => {
    const data = JSON.parse(await panel('--talked', '-f', 'json'));
    const rows = tableRows(await panel('--talked', '-f', 'html'));
    for (const { name, weight, ratings, median, mean, range, apart } of data.dimensions) {
      const row = rows.find(([first, second]) => first === name && second === `${weight}%`);
      const words = ratings.map(({ rating }: any) =>
        rating === 'not-assessed' ? '– not assessed' : String(rating).replace('-', ' '),
      );
      expect(row).toEqual([
        name,
        `${weight}%`,
        '',
        ...words,
        median.toFixed(1),
        (Math.floor(mean * 100 + 0.5) / 100).toFixed(2),
        `${range}${apart ? ' apart' : ''}`,
      ]);
    }
  });

  test('has no inline style, and each cell says what it is', async () => {
    const page = await panel('--talked', '-f', 'html');
    expect(page).not.toMatch(/<[^>]*\sstyle=/);
    expect(page.match(/<t[dh] (?!role)/g)).toBeNull();
  });

  test('is of one candidate', async () => {
    const host = createFakeHost({ files: FILES });
    expect(await run(['panel', 'show', 'ada', 'bob'], host)).toBe(2);
    expect(host.stderr.text).toContain('for several: scorecard compare');
  });
});

describe('the page of a report', () => {
  test('does the sum of the score so that anybody can check it', async () => {
    const page = await output('report', 'scorecards', '-f', 'html');
    expect(page).not.toBe('');
    const sums = tableRows(page).filter(([first]) => first === 'Together');
    expect(sums).toHaveLength(CARDS.length);
    const scores = CARDS.map((card) => createScorecard(card as never).result.score?.toFixed(2));
    for (const [at, [, , , sum = '']] of sums.entries()) {
      const [, bar = '', sign = '', points = '', weights = '', score = ''] =
        /^(\d+) ([+−]) ([\d.]+) ÷ ([\d.]+) = ([\d.]+)$/.exec(sum) ?? [];
      expect(scores).toContain(score);
      expect(Number(bar) + ((sign === '−' ? -1 : 1) * Number(points)) / Number(weights), `row ${at}`).toBeCloseTo(
        Number(score),
        1,
      );
    }
  });

  test('leads with the rule that acted, and with what the score alone would be', async () => {
    const page = await output('report', 'bob', '-f', 'html');
    expect(textOf(page)).toMatch(/The rules say (strong )?no/);
  });

  test('has a heading of the first level once, and none is skipped', async () => {
    for (const page of [await output('report', 'ada', '-f', 'html'), await output('report', 'yamada', '-f', 'html')]) {
      const levels = [...page.matchAll(/<h([1-4])>/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toEqual([1]);
      for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });
});

test.each([
  ['summary', '-f', 'html'],
  ['compare', '-f', 'html', '--evidence', '--weights'],
  ['report', 'bob', '-f', 'html'],
])('a page (%s) has one style, named by its hash, and nothing that it would forbid', async (...args) => {
  const page = await output(...args);
  const [style = ''] = /(?<=<style>)[\s\S]*(?=<\/style>)/.exec(page) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(page).toContain(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
  expect(page).not.toMatch(/<[^>]*\sstyle=|<script|\son\w+=|href=|src=/);
  expect(style).not.toContain('Łukasz');
});

test('the title at the foot of a printed sheet is made of letters and numbers alone', async () => {
  const page = await output('report', 'bob', '-f', 'html');
  const [, title = ''] = /@bottom-left \{ content: "([^"]*)"; \}/.exec(page) ?? [];
  expect(title).toMatch(/^(?:[A-Za-z0-9 ]|\\[0-9a-f]{6} )*$/);
  const read = title.replace(/\\([0-9a-f]{6}) /g, (_all, code) => String.fromCodePoint(Number.parseInt(code, 16)));
  expect(read).toBe('Scorecard: Bob "}</style>Łukasz, by R. Panel');
});

describe('--open and PDF', () => {
  test('--open takes no format that is not a page', async () => {
    const host = createFakeHost({ files: FILES });
    expect(await run(['summary', '--open', '-f', 'csv'], host)).toBe(2);
    expect(host.stderr.text).toContain('--open shows a page, and csv is not one');
  });

  test('a PDF without a browser is told with what to do, and nothing is written', async () => {
    const host = createFakeHost({ files: FILES, env: { PATH: '/nowhere', SCORECARD_BROWSER: 'no-such-browser' } });
    expect(await run(['summary', '-o', 'all.pdf'], host)).toBe(2);
    expect(host.stderr.text).toContain('set SCORECARD_BROWSER');
  });

  test('a PDF asks for a file', async () => {
    const host = createFakeHost({ files: FILES });
    expect(await run(['summary', '-f', 'pdf'], host)).toBe(2);
    expect(host.stderr.text).toContain('pass -o FILE.pdf');
  });
});
