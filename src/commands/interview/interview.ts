import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { createKeyPrompter, createLinePrompter } from '../../io/terminal/ask.js';
import { createLineReader, type LineReader } from '../../io/terminal/line-reader.js';
import { resumeNamed } from './open-draft.js';
import type { InterviewOptions, OpenedDraft } from './options.js';
import { runInterview } from './run.js';

/** Holds an interview, by an answers file or at the prompts, and writes its scorecard. */
export async function interview(options: InterviewOptions, host: Host): Promise<ExitCode> {
  if (options.answers !== undefined) {
    const { interviewFromAnswers } = await import('./from-answers.js');
    return interviewFromAnswers(options.answers, options, host);
  }
  const isTerminal = host.stdin.isTTY === true && host.stderr.isTTY;
  if (!isTerminal && !options.plain) {
    throw new ScorecardError('an interview needs a terminal, and there is none', {
      hint: 'pass --answers FILE to take the answers from a file, or --plain to read them line by line from a pipe',
    });
  }
  const lines = wantsPlain(options, host.env) || !isTerminal ? createLineReader(host) : undefined;
  try {
    const opened = await open(options, lines, host);
    if (opened === undefined) return inputEnded(host);
    return await runInterview(opened, options, { host, lines });
  } finally {
    lines?.close();
  }
}

/** A draft is resumed without anything that reads rubrics: it holds its own. */
async function open(
  options: InterviewOptions,
  lines: LineReader | undefined,
  host: Host,
): Promise<OpenedDraft | undefined> {
  if (options.resume !== undefined) return resumeNamed(options.resume, options.store, host);
  const { openDraft } = await import('./open-draft.js');
  return openDraft(options, lines ? createLinePrompter(lines) : createKeyPrompter(host), host);
}

function wantsPlain({ plain }: InterviewOptions, env: Host['env']): boolean {
  return plain === true || (env.SCORECARD_PLAIN ?? '') !== '' || env.TERM === 'dumb';
}

function inputEnded(host: Host): ExitCode {
  host.stderr.write('The input ended before the interview began; nothing was written.\n');
  return EXIT.no;
}
