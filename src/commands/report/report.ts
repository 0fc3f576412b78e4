import { answersOf } from '../../core/interview/answers/answers.js';
import { anonymousCopies } from '../../core/scorecard/anonymous.js';
import { sealProblem } from '../../core/scorecard/check-seal.js';
import { clean, type JsonText, jsonDocument, type MarkdownText, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { documentPartMarkdown } from '../../render/document/markdown.js';
import { type CardHistory, historyDocument } from '../../render/history/history.js';
import { renderReportHtml } from '../../render/packet/report-page.js';
import {
  renderAlteredMarkdown,
  renderAnonymousMarkdown,
  renderScorecardMarkdown,
  renderScorecardsMarkdown,
} from '../../render/scorecard/scorecard-markdown.js';
import { isDecisionFile } from '../shared/decisions/read-named.js';
import { formatOf } from '../shared/formats.js';
import { type ReadCard, readVisible } from '../shared/found/read-found.js';
import { readHistories } from '../shared/found/read-histories.js';
import { tellNewer } from '../shared/found/tell-newer.js';
import { presenter, type Renderers } from '../shared/present.js';
import { REPORT_FORMATS, type ReportFormat } from './formats.js';
import type { ReportOptions } from './options.js';

interface Shown extends ReadCard {
  /** Why it is not as it was sealed. */
  readonly altered: string | undefined;
}

interface Report {
  readonly shown: readonly Shown[];
  /** Those that can be told; `undefined` where nobody asked. */
  readonly histories: readonly CardHistory[] | undefined;
}

const renderers: Renderers<Report, ReportFormat> = {
  markdown: ({ shown, histories }) => [markdownOf(shown), ...historyMarkdown(histories)].join('\n'),
  json: ({ shown }) => jsonOf(shown.map(({ stored, card, isLabelled }) => (isLabelled ? card : stored))),
  // JSON is YAML too: `interview --answers` takes it as it is.
  answers: ({ shown }) => jsonOf(shown.map(({ card }) => answersOf(card))),
  html: ({ shown }) => renderReportHtml(shown),
};

const anonymousRenderers: Renderers<Report, ReportFormat> = {
  ...renderers,
  markdown: ({ shown }) => {
    const [only, ...others] = shown;
    return only && others.length === 0
      ? renderAnonymousMarkdown(only.card, only.altered)
      : renderScorecardsMarkdown(shown, true);
  },
  json: ({ shown }) => jsonOf(shown.map(({ card }) => ({ anonymous: true, ...card }))),
};

function historyMarkdown(histories: readonly CardHistory[] = []): readonly MarkdownText[] {
  return histories.length === 0 ? [] : [documentPartMarkdown(historyDocument(histories))];
}

export async function report(words: readonly string[], options: ReportOptions, host: Host): Promise<ExitCode> {
  if (words.some((word) => isDecisionFile(word, host))) {
    const { reportDecision } = await import('./report-decision.js');
    return reportDecision(words, options, host);
  }
  const isAnonymous = options.anonymous === true;
  if (options.history === true) checkHistory(options);
  const present = presenter(REPORT_FORMATS, isAnonymous ? anonymousRenderers : renderers, options, host);
  const { cards: visible, waiting, exitCode } = await readVisible(words, options, host, { isLabelled: true });
  if (waiting !== '' && !options.quiet) host.stderr.write(say`${waiting}\n`);
  if (visible.length === 0) return exitCode;
  const cards = visible.map((one): Shown => ({ ...one, altered: sealProblem(one.stored)?.message }));
  for (const { path, altered } of cards) {
    if (altered !== undefined) host.stderr.write(say`${clean(path)}: not as sealed: ${clean(altered)}\n`);
  }
  const named = cards.filter(({ isLabelled }) => !isLabelled);
  if (!options.quiet) tellNewer(named, host);
  const histories = options.history === true ? readHistories(named, host) : undefined;
  await present({ shown: isAnonymous ? withoutNames(cards) : cards, histories: histories?.histories });
  if (isAnonymous && !options.quiet) host.stderr.write(say`${ANONYMOUS}\n`);
  const isWhole = histories?.isComplete !== false && cards.every(({ altered }) => altered === undefined);
  return isWhole ? exitCode : EXIT.no;
}

/** @throws ScorecardError where the history can't be a part of the report */
function checkHistory(options: ReportOptions): void {
  if (options.anonymous === true) {
    throw new ScorecardError('--history and --anonymous cannot go together: a journal holds names', {
      hint: say`leave out one of the two`,
    });
  }
  if (formatOf(options, REPORT_FORMATS) === 'markdown') return;
  throw new ScorecardError('--history goes with Markdown alone', {
    hint: say`for programs: scorecard history -f json`,
  });
}

const ANONYMOUS =
  'An anonymous copy, and not the sealed scorecard. Names were replaced where they stand as written; notes may tell more: read it before you pass it on.';

function withoutNames(shown: readonly Shown[]): readonly Shown[] {
  const copies = anonymousCopies(shown.map(({ card }) => card));
  return shown.map((one, at) => ({ ...one, card: copies[at] ?? one.card }));
}

/** Of one the report that is kept beside it; of several one document. */
function markdownOf(shown: readonly Shown[]): MarkdownText {
  const [only, ...others] = shown;
  if (!only || others.length > 0) return renderScorecardsMarkdown(shown);
  return only.altered === undefined
    ? renderScorecardMarkdown(only.card)
    : renderAlteredMarkdown(only.card, only.altered);
}

/** One document: the item itself, or a list where there are several. */
function jsonOf(items: readonly object[]): JsonText {
  return jsonDocument(items.length === 1 ? items[0] : items);
}
