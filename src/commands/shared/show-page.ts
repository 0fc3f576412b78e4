import { resolve } from 'node:path';
import { clean, type HtmlText, say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { keepToOpen, openFile, printToPdf } from '../../io/system/browser.js';
import type { Host } from '../../io/system/host.js';
import { isToFile } from './formats.js';
import { type OutputOptions, writeResult, writeToFile } from './write-result.js';

interface PageOptions extends OutputOptions {
  readonly isPdf: boolean;
  readonly open?: boolean;
}

/**
 * A page as the user wants it: as HTML or PDF, in a file or on stdout, and in the browser with `--open`.
 *
 * @throws ScorecardError where a PDF can't be printed, or has no file to go to
 */
export async function showPage(page: HtmlText, options: PageOptions, host: Host): Promise<void> {
  const { isPdf, open, output } = options;
  const file = isToFile(options) ? output : undefined;
  if (isPdf && file === undefined && !open) {
    throw new ScorecardError('a PDF goes into a file', { hint: say`pass -o FILE.pdf` });
  }
  const content = isPdf ? printToPdf(page, host) : page;
  if (file !== undefined) await writeToFile(Buffer.from(content), { ...options, output: file }, host);
  else if (!open) await writeResult(page, options, host);
  if (!open) return;
  const path = file === undefined ? keepToOpen(isPdf ? 'page.pdf' : 'page.html', content) : resolve(host.cwd, file);
  if (await openFile(path, host)) return;
  host.stderr.write(say`The browser could not be started; the page is ${clean(path)}\n`);
}
