import { passedOver } from '../../core/table/no-person.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { createStreamSink, type Sink } from '../../io/system/sink.js';
import { createByteWriter, pendingBytes, writeText } from '../../io/table/byte-writer.js';
import { inTable } from '../../io/table/table-input.js';
import { renderBatchCounts, renderMisread } from '../../render/batch/batch-messages.js';
import { renderProblems } from '../../render/messages/problems.js';
import type { Style } from '../../render/text/style.js';
import { messagePage, pageFor } from '../shared/page.js';
import type { BatchFormatter } from './formatters.js';
import { type BatchContext, prepareTable, tellHeader } from './prepare.js';
import { createProgress } from './progress.js';
import { runBatch } from './score.js';

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
  const { table, engine } = prepared;
  const progress = createProgress(host);
  const out = createByteWriter();
  const sink: Sink = createStreamSink(output);
  try {
    if (isDryRun) tellHeader(prepared, context);
    const { counts, isComplete, misread } = await runBatch({
      table,
      engine,
      formatter: NO_RESULTS,
      out,
      sink,
      unlessInterrupted,
      passOver: (record, kind) => {
        if (isDryRun)
          writeText(out, renderProblems(inTable([passedOver(record, kind, prepared.frame.plan)], table, shown), style));
      },
      lose: (problems) => writeText(out, renderProblems(inTable(problems, table, shown), style)),
      reject: (_record, problems) => writeText(out, renderProblems(inTable(problems, table, shown), style)),
      pause: async (soFar) => {
        if (out.length > 0) progress.erase();
        await sink.write(pendingBytes(out));
        out.length = 0;
        progress.show(soFar, table.size === undefined ? undefined : table.consumed() / table.size);
      },
    });
    progress.erase();
    if (!isComplete) return EXIT.ok;
    if (isDryRun && !options.quiet) host.stderr.write(renderMisread(misread, shown, options, messagePage(host).style));
    if (isDryRun) await context.saveMap?.(prepared.map);
    if (isDryRun || counts.leftOut > 0) host.stderr.write(lastLine(counts, purpose, messagePage(host).style));
    return counts.leftOut > 0 ? EXIT.no : EXIT.ok;
  } finally {
    progress.erase();
    await table.close();
  }
}

function lastLine(counts: Parameters<typeof renderBatchCounts>[0], purpose: string, style: Style): TerminalText {
  const line = renderBatchCounts(counts, { style, good: 'good', bad: 'bad' });
  return purpose === 'strict' ? say`Nothing was written, since --strict wants all rows good.\n${line}` : line;
}
