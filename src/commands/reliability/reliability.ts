import type { ReliabilityBasis } from '../../core/reliability/basis.js';
import { planReliability, type ReliabilityPlan } from '../../core/reliability/plan.js';
import { PUBLISHED } from '../../core/stats/reliability/published.js';
import { say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { findRubric } from '../../io/rubrics/rubric-library.js';
import type { Host } from '../../io/system/host.js';
import { documentHtml } from '../../render/document/html.js';
import { documentMarkdown } from '../../render/document/markdown.js';
import { documentText } from '../../render/document/text.js';
import { reliabilityDocument, renderReliabilityCsv, renderReliabilityJson } from '../../render/reliability/document.js';
import type { GlobalOptions } from '../context.js';
import type { GatherOptions } from '../shared/gather-cards.js';
import { presenter, type Renderers } from '../shared/present.js';
import type { OutputOptions } from '../shared/write-result.js';
import { RELIABILITY_FORMATS, type ReliabilityFormat } from './formats.js';
import { type KnownBasis, ownBasis } from './own-basis.js';

interface Options extends GlobalOptions, OutputOptions, GatherOptions {
  readonly reach: string;
  readonly interviewers: string;
  readonly dimensions: string;
  readonly from?: string;
  readonly format?: ReliabilityFormat;
  readonly open?: boolean;
  readonly bom?: boolean;
}

interface Answer {
  readonly plan: ReliabilityPlan;
  readonly notes: readonly string[];
}

const renderers: Renderers<Answer, ReliabilityFormat> = {
  table: ({ plan, notes }, page) => documentText(reliabilityDocument(plan, notes), page),
  markdown: ({ plan, notes }) => documentMarkdown(reliabilityDocument(plan, notes)),
  html: ({ plan, notes }) => documentHtml(reliabilityDocument(plan, notes)),
  csv: ({ plan }) => renderReliabilityCsv(plan),
  json: ({ plan, notes }) => renderReliabilityJson(plan, notes),
};

/** Says how many interviewers it takes to be so reliable. */
export async function reliability(paths: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(RELIABILITY_FORMATS, renderers, options, host);
  const reach = shareIn(options.reach, '--reach');
  const interviewers = countsIn(options.interviewers, '--interviewers');
  const dimensions = countsIn(options.dimensions, '--dimensions');
  const rubric = options.role === undefined ? undefined : findRubric(options.role, host, options).rubric;
  const known =
    options.from === undefined ? await ownBasis(paths, rubric?.id, options, host) : givenBasis(options.from, paths);
  const { basis, notes, exitCode, scale = rubric?.scale ?? { min: 1, max: 5 } } = known;
  await present({ plan: planReliability({ basis, reach, interviewers, dimensions, scale }), notes });
  return exitCode;
}

/** @throws ScorecardError where it is no share, or scorecards are named beside it */
function givenBasis(from: string, paths: readonly string[]): KnownBasis {
  const single = shareIn(from, '--from');
  if (paths.length > 0) throw new ScorecardError('a figure of --from and scorecards exclude each other');
  const published = Object.values(PUBLISHED).find((figure) => figure.single === single);
  const basis: ReliabilityBasis = published ? { type: 'published', ...published } : { type: 'given', single };
  return { basis, notes: [], exitCode: EXIT.ok };
}

/** @throws ScorecardError where it is not a decimal between 0 and 1 */
function shareIn(text: string, option: string): number {
  const share = /^0?\.\d{1,4}$/.test(text) ? Number(text) : 0;
  if (share > 0) return share;
  throw new ScorecardError(`${option} ${text} is not a reliability`, {
    hint: say`pass a figure between 0 and 1 with at most four decimals, such as .8`,
  });
}

/** More make no table that anybody reads. */
const MOST = 30;

/** @throws ScorecardError where it is neither a number nor a range of them */
function countsIn(text: string, option: string): readonly number[] {
  const [, first = '', last = first] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (from >= 1 && to >= from && to <= MOST) return Array.from({ length: to - from + 1 }, (_count, at) => from + at);
  throw new ScorecardError(`${option} ${text} is not a number or a range`, {
    hint: say`pass one from 1 to ${MOST}, such as 4, or a range such as 1-8`,
  });
}
