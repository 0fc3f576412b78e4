import { resolve } from 'node:path';
import { answersOf } from '../../core/answers.js';
import type { ExitCode } from '../../errors.js';
import type { Host } from '../../io/host.js';
import { loadScorecard } from '../../io/scorecard-file.js';
import { renderScorecardMarkdown } from '../../render/scorecard-markdown.js';
import type { GlobalOptions } from '../context.js';
import { type BlindOptions, withoutHidden } from './blind.js';
import { chooseFormat, deliver, type OutputOptions } from './deliver.js';

interface Options extends GlobalOptions, OutputOptions, BlindOptions {
  readonly format?: 'markdown' | 'json' | 'answers';
}

export async function report(paths: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const all = paths.map((path) => loadScorecard(resolve(host.cwd, path), path));
  const { cards, exitCode } = withoutHidden(all, { paths, options, host });
  const renderers = {
    markdown: () => cards.map(renderScorecardMarkdown).join('\n'),
    json: () => jsonOf(cards),
    // JSON is YAML too: `interview --answers` takes it as it is.
    answers: () => jsonOf(cards.map(answersOf)),
  };
  const text = renderers[chooseFormat(options, ['markdown', 'json', 'answers'])]();
  deliver(text, options, host);
  return exitCode;
}

/** One document: the thing itself, or a list where there are several. */
function jsonOf(items: readonly object[]): string {
  return `${JSON.stringify(items.length === 1 ? items[0] : items, undefined, 2)}\n`;
}
