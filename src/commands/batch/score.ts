import { basename, resolve } from 'node:path';
import type { BatchEngine } from '../../core/batch/engine.js';
import { toBatchRecord } from '../../core/batch/record.js';
import { createTally, type Tally } from '../../core/batch/tally.js';
import { inFile, type Problem } from '../../core/problem.js';
import { createNameCheck, type MisreadNames } from '../../core/table/misread-names.js';
import { type NoPerson, passedOver } from '../../core/table/no-person.js';
import { clean, cleanLines, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, Interruption } from '../../errors.js';
import { storeAt } from '../../io/store/folder-store.js';
import { programOf, timestamp } from '../../io/system/host.js';
import { createFileSink, createStreamSink, type Sink } from '../../io/system/sink.js';
import { type ByteWriter, createByteWriter, pendingBytes, writeText } from '../../io/table/byte-writer.js';
import { type CsvRecord, isAsciiCell } from '../../io/table/csv-record.js';
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
import { type BatchFormatter, batchFormatters } from './formatters.js';
import {
  type BatchContext,
  type BatchPaths,
  type PreparedTable,
  prepareTable,
  resultPaths,
  tellHeader,
} from './prepare.js';
import { createProgress, type Progress } from './progress.js';
import { createRejects, type Rejects } from './rejects.js';
import { createReports, type Reports, type ReportsOutcome } from './reports.js';
import { mendArguments, rerunArguments, withAnswers } from './rerun.js';
import { allRemedies, tellTable } from './tell.js';

/** How many notes on scorecards are told. */
const MAX_NOTES = 20;

interface Ended extends Pick<Parts, 'context' | 'prepared' | 'tally'> {
  readonly paths: BatchPaths;
  readonly sealed: ReportsOutcome | undefined;
}

/** Says on stderr what is wrong, where the results are, what comes next, and how many rows there were. */
function reportEnd(counts: BatchCounts, { context, prepared, paths, tally, sealed }: Ended): void {
  const { file, options, host, shown } = context;
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
    program: host.program,
    again: remedies.length > 0 ? rerunArguments(file, asked, remedies) : undefined,
    mend: mendArguments(rejects?.shown ?? '', asked, prepared.map),
    output: output?.shown,
    hasSummary: output !== undefined && ['json', 'ndjson'].includes(formatOf(options, BATCH_FORMATS)),
    reports: sealed && { folder: options.reports ?? '', ...sealed, told: MAX_NOTES },
    rejects: rejects?.shown,
    isQuiet: options.quiet === true,
  });
  host.stderr.write(end);
}

export interface BatchJob {
  readonly table: TableInput;
  readonly engine: BatchEngine;
  readonly formatter: BatchFormatter;
  readonly out: ByteWriter;
  readonly sink: Sink;
  readonly tally: Tally;
  /** What takes plain rows before the engine does; absent where it is to read each. */
  readonly plain?: PlainRows | undefined;
  /** Called with each row that is left out, with the cells beside that can't be read either. */
  reject(record: CsvRecord, problems: readonly Problem[]): void;
  /** Called with each row that is not a person. */
  passOver(record: CsvRecord, kind: NoPerson): void;
  /** Called with the cells of a scored row that can't be read. */
  lost?(problems: readonly Problem[]): void;
  /** Called with each row that was scored. */
  scored?(record: CsvRecord): void;
  /** Called between chunks. */
  pause(counts: BatchCounts): Promise<void>;
  /** The outcome of the work, unless somebody asks the program to end first: then it rejects. */
  unlessInterrupted<T>(work: Promise<T>): Promise<T>;
}

/** How many bytes are gathered before they are handed on. */
const ENOUGH = 48 * 1024;

export interface BatchOutcome {
  readonly counts: BatchCounts;
  /** Whether the results reached their end; false when their reader went away before. */
  readonly isComplete: boolean;
  readonly misread: MisreadNames;
}

/** Takes all rows of a table through the engine, each to the results or to those left out. */
export async function runBatch(job: BatchJob): Promise<BatchOutcome> {
  const { table, engine, formatter, out, sink, plain } = job;
  const { reader } = table;
  const { record } = reader;
  const { candidate, interviewer = candidate } = engine.plan;
  const noPerson: Record<NoPerson, number> = { summary: 0, test: 0, heading: 0, header: 0, labels: 0 };
  const counts = { scored: 0, unrated: 0, leftOut: 0, empty: 0, noPerson };
  const names = createNameCheck();
  const checkName = (cell: number) => {
    if (!isAsciiCell(record, cell)) names.add(record.text(cell));
  };
  let hasReader = true;
  const flush = async (): Promise<void> => {
    hasReader = await job.unlessInterrupted(sink.write(pendingBytes(out)));
    out.length = 0;
  };
  formatter.head();
  do {
    while (hasReader) {
      counts.scored += plain?.pass() ?? 0;
      if (out.length > ENOUGH) await flush();
      if (!hasReader || !reader.next()) break;
      const outcome = engine.read(record);
      checkName(candidate);
      if (interviewer !== candidate) checkName(interviewer);
      if (outcome === 'good' || outcome === 'unrated') {
        formatter.row(record, engine.reading);
        job.scored?.(record);
        counts[outcome === 'good' ? 'scored' : 'unrated'] += 1;
        plain?.learn(engine.reading);
        if (engine.reading.lost.length > 0) job.lost?.(engine.reading.lost);
      } else if (outcome === 'bad') {
        job.reject(record, [...engine.reading.problems, ...engine.reading.lost]);
        job.tally.leftOut(engine.reading.problems);
        counts.leftOut += 1;
      } else if (outcome === 'no-person') {
        const kind = engine.reading.noPerson ?? 'heading';
        job.passOver(record, kind);
        noPerson[kind] += 1;
        continue;
      } else {
        counts.empty += 1;
        continue;
      }
      if (engine.reading.lost.length > 0) job.tally.lost(engine.reading.lost);
    }
    await job.pause({ ...counts, empty: counts.empty + reader.emptyLines });
    // Files are read without waiting: signals and timers get their turn here.
    await job.unlessInterrupted(new Promise(setImmediate));
  } while (hasReader && (await job.unlessInterrupted(reader.fill())));
  formatter.end(counts.scored + counts.unrated);
  if (hasReader) await flush();
  const all = { ...counts, empty: counts.empty + reader.emptyLines };
  return { counts: all, isComplete: hasReader, misread: names.found };
}

/** Scores the table: results to stdout or a file, rows that can't be scored to the rejects. */
export async function scoreTable(context: BatchContext): Promise<ExitCode> {
  const { options, host } = context;
  const paths = await resultPaths(context);
  const prepared = await context.unlessInterrupted(prepareTable(context));
  const progress = createProgress(host);
  const { table, head, frame } = prepared;
  const rejects =
    paths.rejects && createRejects({ ...paths.rejects, ...frame.plan, head, ...table, mark: markOf(options, 'csv') });
  let sink: Sink | undefined;
  try {
    tellHeader(prepared, context);
    const tally = createTally();
    sink = paths.output ? createFileSink(paths.output.path, paths.output) : createStdoutSink(context);
    const reports = await openReports(context);
    const outcome = await score({ context, prepared, sink, rejects, progress, reports, tally });
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
    await table.close();
  }
}

interface Parts {
  readonly context: BatchContext;
  readonly prepared: PreparedTable;
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

async function score({ context, prepared, sink, rejects, progress, reports, tally }: Parts): Promise<BatchOutcome> {
  const { options, host, role, unlessInterrupted } = context;
  const { table, engine, frame } = prepared;
  const out = createByteWriter();
  const format = formatOf(options, BATCH_FORMATS);
  writeText(out, markOf(options, format));
  const create = batchFormatters[format];
  const formatter = create({ frame, rubric: role.copy, out, ...pageFor(options, host) });
  const tellOver = createPassedReporter(context, table, progress);
  return runBatch({
    plain: reports || !isFast(options, table) ? undefined : await openPlainRows(formatter, { prepared, out }),
    table,
    engine,
    formatter,
    out,
    sink,
    tally,
    unlessInterrupted,
    passOver: (record, kind) => tellOver(passedOver(record, kind, frame.plan)),
    reject: (record, problems) => rejects?.add(record, problems),
    ...(reports ? { scored: (record: CsvRecord) => reports.write(toBatchRecord(frame, record, engine.reading)) } : {}),
    pause: async (counts) => {
      await rejects?.flush();
      progress.show(counts, table.size === undefined ? undefined : table.consumed() / table.size);
    },
  });
}

/** Up to so many bytes, the rows are read sooner than the pass over them is made. */
const SMALL = 256 * 1024;

function isFast({ engine }: BatchContext['options'], { size }: TableInput): boolean {
  return engine === undefined ? size === undefined || size > SMALL : engine === 'fast';
}

async function openPlainRows(
  { plain: cells }: BatchFormatter,
  { prepared: { table, engine, frame }, out }: Pick<Parts, 'prepared'> & { readonly out: ByteWriter },
): Promise<PlainRows | undefined> {
  if (!cells) return undefined;
  const { createPlainRows } = await import('../../io/table/plain-rows/plain-rows.js');
  const { reader, delimiter } = table;
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
