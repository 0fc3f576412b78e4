import type { Tally } from '../../core/batch/tally.js';
import type { Problem } from '../../core/problem.js';
import type { ProblemGroup } from '../../core/table/problem-groups.js';
import { type Remedy, remediesOf, uniqueRemedies } from '../../core/table/remedies.js';
import { clean, say } from '../../core/text/safe-text.js';
import type { Host } from '../../io/system/host.js';
import { inTable } from '../../io/table/table-input.js';
import { remedyInWords, renderProblemGroups, renderUnusedValues } from '../../render/batch/problem-groups.js';
import { messagePage } from '../shared/page.js';
import type { BatchContext, PreparedTable } from './prepare.js';

/** Says on stderr what is wrong with a table, by kind. */
export function tellTable(context: BatchContext, prepared: PreparedTable, { groups }: Tally): void {
  const { shown, host } = context;
  const { style } = messagePage(host);
  const place = (problem: Problem) => inTable([problem], prepared.table, shown);
  host.stderr.write(renderProblemGroups(groups, { place, style, remediesOf: remedyFinder(prepared) }));
  tellUnusedValues(context, prepared);
}

/** Says which `--value` no cell has called for. */
export function tellUnusedValues({ shown, host }: BatchContext, prepared: PreparedTable): void {
  host.stderr.write(renderUnusedValues(prepared.unusedValues(), { file: shown, style: messagePage(host).style }));
}

/** Every option that would make more of a table readable. */
export function allRemedies(prepared: PreparedTable, { groups }: Tally): readonly Remedy[] {
  return uniqueRemedies(groups.all().flatMap(remedyFinder(prepared)));
}

/** Adds to a problem that is told alone what to pass to mend it. */
export function withRemedies(prepared: PreparedTable): (problem: Problem) => Problem {
  const find = remedyFinder(prepared);
  return (first) => {
    const columns = first.path.filter((at) => typeof at === 'number');
    const remedies = find({ first, count: 1, lines: [], otherFiles: 0, columns });
    return { ...first, message: `${first.message}${remedyInWords(remedies)}` };
  };
}

function remedyFinder({ frame: { rubric, plan } }: PreparedTable) {
  return (group: ProblemGroup) => remediesOf(group, rubric, plan);
}

/** Says what was not read. */
export function tellOthers(others: readonly string[], host: Pick<Host, 'stderr'>): void {
  if (others.length === 0) return;
  const [first = '', ...more] = others;
  const rest = more.length === 0 ? say`` : say` and ${more.length} more`;
  host.stderr.write(say`Left alone, since no table by its name: ${clean(first)}${rest}\n`);
}
