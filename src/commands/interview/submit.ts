import { buildScorecard } from '../../core/interview/build-scorecard.js';
import { applyEvent } from '../../core/interview/session.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { shownPath } from '../../io/rubrics/rubric-library.js';
import type { Recorder } from '../../io/store/recorder.js';
import { archiveDraft, scorecardText, writeScorecard } from '../../io/store/store.js';
import { type Host, timestamp } from '../../io/system/host.js';
import { renderScorecardMarkdown } from '../../render/scorecard/scorecard-markdown.js';
import { renderSubmitted } from '../../render/scorecard/submitted.js';
import { createStyle } from '../../render/text/style.js';

interface SubmitOptions {
  readonly quiet?: boolean;
  readonly format?: 'json' | 'markdown';
}

/**
 * Seals the interview: the files are written first and the draft is put away only then, so that a failure in between
 * leaves the draft.
 */
export function submit(recorder: Recorder, { quiet, format }: SubmitOptions, host: Host): ExitCode {
  const sealed = applyEvent(recorder.session, { at: timestamp(host.now()), type: 'submit' });
  const card: Scorecard = buildScorecard(sealed);
  const markdown = renderScorecardMarkdown(card);
  const { json } = writeScorecard(recorder.store, card, markdown);
  recorder.record({ type: 'submit' });
  recorder.close();
  archiveDraft(recorder.store, card.id);
  if (format === 'json') host.stdout.write(scorecardText(card));
  if (format === 'markdown') host.stdout.write(markdown);
  if (!quiet) host.stderr.write(renderSubmitted(card, shownPath(host, json), createStyle(host.stderr.hasColours)));
  return EXIT.ok;
}
