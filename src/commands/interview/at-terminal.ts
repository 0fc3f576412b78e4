import { say } from '../../core/text/safe-text.js';
import { type ExitCode, ScorecardError } from '../../errors.js';
import { canAsk, type Host } from '../../io/system/host.js';
import { createLineReader, type LineReader } from '../../io/terminal/line-reader.js';

interface PlainOptions {
  readonly plain?: boolean;
}

/**
 * Holds an interview at the terminal: on the board, or with `lines` at the plain prompts, which a pipe can answer too.
 *
 * @throws ScorecardError where there is no terminal and nobody asked for lines
 */
export async function atTerminal(
  options: PlainOptions,
  host: Host,
  hold: (lines: LineReader | undefined) => Promise<ExitCode>,
): Promise<ExitCode> {
  const isTerminal = canAsk(host);
  if (!isTerminal && !options.plain) {
    throw new ScorecardError('an interview needs a terminal, and there is none', {
      hint: say`pass --answers FILE to take the answers from a file, or --plain to read them line by line from a pipe`,
    });
  }
  const lines = wantsPlain(options, host.env) || !isTerminal ? createLineReader(host) : undefined;
  try {
    return await hold(lines);
  } finally {
    lines?.close();
  }
}

function wantsPlain({ plain }: PlainOptions, env: Host['env']): boolean {
  return plain === true || !['', '0', 'false'].includes(env.SCORECARD_PLAIN ?? '') || env.TERM === 'dumb';
}
