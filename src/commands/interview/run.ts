import { clean, say, withoutControls } from '../../core/text/safe-text.js';
import { shellWord } from '../../core/text/shell-words.js';
import { EXIT, type ExitCode, Interruption, ScorecardError } from '../../errors.js';
import { openStore } from '../../io/store/folder-store.js';
import type { Recorder } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import { sweepTemporaryFolders } from '../../io/system/temporary-folder.js';
import type { LineReader } from '../../io/terminal/line-reader.js';
import { renderDraftSaved } from '../../render/scorecard/draft-saved.js';
import { textWidth } from '../../render/text/page.js';
import { messagePage } from '../shared/page.js';
import type { InterviewOptions, OpenedDraft } from './options.js';
import { resumeCommand } from './resume-draft.js';

interface InterviewIo {
  readonly host: Host;
  /** Where the plain prompts read their lines; `undefined` for an interview on the board. */
  readonly lines: LineReader | undefined;
}

/** Runs the interview on the board or at the plain prompts, then submits it or says how to resume it. */
export async function runInterview(
  { recorder, isResumed }: OpenedDraft,
  options: InterviewOptions,
  { host, lines }: InterviewIo,
): Promise<ExitCode> {
  sweepTemporaryFolders();
  try {
    if (recorder.session.submission !== undefined) return await finishSubmission(recorder, options, host);
    if (isResumed) planAnew(recorder, options);
    keepSaid(recorder, options);
    const outcome = lines
      ? await onLines({ recorder, isResumed }, lines, host)
      : await onBoard(recorder, options, host);
    if (outcome === 'submit') {
      const reason = await reasonOf(recorder, options, { host, lines });
      if (reason !== undefined) {
        const { submit } = await import('./submit.js');
        return submit(recorder, { ...options, reason }, host);
      }
    }
    tellSaved(recorder, options, host);
    return outcome === 'quit' ? EXIT.ok : EXIT.no;
  } catch (error) {
    // Interrupted, or the scorecard could not be written: either way the draft is there.
    if (error instanceof Interruption || error instanceof ScorecardError) tellSaved(recorder, options, host);
    throw error;
  } finally {
    recorder.close();
  }
}

/** Another time than the draft was begun with; it holds for those who resume it later, too. */
function planAnew({ session, record }: Recorder, { minutes }: InterviewOptions): void {
  if (minutes !== undefined && minutes !== session.open.minutes) record({ type: 'plan', minutes });
}

/** What is said of an amendment at the start stays with the draft, whatever ends the program; a new reason replaces one. */
function keepSaid({ session, record }: Recorder, { reason, afterDebrief }: InterviewOptions): void {
  const { amends } = session.open;
  if (amends === undefined) return;
  if (reason !== undefined && reason !== session.reason) record({ type: 'reason', text: reason });
  if (afterDebrief && amends.after === undefined) record({ type: 'debriefed' });
}

/** Why the scorecard is amended; empty for one that amends none. `undefined` when the input ended at the question. */
async function reasonOf(
  { session }: Recorder,
  { reason }: InterviewOptions,
  { host, lines }: InterviewIo,
): Promise<string | undefined> {
  if (session.open.amends === undefined) return '';
  const known = reason ?? session.reason;
  if (known !== undefined) return known;
  const { createKeyPrompter, createLinePrompter } = await import('../../io/terminal/ask.js');
  const prompter = lines ? createLinePrompter(lines) : createKeyPrompter(host);
  return prompter.text(say`Why is it amended? This is kept and shown`);
}

/** The program ended after the seal, before all was written: there is nothing left to ask. */
async function finishSubmission(recorder: Recorder, options: InterviewOptions, host: Host): Promise<ExitCode> {
  if (!options.quiet) host.stderr.write(say`This interview was submitted already; what was left to do is done now.\n`);
  const { submit } = await import('./submit.js');
  return submit(recorder, options, host);
}

async function onLines({ recorder, isResumed }: OpenedDraft, lines: LineReader, host: Host) {
  const { runPlainPrompts } = await import('../../io/terminal/plain-prompts.js');
  const { createWatch, EACH_SECOND } = await import('../../io/terminal/away.js');
  const { createPlainTexts } = await import('../../render/prompts/plain-interview.js');
  const texts = createPlainTexts(textWidth(messagePage(host)));
  if (host.stdin.isTTY !== true) return runPlainPrompts({ recorder, lines, isResumed, texts });
  const watch = createWatch(recorder, host);
  const timer = setInterval(watch.look, EACH_SECOND);
  try {
    return await runPlainPrompts({ recorder, lines, isResumed, watch, texts });
  } finally {
    clearInterval(timer);
  }
}

async function onBoard(recorder: Recorder, { ascii }: InterviewOptions, host: Host) {
  const { runBoard } = await import('../../io/terminal/board.js');
  const { sceneOf } = await import('../../core/board/scene-of.js');
  const { layout } = await import('../../render/board/layout.js');
  const { asciiGlyphs, unicodeGlyphs } = await import('../../render/text/glyphs.js');
  // The Linux console has a font of 512 glyphs: those of the board are not among them.
  const glyphs = ascii || host.env.TERM === 'linux' ? asciiGlyphs : unicodeGlyphs;
  const look = { glyphs, style: messagePage(host).style };
  return runBoard({ recorder, host, layout: (state, size) => layout(sceneOf(state), look, size) });
}

function tellSaved(recorder: Recorder, options: InterviewOptions, host: Host): void {
  const { session, store } = recorder;
  if (recorder.failure !== undefined) recorder.retry();
  if (recorder.failure !== undefined) {
    host.stderr.write(
      say`Not on disk: ${clean(recorder.failure)}. To keep them, add these lines to ${clean(recorder.location)}:\n${withoutControls(recorder.unwritten)}`,
    );
  }
  if (options.quiet) return;
  // The draft of an amendment is beside the scorecard, wherever that is.
  const isOwn = options.store === undefined && store.location === openStore(host, undefined).location;
  const where = isOwn ? undefined : store.location;
  host.stderr.write(renderDraftSaved(session, say`${resumeCommand(where, host)} ${shellWord(session.open.id)}`));
}
