import { runCommonLine } from './common-lines.js';
import { say, withoutControls } from './core/text/safe-text.js';
import { EXIT, type ExitCode, Interruption, ScorecardError } from './errors.js';
import { systemRefusal } from './io/system/files.js';
import type { Host } from './io/system/host.js';
import { createStyle } from './render/text/style.js';

/** Runs one command line. The only catch-all: every way to end leads through here. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  let exitCode: ExitCode;
  try {
    exitCode = await runLine(argv, host);
  } catch (error) {
    exitCode = await explain(error, host, argv.includes('--debug'));
  }
  try {
    await Promise.all([host.stdout.flush(), host.stderr.flush()]);
  } catch (error) {
    exitCode = await explain(error, host, argv.includes('--debug'));
  }
  return exitCode;
}

async function runLine(argv: readonly string[], host: Host): Promise<ExitCode> {
  const common = runCommonLine(argv, host);
  if (common) return common;
  const { runProgram } = await import('./program.js');
  return runProgram(argv, host);
}

async function explain(error: unknown, host: Host, isDebug: boolean): Promise<ExitCode> {
  if (error instanceof Interruption) return error.exitCode;
  const { renderError, renderBug } = await import('./render/messages/error.js');
  const style = createStyle(host.stderr.hasColours);
  const told = error instanceof ScorecardError ? error : systemRefusal(error);
  if (told) {
    host.stderr.write(renderError(told, style));
    if (isDebug && error instanceof Error) host.stderr.write(say`${withoutControls(`${error.stack}`)}\n`);
    return told.exitCode;
  }
  host.stderr.write(renderBug(error));
  return EXIT.bug;
}
