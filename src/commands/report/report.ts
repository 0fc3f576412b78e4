import { resolve } from 'node:path';
import { answersOf } from '../../core/interview/answers.js';
import type { ExitCode } from '../../errors.js';
import { loadScorecard } from '../../io/cards/scorecard-file.js';
import type { Host } from '../../io/system/host.js';
import { renderScorecardMarkdown } from '../../render/scorecard/scorecard-markdown.js';
import type { GlobalOptions } from '../context.js';
import { outputFormat } from '../shared/output-format.js';
import { onlyVisible, storesAround } from '../shared/visible-cards.js';
import { type OutputOptions, writeResult } from '../shared/write-result.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly unblind?: boolean;
  readonly format?: 'markdown' | 'json' | 'answers';
}

export async function report(paths: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const loaded = paths.map((path) => loadScorecard(resolve(host.cwd, path), path));
  const { cards, exitCode } = onlyVisible(
    loaded,
    {
      authorOf: ({ candidate, interviewer, rubric }) => ({ candidate, interviewer, role: rubric.id }),
      stores: storesAround(host, { paths }),
      unblind: options.unblind === true,
    },
    host,
  );
  if (cards.length === 0) return exitCode;
  const renderers = {
    markdown: () => cards.map(renderScorecardMarkdown).join('\n'),
    json: () => jsonOf(cards),
    // JSON is YAML too: `interview --answers` takes it as it is.
    answers: () => jsonOf(cards.map(answersOf)),
  };
  const text = renderers[outputFormat(options, ['markdown', 'json', 'answers'])]();
  await writeResult(text, options, host);
  return exitCode;
}

/** One document: the item itself, or a list where there are several. */
function jsonOf(items: readonly object[]): string {
  return `${JSON.stringify(items.length === 1 ? items[0] : items, undefined, 2)}\n`;
}
