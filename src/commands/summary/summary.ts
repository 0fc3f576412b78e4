import { type SummaryGroup, type SummaryOrder, summarise } from '../../core/panel/summary.js';
import { type ExitCode, ScorecardError } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { renderProblems } from '../../render/messages/problems.js';
import { type SummaryFormat, summaryRenderers } from '../../render/panel/summary/index.js';
import { createStyle } from '../../render/text/style.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { type GatherOptions, gatherCards } from '../shared/gather-cards.js';
import { outputFormat } from '../shared/output-format.js';
import { type OutputOptions, writeResult } from '../shared/write-result.js';

interface Options extends GlobalOptions, OutputOptions, GatherOptions {
  readonly sort: SummaryOrder;
  readonly limit?: string;
  readonly format?: SummaryFormat;
}

export async function summary(paths: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const format = outputFormat(options, ['table', 'json', 'csv', 'markdown']);
  const limit = options.limit === undefined ? undefined : checkLimit(options.limit);
  const gathered = await gatherCards(paths, options, host);
  const groups = summarise(gathered.cards, options.sort);
  const screen = {
    width: host.stdout.columns,
    style: createStyle(host.stdout.hasColours && options.output === undefined),
  };
  host.stderr.write(renderProblems(gathered.problems, createStyle(host.stderr.hasColours)));
  await writeResult(summaryRenderers[format](groups.map(first(limit)), screen), options, host);
  if (!options.quiet) {
    if (host.stderr.isTTY && groups.length > 0) host.stderr.write('Next: scorecard compare CANDIDATE CANDIDATE\n');
    host.stderr.write(`${[counts(gathered.cards.length, groups), ...gathered.remarks].join('; ')}\n`);
  }
  return gathered.exitCode;
}

/** @throws ScorecardError when it is not a whole number above 0 */
function checkLimit(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new ScorecardError(`--limit ${text} is no whole number above 0`);
}

/** The first `limit` candidates. Ranks were given over all, so those that are cut off still count in them. */
function first(limit: number | undefined): (group: SummaryGroup) => SummaryGroup {
  return (group) => ({ ...group, ranked: limit === undefined ? group.ranked : group.ranked.slice(0, limit) });
}

function counts(cards: number, groups: readonly SummaryGroup[]): string {
  const candidates = groups.reduce((sum, { ranked }) => sum + ranked.length, 0);
  return `${count(cards, 'scorecard')} of ${count(candidates, 'candidate')}`;
}
