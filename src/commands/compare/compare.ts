import { resolve } from 'node:path';
import { type Comparison, comparePanels } from '../../core/panel/comparison.js';
import { type SummaryGroup, summarise } from '../../core/panel/summary.js';
import type { ExitCode } from '../../errors.js';
import { exists } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { renderProblems } from '../../render/messages/problems.js';
import { type CompareFormat, compareRenderers } from '../../render/panel/comparison/index.js';
import { createStyle } from '../../render/text/style.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { type GatherOptions, gatherCards } from '../shared/gather-cards.js';
import { outputFormat } from '../shared/output-format.js';
import { type OutputOptions, writeResult } from '../shared/write-result.js';
import { chooseCandidates } from './choose-candidates.js';

interface Options extends GlobalOptions, OutputOptions, GatherOptions {
  readonly weights?: boolean;
  readonly format?: CompareFormat;
}

export async function compare(words: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const format = outputFormat(options, ['table', 'json', 'csv', 'markdown']);
  const isPath = (word: string) => word === '-' || exists(resolve(host.cwd, word));
  const gathered = await gatherCards(words.filter(isPath), options, host);
  host.stderr.write(renderProblems(gathered.problems, createStyle(host.stderr.hasColours)));
  const groups = summarise(gathered.cards, 'score');
  const names = words.filter((word) => !isPath(word));
  const comparisons = chooseCandidates(names, groups).map(({ group, candidates }) => compareGroup(group, candidates));
  const text = compareRenderers[format](comparisons, {
    width: host.stdout.columns,
    style: createStyle(host.stdout.hasColours && options.output === undefined),
    hasWeights: options.weights === true,
    hasEvidence: options.evidence === true,
  });
  await writeResult(text, options, host);
  if (!options.quiet) {
    const cards = comparisons.reduce((sum, { candidates }) => sum + cardsOf(candidates), 0);
    host.stderr.write(`${[`${count(cards, 'scorecard')} compared`, ...gathered.remarks].join('; ')}\n`);
  }
  return gathered.exitCode;
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
