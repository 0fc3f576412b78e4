import { resolve } from 'node:path';
import { ENOUGH_DEGREES } from '../../core/panel/ranking.js';
import { parseComponents, type ReliabilityBasis } from '../../core/reliability/basis.js';
import { planReliability, type ReliabilityPlan } from '../../core/reliability/plan.js';
import { PUBLISHED } from '../../core/stats/reliability/published.js';
import { say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { findRubric } from '../../io/rubrics/rubric-library.js';
import { readYamlFile } from '../../io/rubrics/yaml-file.js';
import type { Host } from '../../io/system/host.js';
import { documentHtml } from '../../render/document/html.js';
import { documentMarkdown } from '../../render/document/markdown.js';
import { documentText } from '../../render/document/text.js';
import { reliabilityDocument, renderReliabilityCsv, renderReliabilityJson } from '../../render/reliability/document.js';
import type { GlobalOptions } from '../context.js';
import { presenter, type Renderers } from '../shared/present.js';
import type { OutputOptions } from '../shared/write-result.js';
import { RELIABILITY_FORMATS, type ReliabilityFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly reach: string;
  readonly interviewers: string;
  readonly dimensions: string;
  readonly from: string;
  readonly role?: string;
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
export async function reliability(options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(RELIABILITY_FORMATS, renderers, options, host);
  const reach = shareIn(options.reach, '--reach');
  const interviewers = countsIn(options.interviewers, '--interviewers');
  const dimensions = countsIn(options.dimensions, '--dimensions');
  const { basis, notes } = basisOf(options.from, host);
  const scale = options.role === undefined ? { min: 1, max: 5 } : findRubric(options.role, host, options).rubric.scale;
  await present({ plan: planReliability({ basis, reach, interviewers, dimensions, scale }), notes });
  return EXIT.ok;
}

/** @throws ScorecardError where it is neither a share nor a file of components */
function basisOf(from: string, host: Host): { basis: ReliabilityBasis; notes: readonly string[] } {
  if (/^[\d.]+$/.test(from)) {
    const single = shareIn(from, '--from');
    const published = Object.values(PUBLISHED).find((figure) => figure.single === single);
    return { basis: published ? { type: 'published', ...published } : { type: 'given', single }, notes: [] };
  }
  const read = readYamlFile({ path: resolve(host.cwd, from), shown: from }, parseComponents);
  if (!read.ok) throw new ScorecardError(`${from} does not hold variance components`, { problems: read.problems });
  const own = read.value.value;
  const { degreesOfFreedom } = own;
  if (degreesOfFreedom >= ENOUGH_DEGREES) return { basis: { type: 'components', source: from, ...own }, notes: [] };
  const few = `${from} has ${degreesOfFreedom} degrees of freedom; with fewer than ${ENOUGH_DEGREES} its components are too uncertain, so the published figure is taken.`;
  return { basis: { type: 'published', ...PUBLISHED.separate }, notes: [few] };
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
