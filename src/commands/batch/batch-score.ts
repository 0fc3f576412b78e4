import { resolve } from 'node:path';
import { toBatchRecord } from '../../core/batch/record.js';
import type { Problem } from '../../core/problem.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { Interruption } from '../../io/system/interruption.js';
import { createFileSink, createStreamSink, type Sink } from '../../io/system/sink.js';
import { timestamp } from '../../io/system/timestamp.js';
import { createByteWriter } from '../../io/table/byte-writer.js';
import type { CsvRecord } from '../../io/table/csv-record.js';
import { renderPlanNotes } from '../../render/batch/batch-messages.js';
import { renderProblems } from '../../render/messages/problems.js';
import { createStyle, plainStyle } from '../../render/text/style.js';
import { clean, cleanLines } from '../../render/text/text.js';
import { type BatchContext, type PreparedTable, prepareTable } from './batch-prepare.js';
import { type BatchOutcome, runBatch } from './batch-run.js';
import { batchFormats, formatOf, isToFile } from './formats.js';
import { resultPaths } from './prepare.js';
import { createProgress, type Progress } from './progress.js';
import { createRejects, type Rejects } from './rejects.js';
import { createReports } from './reports.js';
import { TOLD, tellEnd } from './score.js';

/** Scores the table: results to stdout or a file, rows that can't be scored to the rejects. */
export async function scoreTable(context: BatchContext): Promise<ExitCode> {
  const { options, host } = context;
  const paths = await resultPaths(context);
  const prepared = await context.unlessInterrupted(prepareTable(context));
  const progress = createProgress(host);
  const { table, head, frame } = prepared;
  const rejects = paths.rejects && createRejects({ ...paths.rejects, ...frame.plan, head, ...table });
  let sink: Sink | undefined;
  try {
    if (!options.quiet)
      host.stderr.write(renderPlanNotes(frame.plan, context.shown, createStyle(host.stderr.hasColours)));
    sink = paths.output ? createFileSink(paths.output.path, paths.output) : createStdoutSink(context);
    const outcome = await score({ context, prepared, sink, rejects, progress });
    progress.erase();
    if (!outcome.isComplete) {
      rejects?.abort();
      return EXIT.ok;
    }
    sink.commit();
    rejects?.commit();
    tellEnd(outcome.counts, paths, context);
    return outcome.counts.leftOut > 0 ? EXIT.no : EXIT.ok;
  } catch (error) {
    progress.erase();
    sink?.abort();
    rejects?.abort();
    if (error instanceof Interruption && paths.output && !options.quiet)
      host.stderr.write(`Interrupted: ${clean(paths.output.shown)} was not written\n`);
    throw error;
  } finally {
    await table.close();
  }
}

interface Parts {
  readonly context: BatchContext;
  readonly prepared: PreparedTable;
  readonly sink: Sink;
  readonly rejects: Rejects | undefined;
  readonly progress: Progress;
}

function score({ context, prepared, sink, rejects, progress }: Parts): Promise<BatchOutcome> {
  const { options, host, role, unlessInterrupted } = context;
  const { table, engine, frame } = prepared;
  const out = createByteWriter();
  const style = isToFile(context.options) ? plainStyle : createStyle(host.stdout.hasColours);
  const create = batchFormats[formatOf(context.options)];
  const formatter = create({ frame, rubric: role.copy, out, width: host.stdout.columns, style });
  const report =
    options.reports === undefined
      ? undefined
      : createReports({
          folder: resolve(host.cwd, options.reports),
          rubric: role.copy,
          at: timestamp(host.now()),
        });
  const tell = createTeller(context, progress);
  return runBatch({
    table,
    engine,
    formatter,
    out,
    sink,
    unlessInterrupted,
    reject: (record, problems) => {
      tell(problems);
      rejects?.add(record, problems);
    },
    ...(report ? { scored: (record: CsvRecord) => report(toBatchRecord(frame, record, engine.reading)) } : {}),
    pause: async (counts) => {
      await rejects?.flush();
      progress.show(counts, table.size === undefined ? undefined : table.consumed() / table.size);
    },
  });
}

/** Says what is wrong with the first rows that are left out. */
function createTeller({ host, shown }: BatchContext, progress: Progress): (problems: readonly Problem[]) => void {
  let told = 0;
  const style = createStyle(host.stderr.hasColours);
  return (problems) => {
    told += 1;
    if (told > TOLD) return;
    progress.erase();
    host.stderr.write(
      renderProblems(
        problems.map((problem) => ({ ...problem, file: shown })),
        style,
      ),
    );
  };
}

/** Standard output; on a terminal, without what a cell could do to it. A table is clean already, and coloured. */
function createStdoutSink(context: BatchContext): Sink {
  const { stdout } = context.host;
  const sink = createStreamSink(stdout);
  if (!stdout.isTTY || formatOf(context.options) === 'table') return sink;
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return { ...sink, write: (bytes) => sink.write(encoder.encode(cleanLines(decoder.decode(bytes)))) };
}
