import { resolve } from 'node:path';
import { type Comparison, comparePanels } from '../../core/panel/comparison.js';
import { type SummaryGroup, summarise } from '../../core/panel/summary.js';
import { say } from '../../core/text/safe-text.js';
import type { ExitCode } from '../../errors.js';
import { exists } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { renderProblems } from '../../render/messages/problems.js';
import { renderComparisonCsv } from '../../render/panel/comparison/csv.js';
import { renderComparisonJson } from '../../render/panel/comparison/json.js';
import { renderComparisonMarkdown } from '../../render/panel/comparison/markdown.js';
import { renderComparisonTable } from '../../render/panel/comparison/table.js';
import type { ComparisonView } from '../../render/panel/comparison/view.js';
import type { Page } from '../../render/text/page.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { type GatherOptions, gatherCards } from '../shared/gather-cards.js';
import { messagePage } from '../shared/page.js';
import { presenter, type Renderers } from '../shared/present.js';
import type { OutputOptions } from '../shared/write-result.js';
import { chooseCandidates } from './choose-candidates.js';
import { COMPARE_FORMATS, type CompareFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions, GatherOptions {
  readonly weights?: boolean;
  readonly format?: CompareFormat;
}

export async function compare(words: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(COMPARE_FORMATS, renderersFor(options), options, host);
  const isPath = (word: string) => word === '-' || exists(resolve(host.cwd, word));
  const gathered = await gatherCards(words.filter(isPath), options, host);
  host.stderr.write(renderProblems(gathered.problems, messagePage(host).style));
  const groups = summarise(gathered.cards, 'score');
  const names = words.filter((word) => !isPath(word));
  const comparisons = chooseCandidates(names, groups).map(({ group, candidates }) => compareGroup(group, candidates));
  await present(comparisons);
  if (!options.quiet) {
    const cards = comparisons.reduce((sum, { candidates }) => sum + cardsOf(candidates), 0);
    host.stderr.write(say`${[say`${count(cards, 'scorecard')} compared`, ...gathered.remarks].join('; ')}\n`);
  }
  return gathered.exitCode;
}

function renderersFor({ weights, evidence }: Options): Renderers<readonly Comparison[], CompareFormat> {
  const view = (page: Page): ComparisonView => ({
    ...page,
    hasWeights: weights === true,
    hasEvidence: evidence === true,
  });
  return {
    table: (comparisons, page) => renderComparisonTable(comparisons, view(page)),
    json: (comparisons, page) => renderComparisonJson(comparisons, view(page)),
    csv: (comparisons, page) => renderComparisonCsv(comparisons, view(page)),
    markdown: (comparisons, page) => renderComparisonMarkdown(comparisons, view(page)),
  };
}

function compareGroup({ edition, basis, ranked }: SummaryGroup, candidates: ReadonlySet<string>): Comparison {
  const panels = ranked.map(({ panel }) => panel).filter(({ candidate }) => candidates.has(candidate));
  return comparePanels(panels, edition, basis);
}

function cardsOf(candidates: Comparison['candidates']): number {
  return candidates.reduce(
    (sum, { panel }) => sum + panel.members.reduce((count, { cards }) => count + cards.length, 0),
    0,
  );
}
