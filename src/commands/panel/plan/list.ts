import type { PlanProgress } from '../../../core/plan/progress.js';
import { say } from '../../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../../errors.js';
import { openStore } from '../../../io/store/folder-store.js';
import type { Host } from '../../../io/system/host.js';
import { renderProblems } from '../../../render/messages/problems.js';
import { planJson, renderPlansCsv, renderPlansMarkdown, renderPlanTable } from '../../../render/panel/plan/list.js';
import type { GlobalOptions } from '../../context.js';
import { messagePage } from '../../shared/page.js';
import { checkPlans, progressOfPlans } from '../../shared/plans/read-plans.js';
import { jsonOf, presenter, type Renderers } from '../../shared/present.js';
import type { OutputOptions } from '../../shared/write-result.js';
import { PLANS_FORMATS, type PlansFormat } from './formats.js';
import { tellNoPlans } from './tell.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly store?: string;
  readonly format?: PlansFormat;
}

const renderers: Renderers<readonly PlanProgress[], PlansFormat> = {
  table: renderPlanTable,
  json: (plans) => jsonOf({ plans: plans.map(planJson) }),
  markdown: renderPlansMarkdown,
  csv: renderPlansCsv,
};

/** One line for each plan of the store; those with mistakes are told. */
export async function panelList(options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(PLANS_FORMATS, renderers, options, host);
  const store = openStore(host, options.store);
  const { plans, broken } = checkPlans(store, options, host);
  for (const { problems } of broken) host.stderr.write(renderProblems(problems, messagePage(host).style));
  const isEmpty = plans.length + broken.length === 0;
  // For who asked for a file or a format, a list of none is a list.
  const isAsked = options.format !== undefined || options.output !== undefined;
  if (plans.length > 0 || isAsked) await present(progressOfPlans(plans, store, host));
  if (isEmpty && !options.quiet) tellNoPlans(store, host);
  if (broken.length > 0 && !options.quiet) host.stderr.write(say`Mend them, then: scorecard panel list\n`);
  return broken.length > 0 ? EXIT.no : EXIT.ok;
}
