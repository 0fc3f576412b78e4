import { resolve } from 'node:path';
import { answersOf } from '../../core/interview/answers.js';
import { sealProblem } from '../../core/scorecard/check-seal.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import type { StoredScorecard } from '../../core/scorecard/stored-scorecard.js';
import { clean, type JsonText, jsonDocument, type MarkdownText, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { loadScorecard } from '../../io/cards/scorecard-file.js';
import type { Host } from '../../io/system/host.js';
import { renderAlteredMarkdown, renderScorecardMarkdown } from '../../render/scorecard/scorecard-markdown.js';
import type { GlobalOptions } from '../context.js';
import { presenter, type Renderers } from '../shared/present.js';
import { onlyVisible, storesAround } from '../shared/visible-cards.js';
import type { OutputOptions } from '../shared/write-result.js';
import { REPORT_FORMATS, type ReportFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly unblind?: boolean;
  readonly format?: ReportFormat;
}

interface Shown {
  /** As the file has it. */
  readonly stored: StoredScorecard;
  readonly card: Scorecard;
  readonly path: string;
  /** Why it is not as it was sealed. */
  readonly altered: string | undefined;
}

const renderers: Renderers<readonly Shown[], ReportFormat> = {
  markdown: (shown) => shown.map(markdownOf).join('\n'),
  json: (shown) => jsonOf(shown.map(({ stored }) => stored)),
  // JSON is YAML too: `interview --answers` takes it as it is.
  answers: (shown) => jsonOf(shown.map(({ card }) => answersOf(card))),
};

export async function report(paths: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(REPORT_FORMATS, renderers, options, host);
  const loaded = paths.map((path): Shown => {
    const { stored, card } = loadScorecard(resolve(host.cwd, path), path);
    return { stored, card, path, altered: sealProblem(stored)?.message };
  });
  const { cards, exitCode } = onlyVisible(
    loaded,
    {
      authorOf: ({ card: { candidate, interviewer, rubric } }) => ({
        candidate: candidate.name,
        interviewer: interviewer.name,
        role: rubric.id,
      }),
      stores: storesAround(host, { paths }),
      unblind: options.unblind === true,
    },
    host,
  );
  if (cards.length === 0) return exitCode;
  for (const { path, altered } of cards) {
    if (altered !== undefined) host.stderr.write(say`${clean(path)}: not as sealed: ${clean(altered)}\n`);
  }
  await present(cards);
  return cards.some(({ altered }) => altered !== undefined) ? EXIT.no : exitCode;
}

function markdownOf({ card, altered }: Shown): MarkdownText {
  return altered === undefined ? renderScorecardMarkdown(card) : renderAlteredMarkdown(card, altered);
}

/** One document: the item itself, or a list where there are several. */
function jsonOf(items: readonly object[]): JsonText {
  return jsonDocument(items.length === 1 ? items[0] : items);
}
