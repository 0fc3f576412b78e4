import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { HtmlText } from '../../core/text/safe-text.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { exists } from './files.js';
import type { Host } from './host.js';
import { makeTemporaryFolder } from './temporary-folder.js';

const NAMES = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  ...['microsoft-edge', 'microsoft-edge-stable', 'msedge', 'brave-browser'],
];

/** Where systems without a path for programs keep them. */
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A browser of the Chromium family: `$SCORECARD_BROWSER`, else the first that is installed. */
function findBrowser({ env }: Pick<Host, 'env'>): string | undefined {
  const wanted = env.SCORECARD_BROWSER;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = (name: string) => folders.map((folder) => join(folder, name)).find(exists);
  if (wanted) return isAbsolute(wanted) ? wanted : (inPath(wanted) ?? wanted);
  return NAMES.map(inPath).find((path) => path !== undefined) ?? APPLICATIONS.find(exists);
}

/** So long a page of a hundred sheets may take. */
const PATIENCE = 120_000;

/**
 * A page as PDF, printed by a browser that is installed; nothing is fetched from anywhere.
 *
 * @throws ScorecardError where there is no browser, or it makes no PDF
 */
export function printToPdf(page: HtmlText, host: Pick<Host, 'env'>): Uint8Array {
  const browser = findBrowser(host);
  if (browser === undefined) {
    throw new ScorecardError('a PDF is printed by a browser, and none of the Chromium family was found', {
      hint: say`install Chromium, Chrome or Edge, or set SCORECARD_BROWSER; or take -f html and print that`,
    });
  }
  const folder = makeTemporaryFolder();
  try {
    const source = join(folder, 'page.html');
    const target = join(folder, 'page.pdf');
    writeFileSync(source, page, { mode: 0o600 });
    const { error, status } = spawnSync(
      browser,
      [...flags(folder), `--print-to-pdf=${target}`, pathToFileURL(source).href],
      {
        stdio: 'ignore',
        timeout: PATIENCE,
        env: host.env as NodeJS.ProcessEnv,
      },
    );
    if (error !== undefined || !exists(target)) {
      throw new ScorecardError(
        `${browser} printed no PDF${error === undefined ? ` (exit code ${status})` : `: ${error.message}`}`,
        {
          hint: say`set SCORECARD_BROWSER to another one, or take -f html and print that`,
        },
      );
    }
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function flags(folder: string): readonly string[] {
  return [
    ...[
      '--headless',
      '--disable-gpu',
      '--no-pdf-header-footer',
      '--no-first-run',
      `--user-data-dir=${join(folder, 'profile')}`,
    ],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
    // Chromium refuses to run as root inside its sandbox; the page has no script.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/**
 * Shows a file in the program that the system opens such files with, and doesn't wait for it. False where that can't
 * be started.
 */
export function openFile(path: string, { env }: Pick<Host, 'env'>): Promise<boolean> {
  const [program, args] = openerOf(path);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true, env: env as NodeJS.ProcessEnv });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

function openerOf(path: string): readonly [string, string[]] {
  switch (process.platform) {
    case 'darwin':
      return ['open', [path]];
    case 'win32':
      return ['cmd', ['/c', 'start', '', path]];
    default:
      return ['xdg-open', [path]];
  }
}

/** A private file to be opened; it is removed with the next temporary folder, a day later. */
export function keepToOpen(name: 'page.html' | 'page.pdf', content: HtmlText | Uint8Array): string {
  const path = join(makeTemporaryFolder(), name);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}
