import type { PanelCard } from '../../core/panel/card.js';
import { type SummaryGroup, type SummaryOrder, summarise } from '../../core/panel/summary.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { type ExitCode, ScorecardError } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { renderProblems } from '../../render/messages/problems.js';
import { renderSummaryHtml } from '../../render/packet/summary-page.js';
import { renderSummaryCsv } from '../../render/panel/summary/csv.js';
import { renderSummaryJson } from '../../render/panel/summary/json.js';
import { renderSummaryMarkdown } from '../../render/panel/summary/markdown.js';
import { renderSummaryTable } from '../../render/panel/summary/table.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { checkFound } from '../shared/found/check-found.js';
import { chooseNamed } from '../shared/found/choose-named.js';
import { splitWords } from '../shared/found/path-word.js';
import { type Gathered, type GatherOptions, gatherCards } from '../shared/gather-cards.js';
import { messagePage } from '../shared/page.js';
import { presenter, type Renderers } from '../shared/present.js';
import { tellPeople } from '../shared/tell-people.js';
import type { OutputOptions } from '../shared/write-result.js';
import { SUMMARY_FORMATS, type SummaryFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions, GatherOptions {
  readonly sort: SummaryOrder;
  readonly limit?: string;
  readonly format?: SummaryFormat;
}

const renderers: Renderers<readonly SummaryGroup[], SummaryFormat> = {
  table: renderSummaryTable,
  json: renderSummaryJson,
  csv: renderSummaryCsv,
  markdown: renderSummaryMarkdown,
  html: renderSummaryHtml,
};

export async function summary(words: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(SUMMARY_FORMATS, renderers, options, host);
  const limit = options.limit === undefined ? undefined : checkLimit(options.limit);
  const { paths, names } = splitWords(words, host);
  const gathered = await gatherCards(paths, options, host);
  const cards = ofCandidates(names, gathered);
  const groups = summarise(cards, options.sort, gathered.people.who);
  host.stderr.write(renderProblems(gathered.problems, messagePage(host).style));
  await present(groups.map(limitTo(limit)));
  checkFound(gathered, { store: options.store, paths }, host);
  if (!options.quiet) {
    tellPeople(cards, gathered.people, host);
    if (host.stderr.isTTY && groups.length > 0)
      host.stderr.write(say`Next: ${host.program} compare CANDIDATE CANDIDATE\n`);
    host.stderr.write(say`${[countLine(cards.length, groups), ...gathered.remarks].join('; ')}\n`);
  }
  return gathered.exitCode;
}

/** Those of the candidates who were named; all where none was. @throws ScorecardError when a name means nobody */
function ofCandidates(names: readonly string[], { cards, hidden, people }: Gathered): readonly PanelCard[] {
  if (names.length === 0) return cards;
  const { candidates } = people.who;
  const meant = chooseNamed(names, { cards, hidden, people: candidates });
  return cards.filter(({ candidate }) => meant.some((one) => candidates.isSame(one, candidate)));
}

/** @throws ScorecardError when it is not a whole number above 0 */
function checkLimit(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new ScorecardError(`--limit ${text} is not a whole number above 0`);
}

/** The first `limit` candidates. Ranks were given over all, so those that are cut off still count in them. */
function limitTo(limit: number | undefined): (group: SummaryGroup) => SummaryGroup {
  return (group) => ({ ...group, ranked: limit === undefined ? group.ranked : group.ranked.slice(0, limit) });
}

function countLine(cards: number, groups: readonly SummaryGroup[]): TerminalText {
  const candidates = groups.reduce((sum, { ranked }) => sum + ranked.length, 0);
  return say`${count(cards, 'scorecard')} of ${count(candidates, 'candidate')}`;
}
