import { Command, CommanderError } from 'commander';
import { registerBatch } from './commands/batch.js';
import { registerCompare } from './commands/compare.js';
import type { Register } from './commands/context.js';
import { registerInterview } from './commands/interview.js';
import { registerReport } from './commands/report.js';
import { registerRubric } from './commands/rubric.js';
import { registerScreen } from './commands/screen.js';
import { registerSummary } from './commands/summary.js';
import { registerVerify } from './commands/verify.js';
import { EXIT, type ExitCode, ScorecardError } from './errors.js';
import type { Host } from './io/host.js';

/** In the order of the help. */
const COMMANDS: readonly Register[] = [
  registerInterview,
  registerBatch,
  registerScreen,
  registerSummary,
  registerCompare,
  registerReport,
  registerVerify,
  registerRubric,
];

/** Runs one command line. The only catch-all: every way to end leads through here. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  let exitCode: ExitCode = EXIT.ok;
  const program = await createProgram(host, (code) => {
    exitCode = code;
  });
  try {
    if (argv.length === 0) {
      program.outputHelp({ error: true });
      exitCode = EXIT.usage;
    } else {
      await program.parseAsync(argv, { from: 'user' });
    }
  } catch (error) {
    exitCode = await explain(error, host, argv.includes('--debug'));
  }
  await Promise.all([host.stdout.flush(), host.stderr.flush()]);
  return exitCode;
}

/** All commands, declared. Nothing of what they do is loaded yet. */
export async function createProgram(host: Host, finish: (code: ExitCode) => void): Promise<Command> {
  const program = new Command('scorecard')
    .description('Structured interviews in the terminal: anchors at the moment of rating, exact scores, reasons.')
    .option('-q, --quiet', 'no paths and no hints on stderr')
    .option('--rubrics <dir>', 'look for rubrics here first (also: $SCORECARD_RUBRICS, ./rubrics)')
    .option('--color', 'colours even in a pipe')
    .option('--no-color', 'no colours')
    .option('--debug', 'show where an error comes from')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHelpWidth: () => Math.min(host.stdout.columns, 100),
      getErrHelpWidth: () => Math.min(host.stderr.columns, 100),
      getOutHasColors: () => host.stdout.hasColours,
      getErrHasColors: () => host.stderr.hasColours,
    })
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: false })
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText('after', HELP_END);
  const { readVersion } = await import('./io/version.js');
  program.version(readVersion(host.home), '-V, --version', 'show the version');
  const context = { host, finish };
  for (const register of COMMANDS) register(program, context);
  return program;
}

const HELP_END = `
Examples:
  scorecard interview --role head-infra
  scorecard rubric show head-infra

Exit codes: 0 done; 1 done, and the answer is "no"; 2 wrong usage or input; 70 a bug; 130 interrupted.`;

async function explain(error: unknown, host: Host, isDebug: boolean): Promise<ExitCode> {
  // Commander has said what it has to say; it uses 1 for wrong usage, which is 2 here.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof Error && error.name === 'Interruption' && 'exitCode' in error) return error.exitCode as ExitCode;
  // Inquirer's own name for Ctrl-C.
  if (error instanceof Error && error.name === 'ExitPromptError') return EXIT.interrupted;
  const { renderError, renderBug } = await import('./render/error.js');
  const { createStyle } = await import('./render/style.js');
  const style = createStyle(host.stderr.hasColours);
  if (error instanceof ScorecardError) {
    host.stderr.write(renderError(error, style));
    if (isDebug) host.stderr.write(`${error.stack}\n`);
    return error.exitCode;
  }
  host.stderr.write(renderBug(error));
  return EXIT.bug;
}
