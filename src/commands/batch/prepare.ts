import { resolve } from 'node:path';
import { type BatchEngine, createBatchEngine } from '../../core/batch/engine.js';
import type { OccasionOptions } from '../../core/batch/occasion.js';
import type { BatchSetup } from '../../core/batch/record.js';
import { rubricCopy } from '../../core/interview/build-scorecard.js';
import { parsePerson } from '../../core/person/parse-person.js';
import type { Problem } from '../../core/problem.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { applyVariant } from '../../core/rubric/variant.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { inColumns, type ValueMapping } from '../../core/table/cells/values.js';
import type { ColumnPlan } from '../../core/table/columns.js';
import type { Mapping } from '../../core/table/header/read-columns.js';
import { columnEntries, meaningsOfPlan } from '../../core/table/map/column-targets.js';
import type { TableMap } from '../../core/table/map/map-file.js';
import { valueQuestions } from '../../core/table/map/value-questions.js';
import { dayOf } from '../../core/text/date.js';
import type { ColumnOrder } from '../../core/text/read-day.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { findRubric, findSession, findVariant } from '../../io/rubrics/rubric-library.js';
import { isSameFile } from '../../io/system/files.js';
import { type Host, timestamp } from '../../io/system/host.js';
import { refuseExisting } from '../../io/system/sink.js';
import { onceReadable } from '../../io/system/standard-input.js';
import { findDateOrder } from '../../io/table/date-order.js';
import { openTable, type TableOptions } from '../../io/table/table-input.js';
import { createKeyPrompter } from '../../io/terminal/ask.js';
import { renderPlanNotes } from '../../render/batch/batch-messages.js';
import { type HeaderNotes, renderHeaderNotes } from '../../render/batch/plan-notes.js';
import { renderProblems } from '../../render/messages/problems.js';
import type { GlobalOptions } from '../context.js';
import { checkPastDay } from '../shared/check-day.js';
import { readSettings, type SaveMap, type SettingOptions, type TableSettings } from '../shared/map/table-settings.js';
import { messagePage } from '../shared/page.js';
import { askToReplace, type OutputOptions } from '../shared/write-result.js';
import { createAskColumns, mayAsk } from './ask-columns.js';
import { askValues } from './ask-values.js';
import type { BatchFormat, ENGINES, ORDERS } from './formats.js';
import { type BatchTable, openFurther } from './further-tables.js';
import { understandTable } from './header.js';
import { rawStart } from './results/rejects.js';

export interface BatchPath {
  /** The absolute path. */
  readonly path: string;
  /** The path as the user gave it. */
  readonly shown: string;
  readonly mayReplace: boolean;
}

/** Where a batch writes; `undefined` stands for stdout, and for rejects that are only reported. */
export interface BatchPaths {
  readonly output: BatchPath | undefined;
  readonly rejects: BatchPath | undefined;
}

/** @throws ScorecardError, before any work is done, where a file exists or is the table itself */
export async function resultPaths({ files, options, host }: BatchContext): Promise<BatchPaths> {
  const { output, rejects, force } = options;
  const hasFile = output !== undefined && output !== '-';
  const beside = hasFile ? `${output.replace(/\.[a-z]+$/i, '')}.rejects.csv` : undefined;
  const pathOf = async (shown: string | undefined): Promise<BatchPath | undefined> => {
    if (shown === undefined) return undefined;
    const path = resolve(host.cwd, shown);
    if (files.some((file) => file !== '-' && isSameFile(path, resolve(host.cwd, file)))) {
      throw new ScorecardError(`${shown} is the table being read; it is never overwritten`, {
        hint: say`pass another name to -o or --rejects`,
      });
    }
    const mayReplace = await askToReplace(path, { output: shown, ...(force ? { force } : {}) }, host);
    refuseExisting(path, { mayReplace, shown });
    return { path, shown, mayReplace };
  };
  return { output: await pathOf(hasFile ? output : undefined), rejects: await pathOf(rejects ?? beside) };
}

export interface BatchOptions extends GlobalOptions, OutputOptions, SettingOptions {
  readonly role?: string;
  readonly variant?: string;
  readonly interviewer?: string;
  readonly session?: string;
  /** The day of the interviews. */
  readonly held?: string;
  readonly format?: BatchFormat;
  readonly bom?: boolean;
  readonly reports?: string;
  readonly rejects?: string;
  readonly partial?: boolean;
  readonly long?: boolean;
  readonly strict?: boolean;
  readonly dryRun?: boolean;
  readonly engine?: (typeof ENGINES)[number];
  readonly order?: (typeof ORDERS)[number];
  readonly top?: number;
  readonly template?: boolean;
  readonly sample?: boolean;
}

/** What every step of a batch needs. */
export interface BatchContext {
  /** The file, the first of several. */
  readonly file: string;
  /** The file as messages name it. */
  readonly shown: string;
  /** All files in which the table stands, in their order. */
  readonly files: readonly string[];
  /** Whether results say in which file a row stands. */
  readonly isInFiles: boolean;
  /** The file, folder or pattern as it was typed. */
  readonly typed: string;
  readonly role: BatchRole;
  readonly options: BatchOptions;
  readonly host: Host;
  /** Writes what was understood of the table, where that is asked for. */
  readonly saveMap: SaveMap | undefined;
  /**
   * The outcome of the work, unless the user or the system asks the program to end first: then it rejects. One piece of
   * work at a time.
   */
  unlessInterrupted<T>(work: Promise<T>): Promise<T>;
}

/** The rubric to score by, and what documents say of it. */
export interface BatchRole {
  readonly rubric: Rubric;
  readonly copy: Scorecard['rubric'];
}

/** @throws ScorecardError when no role is given or there is no such role */
export function loadBatchRole(options: BatchOptions, host: Host): BatchRole {
  if (options.role === undefined) {
    throw new ScorecardError('a batch needs a rubric', { hint: say`pass --role ROLE; see: scorecard rubric list` });
  }
  const { rubric: plain, sha256 } = findRubric(options.role, host, options);
  const variant = findVariant(plain, options.variant);
  const rubric = applyVariant(plain, variant);
  return { rubric, copy: rubricCopy({ rubric, sha256, ...(variant ? { variant: variant.id } : {}) }) };
}

/** A table whose header was read and understood; its reader stands before the first row. */
export interface PreparedTable extends BatchTable {
  /** What was said of texts (`--value`) of which none was met in any file so far. */
  unusedValues(): readonly ValueMapping[];
  /** Opens the further files one after another; each is closed by whoever takes it. */
  further(): AsyncGenerator<BatchTable>;
  /** Where the header was found. */
  readonly header: HeaderNotes['header'];
  /** What was understood of it, and how it is read. */
  readonly map: TableMap;
  /** What was said of columns when that was asked. */
  readonly answers: readonly Mapping[];
  /** What was said of words in its cells when that was asked. */
  readonly saidOfTexts: readonly ValueMapping[];
  /** Where options win over the map that was given. */
  readonly notes: readonly Problem[];
  readonly frame: BatchSetup;
  /** The header's bytes as they came. */
  readonly head: Uint8Array;
}

/** @throws ScorecardError with every mistake of the header */
export async function prepareTable({
  file,
  files,
  isInFiles,
  shown,
  role,
  options,
  host,
}: BatchContext): Promise<PreparedTable> {
  const settings = await readSettings(options, host);
  const { mappings, values: given } = settings;
  const dialect: TableOptions = {
    ...settings.dialect,
    ...(options.engine === 'duckdb' ? { engine: options.engine } : {}),
  };
  const opened = await openTable(file, dialect, host);
  try {
    const { rubric } = role;
    const { partial: isPartial = false, long: isLong = false } = options;
    const prompter = mayAsk(file, options, host) ? createKeyPrompter(host) : undefined;
    const ask = prompter && createAskColumns(rubric, prompter);
    const understood = await understandTable(opened, {
      shown,
      rubric,
      mappings,
      values: given,
      isPartial,
      isLong,
      ask,
    });
    const { table, plan, row, answers } = understood;
    if (files.length > 1 && row.isLong) throw oneByOne(shown);
    const open = prompter ? valueQuestions(plan, { rubric, sample: row.sample, values: given }) : [];
    const saidOfTexts = prompter ? await askValues(open, rubric, prompter) : [];
    const values = [...given, ...saidOfTexts];
    const { record } = table.reader;
    const typed = parsePerson(options.interviewer ?? '');
    const interviewer = typed.name === '' ? undefined : typed;
    const needsInterviewer = options.reports !== undefined && interviewer === undefined;
    if (needsInterviewer && plan.interviewer === undefined && plan.interviewerId === undefined)
      throw noInterviewer(shown);
    const head = record.bytes.slice(rawStart(record, plan.rejectColumns), record.to);
    // Only text has one.
    const known = table.counts === 'lines' ? { ...dialect, delimiter: table.delimiter } : dialect;
    const occasion = await occasionOf({ files, options, settings, rubric, plan, dialect: known, host });
    const said = inColumns(values, plan.headers);
    const isStrict = options.strict === true;
    const engines: BatchEngine[] = [];
    const engineFor = (one: string | undefined) => {
      const made = createBatchEngine({ rubric, plan, needsInterviewer, occasion, values: said, isStrict, file: one });
      engines.push(made);
      return made;
    };
    const first = { shown, headers: row.headers, table, rubric, mappings, options: dialect, host, engineFor };
    const further = async function* () {
      for (const one of files.slice(1)) yield await openFurther(one, first);
    };
    // Refused before anything is read.
    for await (const one of further()) await one.table.close();
    const map = mapOf(row.headers, plan, { rubric, settings: { ...settings, values }, order: occasion.order });
    return {
      table,
      head,
      header: row,
      map,
      answers,
      saidOfTexts,
      notes: settings.notes,
      engine: engineFor(isInFiles ? shown : undefined),
      file: isInFiles ? shown : undefined,
      further,
      unusedValues: () => said.filter((value) => engines.every((engine) => engine.unusedValues().includes(value))),
      frame: { rubric, plan, interviewer, ...occasion, ...(isInFiles ? { isInFiles } : {}) },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Says what the header was found to mean, before any row is read. */
export function tellHeader(
  { frame: { plan }, header, notes }: PreparedTable,
  { shown, options, host }: BatchContext,
): void {
  if (options.quiet) return;
  const { style } = messagePage(host);
  host.stderr.write(renderProblems(notes, style));
  host.stderr.write(renderHeaderNotes({ ...plan, header }, shown, style));
  host.stderr.write(renderPlanNotes(plan, shown, style));
}

interface MapParts {
  readonly rubric: Rubric;
  readonly settings: TableSettings;
  readonly order: OccasionOptions['order'];
}

function mapOf(headers: readonly string[], plan: ColumnPlan, { rubric, settings, order }: MapParts): TableMap {
  return {
    columns: columnEntries(headers, meaningsOfPlan(plan), rubric),
    values: inColumns(settings.values, headers),
    dateOrder: order === 'mixed' ? undefined : order,
    ...settings.said,
  };
}

interface OccasionInput {
  readonly files: readonly string[];
  readonly options: BatchOptions;
  readonly settings: TableSettings;
  readonly rubric: Rubric;
  readonly plan: ColumnPlan;
  readonly dialect: TableOptions;
  readonly host: Host;
}

/** When the interviews were held, as far as one can say before the rows are read. */
async function occasionOf({
  files,
  options,
  settings: { dateOrder },
  rubric,
  plan,
  dialect,
  host,
}: OccasionInput): Promise<OccasionOptions> {
  const today = dayOf(timestamp(host.now()));
  const { date } = plan;
  // What can be read only once is not read ahead.
  const isAhead =
    date !== undefined && dateOrder === undefined && files.every((file) => onceReadable(file, host) === undefined);
  const orderOfAll = async () => {
    let order: ColumnOrder;
    for (const file of files)
      order = await findDateOrder(await openTable(file, dialect, host), plan.headers[date ?? 0] ?? '', order);
    return order;
  };
  return {
    held: checkPastDay(options.held, '--held', today),
    session: findSession(rubric, options.session)?.id,
    order: isAhead ? await orderOfAll() : dateOrder,
    today,
  };
}

function oneByOne(shown: string): ScorecardError {
  return new ScorecardError(`${shown} has one row for each rating, and such files are not read together`, {
    hint: say`a candidate's ratings could stand in two of them: join the files, or run one at a time`,
  });
}

function noInterviewer(shown: string): ScorecardError {
  return new ScorecardError(`${shown} has no column "interviewer", and a scorecard needs one`, {
    hint: say`pass --interviewer NAME, or --map "Column=interviewer"`,
  });
}
