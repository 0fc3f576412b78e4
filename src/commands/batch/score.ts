import { basename, resolve } from 'node:path';
import { toBatchRecord } from '../../core/batch/record.js';
import { createTally, type Tally } from '../../core/batch/tally.js';
import { inFile, type Problem } from '../../core/problem.js';
import { clean, cleanLines, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, Interruption } from '../../errors.js';
import { storeAt } from '../../io/store/folder-store.js';
import { programOf, timestamp } from '../../io/system/host.js';
import { createFileSink, createStreamSink, type Sink } from '../../io/system/sink.js';
import { type ByteWriter, createByteWriter, writeText } from '../../io/table/byte-writer.js';
import type { CsvRecord } from '../../io/table/csv-record.js';
import { sha256OfFile } from '../../io/table/hash-file.js';
import type { PlainRows } from '../../io/table/plain-rows/plain-rows.js';
import { inTable, type TableInput } from '../../io/table/table-input.js';
import { createKeyPrompter } from '../../io/terminal/ask.js';
import { type BatchCounts, renderBatchEnd, renderMisread } from '../../render/batch/batch-messages.js';
import { renderProblems } from '../../render/messages/problems.js';
import { formatOf, markOf } from '../shared/formats.js';
import { openSaveMap } from '../shared/map/table-settings.js';
import { messagePage, pageFor } from '../shared/page.js';
import { askForMap, mapNameOf } from './ask-columns.js';
import { BATCH_FORMATS } from './formats.js';
import type { BatchTable } from './further-tables.js';
import {
  type BatchContext,
  type BatchPaths,
  type PreparedTable,
  prepareTable,
  resultPaths,
  tellHeader,
} from './prepare.js';
import { createProgress, type Progress } from './progress.js';
import { mendArguments, rerunArguments, withAnswers } from './rerun.js';
import { type BatchFormatter, batchFormatters } from './results/formatters.js';
import { type OrderedRows, openOrderedRows, tellTop } from './results/ordered-rows.js';
import { createRejects, type Rejects } from './results/rejects.js';
import { createReports, type Reports, type ReportsOutcome } from './results/reports.js';
import { type BatchOutcome, runBatch } from './run-batch.js';
import { allRemedies, tellTable } from './tell.js';

/** How many notes on scorecards are told. */
const MAX_NOTES = 20;

interface Ended extends Pick<Parts, 'context' | 'prepared' | 'tally'> {
  readonly paths: BatchPaths;
  readonly sealed: ReportsOutcome | undefined;
}

/** Says on stderr what is wrong, where the results are, what comes next, and how many rows there were. */
function reportEnd(counts: BatchCounts, { context, prepared, paths, tally, sealed }: Ended): void {
  const { typed, options, host, shown } = context;
  const { output, rejects } = paths;
  const { style } = messagePage(host);
  tellTable(context, prepared, tally);
  if (sealed && !options.quiet) {
    host.stderr.write(renderProblems(inFile(sealed.notes.slice(0, MAX_NOTES), shown), style));
  }
  const remedies = allRemedies(prepared, tally);
  const asked = withAnswers(options, prepared);
  const end = renderBatchEnd(counts, {
    style,
    tally,
    plan: prepared.frame.plan,
    // It is found out where it is said.
    get program() {
      return host.program;
    },
    again: remedies.length > 0 ? rerunArguments(typed, asked, remedies) : undefined,
    mend: mendArguments(rejects?.shown ?? '', asked, prepared.map),
    output: output?.shown,
    hasSummary: output !== undefined && ['json', 'ndjson'].includes(formatOf(options, BATCH_FORMATS)),
    reports: sealed && { folder: options.reports ?? '', ...sealed, told: MAX_NOTES },
    rejects: rejects?.shown,
    isQuiet: options.quiet === true,
  });
  host.stderr.write(end);
}

/** Scores the table: results to stdout or a file, rows that can't be scored to the rejects. */
export async function scoreTable(context: BatchContext): Promise<ExitCode> {
  const { options, host } = context;
  const paths = await resultPaths(context);
  const prepared = await context.unlessInterrupted(prepareTable(context));
  const progress = createProgress(host);
  const { table, head, frame } = prepared;
  let ordered: OrderedRows | undefined;
  const rejects =
    paths.rejects && createRejects({ ...paths.rejects, ...frame.plan, head, ...table, mark: markOf(options, 'csv') });
  let sink: Sink | undefined;
  try {
    tellHeader(prepared, context);
    const tally = createTally();
    sink = paths.output ? createFileSink(paths.output.path, paths.output) : createStdoutSink(context);
    const reports = await openReports(context);
    const out = createByteWriter();
    const formatter = openFormatter(context, prepared, out);
    ordered = await openOrderedRows({ frame, formatter, out, options, host });
    const outcome = await score({
      context,
      prepared,
      formatter,
      out,
      ordered,
      sink,
      rejects,
      progress,
      reports,
      tally,
    });
    progress.erase();
    if (!outcome.isComplete) {
      rejects?.abort();
      return EXIT.ok;
    }
    await sink.commit();
    await rejects?.commit();
    await saveMap(prepared, context);
    if (!options.quiet)
      host.stderr.write(renderMisread(outcome.misread, context.shown, options, messagePage(host).style));
    if (ordered) tellTop(options, ordered, outcome.counts.scored + outcome.counts.unrated, host);
    reportEnd(outcome.counts, { context, prepared, paths, tally, sealed: reports?.end() });
    return outcome.counts.leftOut > 0 || tally.cells.size > 0 ? EXIT.no : EXIT.ok;
  } catch (error) {
    progress.erase();
    sink?.abort();
    rejects?.abort();
    if (error instanceof Interruption && paths.output && !options.quiet)
      host.stderr.write(say`Interrupted: ${clean(paths.output.shown)} was not written\n`);
    throw error;
  } finally {
    ordered?.close();
    await table.close();
  }
}

function openFormatter({ options, role, host }: BatchContext, { frame }: PreparedTable, out: ByteWriter) {
  const format = formatOf(options, BATCH_FORMATS);
  writeText(out, markOf(options, format));
  return batchFormatters[format]({ frame, rubric: role.copy, out, ...pageFor(options, host) });
}

interface Parts {
  readonly context: BatchContext;
  readonly prepared: PreparedTable;
  readonly formatter: BatchFormatter;
  readonly out: ByteWriter;
  readonly ordered: OrderedRows | undefined;
  readonly sink: Sink;
  readonly rejects: Rejects | undefined;
  readonly progress: Progress;
  readonly reports: Reports | undefined;
  readonly tally: Tally;
}

/** Writes the map where that was asked for; where columns or words were asked about, the user may want it too. */
async function saveMap(
  { map, answers, saidOfTexts }: PreparedTable,
  { shown, options, host, ...context }: BatchContext,
) {
  if (context.saveMap || answers.length + saidOfTexts.length === 0) return context.saveMap?.(map);
  const writeMap = await askForMap(shown, resolve(host.cwd, mapNameOf(shown)), createKeyPrompter(host));
  const save = writeMap === undefined ? undefined : await openSaveMap({ ...options, writeMap }, shown, host);
  return save?.(map);
}

/** Where the scorecards of `--reports` go; `undefined` where there are to be none. */
async function openReports({ file, shown, options, host, role, unlessInterrupted }: BatchContext) {
  if (options.reports === undefined) return undefined;
  const sha256 = await unlessInterrupted(sha256OfFile(resolve(host.cwd, file), shown));
  return createReports({
    store: storeAt(options.reports, host),
    rubric: role.copy,
    at: timestamp(host.now()),
    program: programOf(host),
    table: { name: basename(shown), sha256 },
  });
}

async function score({ context, prepared, rejects, progress, reports, ...job }: Parts): Promise<BatchOutcome> {
  const { options, unlessInterrupted } = context;
  const { table, engine, frame } = prepared;
  const tellOver = createPassedReporter(context, table, progress);
  const { formatter, out } = job;
  return runBatch({
    ...job,
    tables: prepared,
    unlessInterrupted,
    plainOf: async (part) =>
      reports || !isFast(options, part.table) ? undefined : openPlainRows(formatter, { ...part, frame, out }),
    passOver: tellOver,
    reject: (record, problems) => rejects?.add(record, problems),
    ...(reports ? { scored: (record: CsvRecord) => reports.write(toBatchRecord(frame, record, engine.reading)) } : {}),
    pause: async (counts, { size, consumed }) => {
      await rejects?.flush();
      progress.show(counts, size === undefined || context.files.length > 1 ? undefined : consumed() / size);
    },
  });
}

/** Up to so many bytes, the rows are read sooner than the pass over them is made. */
const SMALL = 256 * 1024;

function isFast({ engine }: BatchContext['options'], { size }: TableInput): boolean {
  return engine !== 'fast' && engine !== 'careful' ? size === undefined || size > SMALL : engine === 'fast';
}

interface PlainParts extends BatchTable {
  readonly frame: PreparedTable['frame'];
  readonly out: ByteWriter;
}

async function openPlainRows(
  { plain: cells }: BatchFormatter,
  { table: { reader, delimiter }, engine, frame, out }: PlainParts,
): Promise<PlainRows | undefined> {
  if (!cells) return undefined;
  const { createPlainRows } = await import('../../io/table/plain-rows/plain-rows.js');
  return createPlainRows({ frame, engine, reader, delimiter, cells, out });
}

/** How many rows that are no people are told one by one. */
const MAX_PASSED = 5;

/** Says which of the first rows are no people. */
function createPassedReporter(
  { host, shown, options }: BatchContext,
  table: TableInput,
  progress: Progress,
): (problem: Problem) => void {
  let told = 0;
  const style = messagePage(host).style;
  return (problem) => {
    told += 1;
    if (told > MAX_PASSED || options.quiet) return;
    progress.erase();
    host.stderr.write(renderProblems(inTable([problem], table, shown), style));
  };
}

/** Standard output; on a terminal, without what a cell could do to it. A table is clean already, and coloured. */
function createStdoutSink(context: BatchContext): Sink {
  const { stdout } = context.host;
  const sink = createStreamSink(stdout);
  if (!stdout.isTTY || formatOf(context.options, BATCH_FORMATS) === 'table') return sink;
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return { ...sink, write: (bytes) => sink.write(encoder.encode(cleanLines(decoder.decode(bytes)))) };
}
