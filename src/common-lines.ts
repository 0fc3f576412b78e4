import type { GlobalOptions } from './commands/context.js';
import type { ExitCode } from './errors.js';
import type { Host } from './io/system/host.js';

/** A command line without options that is run without Commander, which takes longer to load than these take to run. */
export interface CommonLine {
  /** The command, and its subcommand. */
  readonly command: readonly string[];
  /** How many arguments follow it. */
  readonly takes: number;
  /** What Commander makes of no options: `test/cli/common-lines.test.ts` compares. */
  readonly options: object;
  readonly run: (given: readonly string[], host: Host) => Promise<ExitCode>;
}

const NONE: GlobalOptions & { readonly pager: true } = { pager: true };
const AS_TABLE = { ...NONE, format: 'table' } as const;

/** The lines that are typed most. How a line is understood otherwise, and all help, is Commander's. */
export const COMMON_LINES: readonly CommonLine[] = [
  {
    command: ['rubric', 'list'],
    takes: 0,
    options: AS_TABLE,
    run: async (_given, host) => {
      const { rubricList } = await import('./commands/rubric/list.js');
      return rubricList(AS_TABLE, host);
    },
  },
  {
    command: ['rubric', 'show'],
    takes: 1,
    options: NONE,
    run: async ([role = ''], host) => {
      const { rubricShow } = await import('./commands/rubric/show.js');
      return rubricShow(role, NONE, host);
    },
  },
  {
    command: ['interview'],
    takes: 0,
    options: NONE,
    run: async (_given, host) => {
      const { interview } = await import('./commands/interview/interview.js');
      return interview(NONE, host);
    },
  },
];

/** Runs the line if it is one of the common ones: nothing on it may be an option. */
export function runCommonLine(argv: readonly string[], host: Host): Promise<ExitCode> | undefined {
  const line = COMMON_LINES.find(
    ({ command, takes }) => argv.length === command.length + takes && command.every((word, at) => argv[at] === word),
  );
  const given = argv.slice(line?.command.length);
  return given.some((word) => word.startsWith('-')) ? undefined : line?.run(given, host);
}
