import { resolve } from 'node:path';
import { EXIT, type ExitCode } from '../../errors.js';
import type { Host } from '../../io/host.js';
import { loadScorecard } from '../../io/scorecard-file.js';
import { scorecardText } from '../../io/scorecard-store.js';
import { renderScorecardMarkdown } from '../../render/scorecard-markdown.js';
import type { GlobalOptions } from '../context.js';
import { chooseFormat, deliver, type OutputOptions } from './deliver.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly format?: 'markdown' | 'json';
}

export async function report(paths: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const cards = paths.map((path) => loadScorecard(resolve(host.cwd, path), path));
  const [first] = cards;
  const json = () => (cards.length === 1 && first ? scorecardText(first) : `${JSON.stringify(cards, undefined, 2)}\n`);
  const text =
    chooseFormat(options, ['markdown', 'json']) === 'json' ? json() : cards.map(renderScorecardMarkdown).join('\n');
  deliver(text, options, host);
  return EXIT.ok;
}
