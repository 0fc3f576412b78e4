import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../support/browser.js';
import { manyCandidates, nineInterviewers } from '../support/panels.js';
import { seededStore } from '../support/seeded-store.js';
import { SCORECARD } from '../support/terminal.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const executablePath = findBrowser();
if (executablePath === undefined) console.warn('no Chromium: the pages are not looked at in a browser');

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  let cwd = '';
  const pages: Record<string, string> = {};

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox', '--disable-quic'] });
    cwd = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
    mkdirSync(join(cwd, 'nine'));
    // Out of sight of what reads the folder.
    const season = Object.fromEntries(
      Object.entries(seededStore()).map(([path, text]) => [path.replace('scorecards', '.season'), text]),
    );
    const files = { ...manyCandidates(), ...nineInterviewers('nine'), 'counts.csv': COUNTS, ...season };
    mkdirSync(join(cwd, '.season'));
    for (const [path, text] of Object.entries(files)) writeFileSync(join(cwd, path), text);
    for (const [name, args] of Object.entries(COMMANDS)) {
      pages[name] = join(cwd, `${name}.html`);
      scorecard(cwd, [...args, '-o', pages[name]]);
    }
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(cwd, { recursive: true, force: true });
  });

  async function open(name: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => request.url().startsWith('file:') || said.push(`asked for ${request.url()}`));
    await page.goto(pathToFileURL(pages[name] ?? '').href);
    expect(said).toEqual([]);
    return page;
  }

  test.each(Object.keys(COMMANDS))(
    '%s: axe finds no violation: light, dark, narrow',
    async (name) => {
      for (const options of [{}, { colorScheme: 'dark' as const }, { viewport: { width: 375, height: 800 } }]) {
        const page = await open(name, options);
        // Over the wire of the debugger, which no policy of the page holds back.
        await page.evaluate(AXE);
        const found = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] };
        expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        await page.context().close();
      }
    },
    120_000,
  );

  test.each(Object.keys(COMMANDS))(
    '%s: nothing is wider than the window',
    async (name) => {
      for (const width of [320, 375, 720, 768, 1024]) {
        const page = await open(name, { viewport: { width, height: 800 } });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        await page.context().close();
      }
    },
    120_000,
  );

  test.each([1200, 375])('at %d px a figure of the axis stands over its line', async (width) => {
    const page = await open('summary', { viewport: { width, height: 900 } });
    const middle = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { left, right } = element.getBoundingClientRect();
          return (left + right) / 2;
        });
    const [figure, line] = [await middle('.at-bar'), await middle('tbody .bar')];
    expect(Math.abs(figure - line)).toBeLessThan(1);
    await page.context().close();
  });

  test('a decision is one sheet of A4', async () => {
    const page = await open('decision');
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1);
    await page.context().close();
  });

  test('a summary of twelve is one sheet as PDF, a report says on each whose it is', () => {
    scorecard(cwd, ['summary', '-o', 'all.pdf']);
    expect(pagesOf(readFileSync(join(cwd, 'all.pdf')))).toBe(1);
    scorecard(cwd, ['report', 'ada', '-o', 'ada.pdf']);
    expect(pagesOf(readFileSync(join(cwd, 'ada.pdf')))).toBeGreaterThan(1);
    scorecard(cwd, ['panel', 'debrief', 'c mbeki', '-o', 'debrief.pdf']);
    expect(pagesOf(readFileSync(join(cwd, 'debrief.pdf')))).toBeGreaterThan(1);
  }, 60_000);
});

const WHY =
  'A Head’s view of standing access is copied by the whole organisation. The candidate defended a shared root key after two probes, and nothing said later in the day took it back. Her judgement in incidents and before the board was seen by all four and isn’t in doubt; we’d gladly meet her for a principal post that doesn’t hold access.';

/** Several stages, groups that are too small, names that are long. */
const COUNTS = `stage,group,applicants,selected
Interview,Two or more races (not Hispanic or Latino),120,24
Interview,White (not Hispanic or Latino),150,45
Interview,山田,12,3
Offer,Two or more races (not Hispanic or Latino),24,9
Offer,White (not Hispanic or Latino),45,15
`;

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  agreement: ['agreement', '.season', '--names', '--as', 'J. Lee'],
  summary: ['summary'],
  report: ['report', 'aleksandra'],
  'comparison of four': ['compare', 'ada', 'yamada', 'bartholomew', 'aleksandra', '--evidence', '--weights'],
  'comparison of twelve': [
    'compare',
    ...['yamada', 'ada', 'bartholomew', 'c mbeki', 'ines', 'aleksandra', 'Þórdís', 'oluwaseun', 'grigor', 'noor', 'jo'],
    't vance',
  ],
  'panel before the talk': ['panel', 'show', 'aleksandra'],
  'panel after the talk': ['panel', 'show', 'c mbeki', '--talked'],
  'panel debrief': ['panel', 'debrief', 'c mbeki', '--lead', 'okafor'],
  decision: [
    ...['panel', 'decide', 'aleksandra', '--decision', 'no-hire', '--by', 'H. Brandt', '--date', '2026-11-26'],
    ...['--why', WHY, '--follow-up', 'Tell her which principal posts are open'],
  ],
  impact: ['impact', 'counts.csv'],
  'panel of nine': ['panel', 'show', 'nine voices', 'nine', '--talked'],
};

function scorecard(cwd: string, args: readonly string[]): void {
  const { PATH = '' } = process.env;
  execFileSync(SCORECARD[0], [SCORECARD[1], ...args], {
    cwd,
    env: { PATH, HOME: cwd, SCORECARD_STORE: '.' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
