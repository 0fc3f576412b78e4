import { batchTemplate } from '../../core/batch-template.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import type { Host } from '../../io/host.js';
import { spoolStandardInput } from '../../io/spool.js';
import { Interruption } from '../../io/terminal/interruption.js';
import { checkTable } from './batch-check.js';
import { type BatchContext, type BatchOptions, loadBatchRole } from './batch-prepare.js';
import { scoreTable } from './batch-score.js';
import { deliver } from './deliver.js';

/** Scores the rows of a CSV, checks them, or prints a CSV to fill in. */
export async function batch(file: string | undefined, options: BatchOptions, host: Host): Promise<ExitCode> {
  const role = loadBatchRole(options, host);
  if (options.template) {
    deliver(batchTemplate(role.rubric, options.sample === true), options, host);
    return EXIT.ok;
  }
  if (options.sample) throw new ScorecardError('--sample goes with --template');
  if (file === undefined) {
    throw new ScorecardError('the CSV is missing', {
      hint: `pass a file, or - for stdin; a CSV to fill in: scorecard batch --role ${role.rubric.id} --template`,
    });
  }
  const { interrupted, stop } = listen(host);
  try {
    return await runAll({ file, shown: file === '-' ? 'standard input' : file, role, options, host, interrupted });
  } finally {
    stop();
    // Else a pipe that says nothing would keep the process alive.
    if (file === '-') host.stdin.destroy();
  }
}

async function runAll(context: BatchContext): Promise<ExitCode> {
  const { file, options, host, interrupted } = context;
  if (options.dryRun) return checkTable(context, 'dry-run');
  if (!options.strict) return scoreTable(context);
  // Strict reads the table twice: nothing is written before every row is known to be good.
  const spool = file === '-' ? await spoolStandardInput(host, interrupted) : undefined;
  try {
    const own = spool ? { ...context, file: spool.path } : context;
    const checked = await checkTable(own, 'strict');
    return checked === EXIT.ok ? await scoreTable(own) : checked;
  } finally {
    spool?.remove();
  }
}

/** A promise that fails when the user or the system wants an end. */
function listen(host: Host): { interrupted: Promise<never>; stop: () => void } {
  let stop: () => void = () => {};
  const interrupted = new Promise<never>((_resolve, reject) => {
    stop = host.onSignal((signal) => reject(new Interruption(signal)));
  });
  // It may fail while nobody waits for it.
  interrupted.catch(() => {});
  return { interrupted, stop };
}
