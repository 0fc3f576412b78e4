import { buildScorecard } from '../../core/interview/build-scorecard.js';
import { applyEvent } from '../../core/interview/session.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { shownPath } from '../../io/rubrics/rubric-library.js';
import type { Recorder } from '../../io/store/store.js';
import { scorecardText } from '../../io/store/write-scorecard.js';
import { type Host, timestamp } from '../../io/system/host.js';
import { renderScorecardMarkdown } from '../../render/scorecard/scorecard-markdown.js';
import { renderSubmitted } from '../../render/scorecard/submitted.js';
import { createStyle } from '../../render/text/style.js';
import { clean } from '../../render/text/text.js';

interface SubmitOptions {
  readonly quiet?: boolean;
  readonly format?: 'json' | 'markdown';
}

/** Seals the interview, and says where its scorecard is. @throws ScorecardError when it can't be written: the draft is kept */
export function submit(recorder: Recorder, { quiet, format }: SubmitOptions, host: Host): ExitCode {
  const sealed = applyEvent(recorder.session, { at: timestamp(host.now()), type: 'submit' });
  const card: Scorecard = buildScorecard(sealed);
  const markdown = renderScorecardMarkdown(card);
  const { location, warning } = recorder.store.submit(recorder, { card, markdown });
  if (format === 'json') host.stdout.write(scorecardText(card));
  if (format === 'markdown') host.stdout.write(markdown);
  if (warning !== undefined) host.stderr.write(`${clean(warning)}\n`);
  if (!quiet) host.stderr.write(renderSubmitted(card, shownPath(host, location), createStyle(host.stderr.hasColours)));
  return EXIT.ok;
}
