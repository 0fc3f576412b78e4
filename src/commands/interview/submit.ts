import { buildScorecard } from '../../core/interview/build-scorecard.js';
import type { SessionChange } from '../../core/interview/event.js';
import { clean, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { shownPath } from '../../io/rubrics/rubric-folder.js';
import { signScorecard } from '../../io/signature/sign.js';
import type { Recorder, Sealing } from '../../io/store/store.js';
import { scorecardText } from '../../io/store/write-scorecard.js';
import { type Host, programOf } from '../../io/system/host.js';
import { renderScorecardMarkdown } from '../../render/scorecard/scorecard-markdown.js';
import { renderSubmitted } from '../../render/scorecard/submitted.js';
import { messagePage } from '../shared/page.js';

interface SubmitOptions {
  /** Why it is amended; empty or absent for a scorecard that amends none. */
  readonly reason?: string;
  readonly afterDebrief?: boolean;
  readonly quiet?: boolean;
  readonly format?: 'json' | 'markdown';
}

/**
 * Seals the interview, and says where its scorecard is. The seal is recorded first: should anything end the program before
 * the scorecard stands, the same interview resumed writes the same scorecard.
 *
 * @throws ScorecardError when it can't be written: the draft is kept
 */
export function submit(recorder: Recorder, options: SubmitOptions, host: Host): ExitCode {
  const { quiet, format } = options;
  if (recorder.session.submission === undefined) recorder.record(submission(recorder, options, host));
  if (recorder.failure !== undefined) throw new ScorecardError(`${recorder.location}: ${recorder.failure}`);
  const { card, markdown, location, warnings } = recorder.store.submit(recorder, createSealing(host));
  if (format === 'json') host.stdout.write(scorecardText(card));
  if (format === 'markdown') host.stdout.write(markdown);
  for (const words of warnings) host.stderr.write(say`${clean(words)}\n`);
  if (!quiet)
    host.stderr.write(renderSubmitted(card, shownPath(host, location), host.program, messagePage(host).style));
  return EXIT.ok;
}

/** What the seal rests on, fixed once: whatever ends the program after this, the same bytes are sealed. */
function submission({ session, store }: Recorder, { reason, afterDebrief }: SubmitOptions, host: Host): SessionChange {
  const previous = store.readSeals().last(session.open.interviewer);
  return {
    type: 'submit',
    program: programOf(host),
    ...(previous === undefined ? {} : { previous }),
    ...(reason ? { reason } : {}),
    ...(afterDebrief || session.open.amends?.after ? { after: 'debrief' as const } : {}),
  };
}

/** What makes the files of a submission, for this user. */
export function createSealing(host: Host): Sealing {
  return {
    write: (session) => {
      const card = buildScorecard(session);
      return { card, markdown: renderScorecardMarkdown(card) };
    },
    sign: (path) => signScorecard(path, host),
  };
}
