import { answersOf } from '../../core/interview/answers.js';
import { anonymousCopies } from '../../core/scorecard/anonymous.js';
import { sealProblem } from '../../core/scorecard/check-seal.js';
import { EXIT, type ExitCode } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { renderProblems } from '../../render/messages/problems.js';
import {
  renderAlteredMarkdown,
  renderAnonymousMarkdown,
  renderScorecardMarkdown,
} from '../../render/scorecard/scorecard-markdown.js';
import { clean } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { findScorecards } from '../shared/find-scorecards.js';
import { messagePage } from '../shared/page.js';
import { presenter, type Renderers } from '../shared/present.js';
import { type ReadCard, readFound } from '../shared/read-found.js';
import { onlyVisible, storesAround } from '../shared/visible-cards.js';
import type { OutputOptions } from '../shared/write-result.js';
import { REPORT_FORMATS, type ReportFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly unblind?: boolean;
  readonly store?: string;
  /** Copies without names. */
  readonly anonymous?: boolean;
  readonly format?: ReportFormat;
}

interface Shown extends ReadCard {
  /** Why it is not as it was sealed. */
  readonly altered: string | undefined;
}

const renderers: Renderers<readonly Shown[], ReportFormat> = {
  markdown: (shown) => shown.map(markdownOf).join('\n'),
  json: (shown) => jsonOf(shown.map(({ stored }) => stored)),
  // JSON is YAML too: `interview --answers` takes it as it is.
  answers: (shown) => jsonOf(shown.map(({ card }) => answersOf(card))),
};

const anonymousRenderers: Renderers<readonly Shown[], ReportFormat> = {
  ...renderers,
  markdown: (shown) => shown.map(({ card, altered }) => renderAnonymousMarkdown(card, altered)).join('\n'),
  json: (shown) => jsonOf(shown.map(({ card }) => ({ anonymous: true, ...card }))),
};

export async function report(words: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const isAnonymous = options.anonymous === true;
  const present = presenter(REPORT_FORMATS, isAnonymous ? anonymousRenderers : renderers, options, host);
  const read = readFound(findScorecards(words, options, host), host);
  host.stderr.write(renderProblems(read.problems, messagePage(host).style));
  const { cards: visible, exitCode } = onlyVisible(
    read.cards,
    {
      authorOf: ({ card: { candidate, interviewer, rubric } }) => ({
        candidate: candidate.name,
        interviewer: interviewer.name,
        role: rubric.id,
      }),
      stores: storesAround(host, { paths: read.cards.map(({ path }) => path), given: options.store }),
      unblind: options.unblind === true,
    },
    host,
  );
  if (visible.length === 0) return read.problems.length > 0 ? EXIT.no : exitCode;
  const cards = visible.map((one): Shown => ({ ...one, altered: sealProblem(one.stored)?.message }));
  for (const { path, altered } of cards) {
    if (altered !== undefined) host.stderr.write(`${clean(path)}: not as sealed: ${altered}\n`);
  }
  await present(isAnonymous ? withoutNames(cards) : cards);
  if (isAnonymous && !options.quiet) host.stderr.write(`${ANONYMOUS}\n`);
  const isFine = read.problems.length === 0 && cards.every(({ altered }) => altered === undefined);
  return isFine ? exitCode : EXIT.no;
}

const ANONYMOUS =
  'An anonymous copy, and not the sealed scorecard. Names were replaced where they stand as written; notes may tell more: read it before you pass it on.';

function withoutNames(shown: readonly Shown[]): readonly Shown[] {
  const copies = anonymousCopies(shown.map(({ card }) => card));
  return shown.map((one, at) => ({ ...one, card: copies[at] ?? one.card }));
}

function markdownOf({ card, altered }: Shown): string {
  return altered === undefined ? renderScorecardMarkdown(card) : renderAlteredMarkdown(card, altered);
}

/** One document: the item itself, or a list where there are several. */
function jsonOf(items: readonly object[]): string {
  return `${JSON.stringify(items.length === 1 ? items[0] : items, undefined, 2)}\n`;
}
