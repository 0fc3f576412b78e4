import { buildScorecard } from '../../core/interview/build-scorecard.js';
import type { SessionChange } from '../../core/interview/event.js';
import { say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { shownPath } from '../../io/rubrics/rubric-library.js';
import { signScorecard } from '../../io/signature/sign.js';
import type { Recorder } from '../../io/store/store.js';
import { scorecardText } from '../../io/store/write-scorecard.js';
import { type Host, programOf } from '../../io/system/host.js';
import { renderScorecardMarkdown } from '../../render/scorecard/scorecard-markdown.js';
import { renderSubmitted } from '../../render/scorecard/submitted.js';
import { clean } from '../../render/text/text.js';
import { messagePage } from '../shared/page.js';

interface SubmitOptions {
  readonly quiet?: boolean;
  readonly format?: 'json' | 'markdown';
}

/**
 * Seals the interview, and says where its scorecard is. The seal is recorded first: should anything end the program before
 * the scorecard stands, the same interview resumed writes the same scorecard.
 *
 * @throws ScorecardError when it can't be written: the draft is kept
 */
/** What the seal rests on, fixed once: whatever ends the program after this, the same bytes are sealed. */
function sealOf({ session, store }: Recorder, host: Host): SessionChange {
  const previous = store.lastSeal(session.open.interviewer);
  return { type: 'submit', program: programOf(host), ...(previous === undefined ? {} : { previous }) };
}

export function submit(recorder: Recorder, { quiet, format }: SubmitOptions, host: Host): ExitCode {
  if (recorder.session.submission === undefined) recorder.record(sealOf(recorder, host));
  if (recorder.failure !== undefined) throw new ScorecardError(`${recorder.location}: ${recorder.failure}`);
  const card = buildScorecard(recorder.session);
  const markdown = renderScorecardMarkdown(card);
  const { location, warning } = recorder.store.submit(recorder, { card, markdown });
  if (format === 'json') host.stdout.write(scorecardText(card));
  if (format === 'markdown') host.stdout.write(markdown);
  for (const words of [warning, signScorecard(location, host)]) {
    if (words !== undefined) host.stderr.write(say`${clean(words)}\n`);
  }
  if (!quiet) host.stderr.write(renderSubmitted(card, shownPath(host, location), messagePage(host).style));
  return EXIT.ok;
}
