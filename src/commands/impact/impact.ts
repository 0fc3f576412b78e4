import { analyseSet } from '../../core/impact/analyse.js';
import { countSets } from '../../core/impact/count-sets.js';
import { IMPACT_FACTS } from '../../core/impact/facts.js';
import type { ImpactForm } from '../../core/impact/form.js';
import { inFile } from '../../core/problem.js';
import { FACTS_AS_OF } from '../../core/retention/policies.js';
import { dayInWords, dayOf } from '../../core/text/date.js';
import { clean, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { type Host, timestamp } from '../../io/system/host.js';
import { documentMarkdown } from '../../render/document/markdown.js';
import { documentText } from '../../render/document/text.js';
import { renderImpactCsv, renderImpactJson } from '../../render/impact/data.js';
import { impactDocument } from '../../render/impact/document.js';
import type { ImpactReport } from '../../render/impact/words.js';
import { renderProblems } from '../../render/messages/problems.js';
import { renderImpactHtml } from '../../render/packet/impact-page.js';
import { renderCsv } from '../../render/text/csv.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { messagePage } from '../shared/page.js';
import { presenter, type Renderers } from '../shared/present.js';
import { type OutputOptions, writeResult } from '../shared/write-result.js';
import { IMPACT_FORMATS, type ImpactFormat } from './formats.js';
import { type ReadOptions, readCounts } from './read-counts.js';

interface Options extends GlobalOptions, OutputOptions, ReadOptions {
  readonly form: ImpactForm;
  readonly excludeSmall?: string;
  readonly details?: boolean;
  readonly template?: boolean;
  readonly format?: ImpactFormat;
  readonly open?: boolean;
  readonly bom?: boolean;
}

/** Says of counts by group what they say of adverse impact. */
export async function impact(file: string | undefined, options: Options, host: Host): Promise<ExitCode> {
  if (options.template) {
    await writeResult(renderCsv(...TEMPLATE), options, host);
    return EXIT.ok;
  }
  const { form, excludeSmall, details = false, quiet } = options;
  if (file === undefined)
    throw new ScorecardError('a table of counts is needed', {
      hint: say`scorecard impact --template prints one to begin with`,
    });
  if (excludeSmall !== undefined && form !== 'local-law-144')
    throw new ScorecardError('--exclude-small is for --form local-law-144');
  const renderers: Renderers<ImpactReport, ImpactFormat> = {
    table: (report, page) => documentText(impactDocument(report, { hasDetails: details }), page),
    markdown: (report) => documentMarkdown(impactDocument(report, { hasDetails: details })),
    json: renderImpactJson,
    csv: renderImpactCsv,
    html: renderImpactHtml,
  };
  const present = presenter(IMPACT_FORMATS, renderers, options, host);
  const shown = file === '-' ? 'standard input' : file;
  const { plan, rows, problems, sums } = await readCounts(file, options, host);
  const { sets, problems: doubles, notes } = countSets(rows, characteristicsOf(plan));
  const wrong = [...problems, ...inFile(doubles, shown)];
  const { style } = messagePage(host);
  host.stderr.write(renderProblems([...wrong, ...(quiet ? [] : inFile(notes, shown))], style));
  if (sets.length === 0) throw new ScorecardError(`${shown} has no row that can be counted`);
  const leftOut = new Set(wrong.map(({ line, row }) => line ?? row)).size;
  await present({
    ...{ form, excludeSmall, leftOut, source: shown, isScoring: plan.isScoring },
    day: dayOf(timestamp(host.now())),
    sets: sets.map((set) => analyseSet(set, { form, excludeSmall })),
    facts: IMPACT_FACTS[form],
    factsAsOf: dayInWords(FACTS_AS_OF),
  });
  if (!quiet) {
    if (plan.ignored.length > 0)
      host.stderr.write(
        say`Columns that were not read: ${plan.ignored.map((at) => clean(plan.headers[at] ?? '')).join(', ')}\n`,
      );
    const rest = [
      ...(sums === 0 ? [] : [say`${count(sums, 'sum')} passed over`]),
      ...(leftOut === 0 ? [] : [say`${leftOut} left out`]),
    ];
    host.stderr.write(say`${[say`${count(rows.length, 'row')} read`, ...rest].join(', ')}\n`);
  }
  return leftOut === 0 ? EXIT.ok : EXIT.no;
}

/** What tells the groups apart, where the headers say it. */
function characteristicsOf({ headers, groups }: { headers: readonly string[]; groups: readonly number[] }) {
  const names = groups.map((at) => headers[at] ?? '');
  return names.length === 1 && /^(group|subgroup|category)/i.test(names[0] ?? '') ? [''] : names;
}

const TEMPLATE: Parameters<typeof renderCsv> = [
  ['stage', 'sex', 'applicants', 'selected'],
  [
    ['Interview', 'Female', 120, 24],
    ['Interview', 'Male', 150, 45],
    ['Offer', 'Female', 24, 9],
    ['Offer', 'Male', 45, 15],
  ],
];
