import { type BatchCounts, renderBatchEnd } from '../../render/batch/batch-messages.js';
import { createStyle } from '../../render/text/style.js';
import type { BatchContext } from './batch-prepare.js';
import { formatOf } from './formats.js';
import type { BatchPaths } from './prepare.js';

/** Rows whose problems are told one by one; the rejects file has all of them. */
export const TOLD = 20;

/** Says on stderr where the results are, what comes next, and how many rows there were. */
export function tellEnd(counts: BatchCounts, { output, rejects }: BatchPaths, context: BatchContext): void {
  const { options, host } = context;
  const end = renderBatchEnd(counts, {
    style: createStyle(host.stderr.hasColours),
    told: TOLD,
    again: againOptions(options),
    output: output?.shown,
    hasSummary: output !== undefined && ['json', 'ndjson'].includes(formatOf(options)),
    reports: options.reports,
    rejects: rejects?.shown,
    isQuiet: options.quiet === true,
  });
  host.stderr.write(end);
}

/** The options with which rejects are scored: they are UTF-8, with the delimiter of the table. */
function againOptions({ role = '', variant, map = [], delimiter, interviewer }: BatchContext['options']): string {
  const quoted = (text: string) => (/^[\w./-]+$/.test(text) ? text : `"${text}"`);
  return [
    `--role ${quoted(role)}`,
    ...(variant === undefined ? [] : [`--variant ${quoted(variant)}`]),
    ...(interviewer === undefined ? [] : [`--interviewer ${quoted(interviewer)}`]),
    ...(delimiter === undefined ? [] : [`--delimiter ${quoted(delimiter)}`]),
    ...map.map((mapping) => `--map ${quoted(mapping)}`),
  ].join(' ');
}
