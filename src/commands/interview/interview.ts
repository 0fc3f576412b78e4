import { say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { openStore } from '../../io/store/folder-store.js';
import type { Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import { createKeyPrompter, createLinePrompter } from '../../io/terminal/ask.js';
import { createLineReader, type LineReader } from '../../io/terminal/line-reader.js';
import { clean } from '../../render/text/text.js';
import type { InterviewOptions, OpenedDraft } from './options.js';
import { resumeNamed } from './resume-draft.js';
import { runInterview } from './run.js';

/** Runs an interview, from an answers file or at the prompts, and writes its scorecard. */
export async function interview(options: InterviewOptions, host: Host): Promise<ExitCode> {
  const store = openStore(host, options.store);
  if (options.answers !== undefined) {
    tidyUp(store, options, host);
    const { interviewFromAnswers } = await import('./from-answers.js');
    return interviewFromAnswers(options.answers, options, { host, store });
  }
  const isTerminal = host.stdin.isTTY === true && host.stderr.isTTY;
  if (!isTerminal && !options.plain) {
    throw new ScorecardError('an interview needs a terminal, and there is none', {
      hint: say`pass --answers FILE to take the answers from a file, or --plain to read them line by line from a pipe`,
    });
  }
  const lines = wantsPlain(options, host.env) || !isTerminal ? createLineReader(host) : undefined;
  try {
    tidyUp(store, options, host);
    const opened = await open(options, lines, { host, store });
    if (opened === undefined) return inputEnded(host);
    return await runInterview(opened, options, { host, lines });
  } finally {
    lines?.close();
  }
}

/** A draft is resumed without loading anything that reads rubrics: it holds its own. */
async function open(
  options: InterviewOptions,
  lines: LineReader | undefined,
  { host, store }: { readonly host: Host; readonly store: Store },
): Promise<OpenedDraft | undefined> {
  if (options.resume !== undefined) return resumeNamed(options.resume, store);
  const { openDraft } = await import('./open-draft.js');
  const prompter = lines ? createLinePrompter(lines) : createKeyPrompter(host);
  return openDraft(options, { prompter, store, host });
}

/** Puts away drafts of interviews that ended after the scorecard was written and before the draft was put away. */
function tidyUp(store: Store, { quiet }: InterviewOptions, host: Host): void {
  for (const warning of store.tidyDrafts()) if (!quiet) host.stderr.write(say`${clean(warning)}\n`);
}

function wantsPlain({ plain }: InterviewOptions, env: Host['env']): boolean {
  return plain === true || (env.SCORECARD_PLAIN ?? '') !== '' || env.TERM === 'dumb';
}

function inputEnded(host: Host): ExitCode {
  host.stderr.write(say`The input ended before the interview began; nothing was written.\n`);
  return EXIT.no;
}
