import { createTally, type Tally } from '../../core/batch/tally.js';
import type { Problem } from '../../core/problem.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { createStreamSink, type Sink } from '../../io/system/sink.js';
import { createByteWriter, pendingBytes, writeText } from '../../io/table/byte-writer.js';
import { inTable } from '../../io/table/table-input.js';
import {
  type BatchCounts,
  renderAgain,
  renderBatchCounts,
  renderMisread,
  renderMissing,
} from '../../render/batch/batch-messages.js';
import { renderLeftOut, renderLost } from '../../render/batch/kinds.js';
import { renderProblems } from '../../render/messages/problems.js';
import { messagePage, pageFor } from '../shared/page.js';
import { type BatchContext, type PreparedTable, prepareTable, tellHeader } from './prepare.js';
import { createProgress } from './progress.js';
import { rerunArguments } from './rerun.js';
import type { BatchFormatter } from './results/formatters.js';
import { runBatch } from './run-batch.js';
import { allRemedies, tellTable, tellUnusedValues, withRemedies } from './tell.js';

const NO_RESULTS: BatchFormatter = { head: () => {}, row: () => {}, end: () => {} };

/**
 * Reads the whole table and writes no result. The problems are what a dry run is for, so they are its output; before a
 * strict run they go to stderr, and a table without any passes in silence.
 */
export async function checkTable(context: BatchContext, purpose: 'dry-run' | 'strict'): Promise<ExitCode> {
  const { shown, options, host, unlessInterrupted } = context;
  const isDryRun = purpose === 'dry-run';
  const output = isDryRun ? host.stdout : host.stderr;
  const { style } = isDryRun ? pageFor({}, host) : messagePage(host);
  const prepared = await context.unlessInterrupted(prepareTable(context));
  const { table } = prepared;
  const progress = createProgress(host);
  const out = createByteWriter();
  const sink: Sink = createStreamSink(output);
  const tally = createTally();
  const write = (problems: readonly Problem[]): void => {
    // Before a strict run they are told by kind.
    if (isDryRun) writeText(out, renderProblems(inTable(problems.map(withRemedies(prepared)), table, shown), style));
  };
  try {
    if (isDryRun) tellHeader(prepared, context);
    const { counts, isComplete, misread } = await runBatch({
      tables: prepared,
      formatter: NO_RESULTS,
      out,
      sink,
      unlessInterrupted,
      passOver: (problem) => {
        if (isDryRun) writeText(out, renderProblems(inTable([problem], table, shown), style));
      },
      tally,
      reject: (_record, problems) => write(problems),
      lost: write,
      pause: async (soFar, { size, consumed }) => {
        if (out.length > 0) progress.erase();
        await sink.write(pendingBytes(out));
        out.length = 0;
        progress.show(soFar, size === undefined || context.files.length > 1 ? undefined : consumed() / size);
      },
    });
    progress.erase();
    if (!isComplete) return EXIT.ok;
    const isGood = counts.leftOut === 0 && tally.cells.size === 0;
    if (isDryRun) tellUnusedValues(context, prepared);
    else if (!isGood) tellTable(context, prepared, tally);
    if (isDryRun && !options.quiet) host.stderr.write(renderMisread(misread, shown, options, messagePage(host).style));
    if (isDryRun) await context.saveMap?.(prepared.map);
    if (isDryRun || !isGood) host.stderr.write(lastLines(counts, { context, prepared, tally, purpose }));
    return isGood ? EXIT.ok : EXIT.no;
  } finally {
    progress.erase();
    await table.close();
  }
}

interface Checked {
  readonly context: BatchContext;
  readonly prepared: PreparedTable;
  readonly tally: Tally;
  readonly purpose: 'dry-run' | 'strict';
}

/** What is lost and why, the command that would mend it, and the counts. */
function lastLines(counts: BatchCounts, { context, prepared, tally, purpose }: Checked): TerminalText {
  const { typed, options, host } = context;
  const { style } = messagePage(host);
  const remedies = allRemedies(prepared, tally);
  const again =
    remedies.length > 0 && !options.quiet
      ? style.dim(say`Next: ${renderAgain(rerunArguments(typed, options, remedies), host.program)}\n`)
      : say``;
  const missing = options.quiet ? say`` : renderMissing(prepared.frame.plan);
  const why = say`${renderLeftOut(tally.rows)}${renderLost(tally.cells)}${missing}${again}`;
  const line = renderBatchCounts(counts, { style, good: 'good', bad: 'bad' });
  const nothing = purpose === 'strict' ? say`Nothing was written, since --strict wants all rows good.\n` : say``;
  return say`${why}${nothing}${line}`;
}
