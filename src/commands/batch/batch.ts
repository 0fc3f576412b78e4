import { batchTemplate } from '../../core/table/template.js';
import { say } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import { EXIT, type ExitCode, Interruption, ScorecardError } from '../../errors.js';
import { findTables } from '../../io/rows/find-tables.js';
import type { Host } from '../../io/system/host.js';
import { onceReadable, type Spool, spoolInput } from '../../io/system/standard-input.js';
import { formatOf, markOf } from '../shared/formats.js';
import { openSaveMap } from '../shared/map/table-settings.js';
import { writeResult } from '../shared/write-result.js';
import { checkTable } from './check.js';
import { BATCH_FORMATS } from './formats.js';
import { type BatchContext, type BatchOptions, loadBatchRole } from './prepare.js';
import { scoreTable } from './score.js';
import { tellOthers } from './tell.js';

/** Scores the rows of a CSV, checks them, or prints a CSV to fill in. */
export async function batch(file: string | undefined, options: BatchOptions, host: Host): Promise<ExitCode> {
  const role = loadBatchRole(options, host);
  if (options.template) {
    // Whatever the format of results, what is to be filled in is CSV.
    const template = batchTemplate(role.rubric, options.sample === true);
    await writeResult(say`${markOf(options, 'csv')}${template}`, options, host);
    return EXIT.ok;
  }
  if (options.sample) throw new ScorecardError('--sample goes with --template');
  if (file === undefined) {
    throw new ScorecardError('the CSV is missing', {
      hint: say`pass a file, or - for stdin; a CSV to fill in: ${command`scorecard batch --role ${role.rubric.id} --template`}`,
    });
  }
  // Refused before anything is read.
  if (options.bom) markOf(options, formatOf(options, BATCH_FORMATS));
  refuseTogether(options);
  const { files, isInFiles, others } = await findTables(file, { hasPatterns: options.engine === 'duckdb' }, host);
  const [first = file] = files;
  if (isInFiles && options.reports !== undefined) throw oneReport(first);
  if (!options.quiet) tellOthers(others, host);
  const shown = first === '-' ? 'standard input' : first;
  const saveMap = await openSaveMap(options, shown, host);
  const { unlessInterrupted, stop } = listen(host);
  try {
    return await runAll({
      typed: file,
      file: first,
      files,
      isInFiles,
      shown,
      role,
      options,
      host,
      saveMap,
      unlessInterrupted,
    });
  } finally {
    stop();
    // Otherwise a pipe that says nothing would keep the process alive.
    if (file === '-') host.stdin.destroy();
  }
}

/** @throws ScorecardError for options that don't go together */
function refuseTogether({ order, top, ...options }: BatchOptions): void {
  if (top !== undefined && order === 'table')
    throw new ScorecardError('--top takes the best, so it goes with --order score');
  if (top === undefined && order !== 'score') return;
  const format = formatOf(options, BATCH_FORMATS);
  if (format !== 'json' && format !== 'ndjson') return;
  const given = top === undefined ? '--order' : '--top';
  throw new ScorecardError(`${given} goes with table, csv and markdown, not with ${format}`, {
    hint: say`leave it out, and sort what comes, such as with jq: sort_by(-.result.score)`,
  });
}

function oneReport(first: string): ScorecardError {
  return new ScorecardError('--reports takes one file at a time', {
    hint: say`each scorecard names the file and the line it came from: ${command`scorecard batch ${first} --reports DIR`}, and so on`,
  });
}

async function runAll(context: BatchContext): Promise<ExitCode> {
  const { options } = context;
  const isReadTwice = !options.dryRun && (options.strict === true || options.reports !== undefined);
  const spool = isReadTwice ? await spoolUnlessFile(context) : undefined;
  try {
    return await runOn(spool ? { ...context, file: spool.path, files: [spool.path] } : context);
  } finally {
    spool?.remove();
  }
}

async function runOn(context: BatchContext): Promise<ExitCode> {
  if (context.options.dryRun) return checkTable(context, 'dry-run');
  // Before a strict batch writes anything, every row is known to be good.
  const checked = context.options.strict ? await checkTable(context, 'strict') : EXIT.ok;
  return checked === EXIT.ok ? scoreTable(context) : checked;
}

/** A copy of what can be read only once; `undefined` for a file. */
async function spoolUnlessFile({ file, shown, host, unlessInterrupted }: BatchContext): Promise<Spool | undefined> {
  const once = onceReadable(file, host);
  return once && spoolInput(once, { shown, unlessInterrupted });
}

interface Interruptible {
  readonly unlessInterrupted: BatchContext['unlessInterrupted'];
  readonly stop: () => void;
}

/** Lets work be abandoned when the user or the system asks the program to end. */
function listen(host: Host): Interruptible {
  let interruption: Interruption | undefined;
  // One slot, not a promise that everything races: that would keep what every race ever held.
  let giveUp: (reason: Interruption) => void = () => {};
  const stop = host.onSignal((signal) => {
    interruption = new Interruption(signal);
    giveUp(interruption);
  });
  const unlessInterrupted = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      giveUp = reject;
      work.then(resolve, reject);
      if (interruption) reject(interruption);
    });
  return { unlessInterrupted, stop };
}
