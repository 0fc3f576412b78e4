import { clean, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { openStore } from '../../io/store/folder-store.js';
import type { Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import { createKeyPrompter, createLinePrompter } from '../../io/terminal/ask.js';
import type { LineReader } from '../../io/terminal/line-reader.js';
import { tell } from '../shared/page.js';
import { atTerminal } from './at-terminal.js';
import { openDraft } from './open-draft.js';
import type { InterviewOptions, OpenedDraft } from './options.js';
import { resumeNamed } from './resume-draft.js';
import { runInterview } from './run.js';

/** Runs an interview, from an answers file or at the prompts, and writes its scorecard. */
export async function interview(options: InterviewOptions, host: Host): Promise<ExitCode> {
  if (options.answersTemplate) {
    const { printAnswersTemplate } = await import('./answers/answers-template.js');
    return printAnswersTemplate(options, host);
  }
  const store = openStore(host, options.store);
  if (options.answers !== undefined) {
    await tidyUp(store, options, host);
    const { interviewFromAnswers } = await import('./answers/from-answers.js');
    return interviewFromAnswers(options.answers, options, { host, store });
  }
  return atTerminal(options, host, async (lines) => {
    if (options.resume === undefined) await tidyUp(store, options, host);
    const opened = await open(options, lines, { host, store });
    if (opened === undefined) return inputEnded(host);
    // What is resumed may itself be what is left to do: it is open now, and so passed over.
    if (options.resume !== undefined) await tidyUp(store, options, host);
    return await runInterview(opened, options, { host, lines });
  });
}

/** A draft is resumed without loading anything that reads rubrics: it holds its own. */
async function open(
  options: InterviewOptions,
  lines: LineReader | undefined,
  { host, store }: { readonly host: Host; readonly store: Store },
): Promise<OpenedDraft | undefined> {
  if (options.resume !== undefined) return resumeNamed(options.resume, store);
  const prompter = lines ? createLinePrompter(lines) : createKeyPrompter(host);
  return openDraft(options, { prompter, store, host });
}

/** Does what is left to do for interviews whose scorecard stands: the program ended before it had finished. */
export async function tidyUp(store: Store, { quiet }: InterviewOptions, host: Host): Promise<void> {
  store.sweep();
  const left = store.submittedIds();
  if (left.length === 0) return;
  const { createSealing } = await import('./submit.js');
  const sealing = createSealing(host);
  const warnings = left.flatMap((id) => store.finish(id, sealing));
  for (const warning of warnings) if (!quiet) host.stderr.write(say`${clean(warning)}\n`);
}

function inputEnded(host: Host): ExitCode {
  tell(say`The input ended before the interview began; nothing was written.`, host);
  return EXIT.no;
}
