import { resolve } from 'node:path';
import type { PanelCard } from '../../core/panel/card.js';
import { type Comparison, comparePanels } from '../../core/panel/comparison.js';
import { summarise } from '../../core/panel/summary.js';
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
import { tellPeople } from '../shared/tell-people.js';
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
  const { who } = gathered.people;
  const groups = summarise(gathered.cards, 'score', who);
  const names = words.filter((word) => !isPath(word));
  const comparisons = chooseCandidates(names, groups, who.candidates, gathered).map(({ group, panels }) =>
    comparePanels(panels, group.edition, group.basis),
  );
  await present(comparisons);
  if (!options.quiet) {
    const cards = comparisons.flatMap(({ candidates }) => cardsOf(candidates));
    tellPeople(cards, gathered.people, host);
    host.stderr.write(say`${[say`${count(cards.length, 'scorecard')} compared`, ...gathered.remarks].join('; ')}\n`);
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

function cardsOf(candidates: Comparison['candidates']): readonly PanelCard[] {
  return candidates.flatMap(({ panel }) => panel.members.flatMap(({ cards }) => cards));
}
