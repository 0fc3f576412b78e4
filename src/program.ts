import { Command, CommanderError } from 'commander';
import { registerAgreement } from './commands/agreement/index.js';
import { registerAmend } from './commands/amend/index.js';
import { registerBatch } from './commands/batch/index.js';
import { registerCompare } from './commands/compare/index.js';
import { registerCompletion } from './commands/completion/index.js';
import type { Context, Register } from './commands/context.js';
import { describeCommand } from './commands/describe.js';
import { registerDoctor } from './commands/doctor/index.js';
import { registerDrafts } from './commands/drafts/index.js';
import { registerExplain } from './commands/explain/index.js';
import { registerExport } from './commands/export/index.js';
import { registerHelp } from './commands/help/index.js';
import { registerHistory } from './commands/history/index.js';
import { registerImpact } from './commands/impact/index.js';
import { registerImport } from './commands/import/index.js';
import { registerInterview } from './commands/interview/index.js';
import { groupByMoment, inMomentOrder } from './commands/moments.js';
import { registerPanel } from './commands/panel/index.js';
import { registerPerson } from './commands/person/index.js';
import { registerPurge } from './commands/purge/index.js';
import { registerReliability } from './commands/reliability/index.js';
import { registerReport } from './commands/report/index.js';
import { registerRubric } from './commands/rubric/index.js';
import { registerScreen } from './commands/screen/index.js';
import { registerSummary } from './commands/summary/index.js';
import { registerVerify } from './commands/verify/index.js';
import { cleanLines } from './core/text/safe-text.js';
import { EXIT, type ExitCode } from './errors.js';
import { type Host, readVersion } from './io/system/host.js';
import { textWidth } from './render/text/page.js';

/** The commands by their names; they are listed by moment. Each stands in a chunk of its own, loaded when it is declared. */
const COMMANDS: Readonly<Record<string, () => Register>> = {
  interview: () => registerInterview,
  drafts: () => registerDrafts,
  amend: () => registerAmend,
  batch: () => registerBatch,
  screen: () => registerScreen,
  summary: () => registerSummary,
  compare: () => registerCompare,
  report: () => registerReport,
  verify: () => registerVerify,
  history: () => registerHistory,
  explain: () => registerExplain,
  export: () => registerExport,
  import: () => registerImport,
  rubric: () => registerRubric,
  panel: () => registerPanel,
  person: () => registerPerson,
  purge: () => registerPurge,
  agreement: () => registerAgreement,
  reliability: () => registerReliability,
  impact: () => registerImpact,
  doctor: () => registerDoctor,
  completion: () => registerCompletion,
};

/** Runs a command line as Commander understands it. */
export async function runProgram(argv: readonly string[], host: Host): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const finish = (code: ExitCode) => {
    exitCode = code;
  };
  const program = createProgram({ host, finish }, argv[0]);
  if (argv.length === 0 && host.stdout.isTTY && host.stdin.isTTY) {
    const { start } = await import('./commands/start/start.js');
    return start(program, host);
  }
  if (argv.length === 0) {
    program.outputHelp({ error: true });
    return EXIT.usage;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    // It has said what it has to say; it uses 1 for wrong usage, which is 2 here.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    throw error;
  }
  return exitCode;
}

/**
 * The program with its commands declared: the one that the line begins with, else all. Nothing of what they do is
 * loaded yet.
 */
export function createProgram(context: Context, first = ''): Command {
  const { host } = context;
  const program = new Command('scorecard')
    .description('Structured interviews in the terminal: anchors at the moment of rating, exact scores, reasons.')
    .option('-q, --quiet', 'no paths or hints on stderr')
    .option('--rubrics <dir>', 'look for rubrics here first (then: $SCORECARD_RUBRICS, ./rubrics)')
    .option('--color', 'use colours even in a pipe')
    .option('--no-color', 'do not use colours')
    .option('--no-pager', 'do not use a pager')
    .option('--debug', 'show where an error comes from')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(cleanLines(text)),
      writeErr: (text) => host.stderr.write(cleanLines(text)),
      getOutHelpWidth: () => textWidth({ width: host.stdout.columns }),
      getErrHelpWidth: () => textWidth({ width: host.stderr.columns }),
      getOutHasColors: () => host.stdout.hasColours,
      getErrHasColors: () => host.stderr.hasColours,
    })
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: false, minWidthToWrap: 20 })
    .helpCommand(false);
  describeCommand(program, {
    examples: ['scorecard interview --role head-infra', 'scorecard rubric show head-infra'],
    exitCodes: {
      0: 'done',
      1: 'done, and the answer is "no"',
      2: 'wrong usage or input',
      70: 'a bug',
      130: 'interrupted',
    },
  });
  program.version(readVersion(host.home), '-V, --version', 'show the version');
  const names = Object.hasOwn(COMMANDS, first) ? [first] : inMomentOrder(Object.keys(COMMANDS));
  for (const name of names) COMMANDS[name]?.()(program, context);
  registerHelp(program, context);
  groupByMoment(program);
  return program;
}
