import { resolve } from 'node:path';
import { answersOf } from '../../core/interview/answers.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import type { ExitCode } from '../../errors.js';
import { loadScorecard } from '../../io/cards/scorecard-file.js';
import type { Host } from '../../io/system/host.js';
import { renderScorecardMarkdown } from '../../render/scorecard/scorecard-markdown.js';
import type { GlobalOptions } from '../context.js';
import { presenter, type Renderers } from '../shared/present.js';
import { onlyVisible, storesAround } from '../shared/visible-cards.js';
import type { OutputOptions } from '../shared/write-result.js';
import { REPORT_FORMATS, type ReportFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly unblind?: boolean;
  readonly format?: ReportFormat;
}

const renderers: Renderers<readonly Scorecard[], ReportFormat> = {
  markdown: (cards) => cards.map(renderScorecardMarkdown).join('\n'),
  json: (cards) => jsonOf(cards),
  // JSON is YAML too: `interview --answers` takes it as it is.
  answers: (cards) => jsonOf(cards.map(answersOf)),
};

export async function report(paths: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(REPORT_FORMATS, renderers, options, host);
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
  await present(cards);
  return exitCode;
}

/** One document: the item itself, or a list where there are several. */
function jsonOf(items: readonly object[]): string {
  return `${JSON.stringify(items.length === 1 ? items[0] : items, undefined, 2)}\n`;
}
