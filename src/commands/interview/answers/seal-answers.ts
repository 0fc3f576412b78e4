import {
  contentDigest,
  digestAsOf,
  heldOn,
  type WrittenInterview,
} from '../../../core/interview/answers/content-digest.js';
import { buildScorecard, evaluateSession } from '../../../core/interview/build-scorecard.js';
import type { SessionEvent } from '../../../core/interview/event.js';
import type { Session } from '../../../core/interview/session.js';
import type { Rubric } from '../../../core/rubric/rubric.js';
import { sealProblem } from '../../../core/scorecard/check-seal.js';
import { verdictDiffers } from '../../../core/scoring/verdict.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { attempt, EXIT, type ExitCode } from '../../../errors.js';
import { shownPath } from '../../../io/rubrics/rubric-folder.js';
import type { Opening, Recorder, SealedScorecard, Store } from '../../../io/store/store.js';
import { scorecardText } from '../../../io/store/write-scorecard.js';
import { type Host, timestamp } from '../../../io/system/host.js';
import { renderScorecardMarkdown } from '../../../render/scorecard/scorecard-markdown.js';
import { draftsOf } from '../drafts-of.js';
import type { InterviewOptions } from '../options.js';
import { sealedBefore, tellSealedBefore } from '../sealed-before.js';
import { submit } from '../submit.js';

interface Desk {
  readonly store: Store;
  readonly host: Host;
}

interface Written extends WrittenInterview {
  /** As its file has it, without variant and session. */
  readonly rubric: Rubric;
}

/**
 * Seals what is written, unless it is sealed already: the same again, after whatever ended the program, does what is left
 * to do and no more.
 */
export function sealAnswers(written: Written, options: InterviewOptions, { store, host }: Desk): ExitCode {
  const sealed = sealedBefore(written.open, store);
  if (!options.again) {
    const known = sealed.findLast(({ stored, card }) => isSame(card, written) && sealProblem(stored) === undefined);
    if (known) return tellSubmitted(known, sealed.at(-1), options, host);
  }
  const recorder = (options.again ? undefined : leftBehind(written, store)) ?? begin(written, { store, host });
  try {
    if (!options.quiet) tellSealedBefore(written.open, sealed, host);
    warnOfUnexplained(recorder.session, host);
    return submit(recorder, options, host);
  } finally {
    recorder.close();
  }
}

function isSame(card: SealedScorecard['card'], written: WrittenInterview): boolean {
  return contentDigest(card) === digestAsOf(written, card.startedAt);
}

/** All at once: the draft appears with every answer in it. */
function begin({ open, day, changes, rubric }: Written, { store, host }: Desk): Recorder {
  const at = timestamp(host.now());
  const held = heldOn(day, at);
  const opening: Opening = { ...open, ...(held === undefined ? {} : { held }) };
  const events = changes.map((change): SessionEvent => ({ at, ...change }));
  return store.begin(opening, { rubric, past: { at, events } });
}

/** The draft that says the same: the program ended before it was sealed. One that is open elsewhere is left alone. */
function leftBehind(written: WrittenInterview, store: Store): Recorder | undefined {
  const drafts = draftsOf(written.open, store.listDrafts().drafts, store.readPeople().same);
  const same = drafts.find(({ session }) => isSame(buildScorecard(session), written));
  if (!same) return undefined;
  return attempt(
    () => store.resume(same.id),
    () => undefined,
  );
}

function tellSubmitted(
  { location, card, stored }: SealedScorecard,
  last: SealedScorecard | undefined,
  { quiet, format }: InterviewOptions,
  host: Host,
): ExitCode {
  if (format === 'json') host.stdout.write(scorecardText(card));
  if (format === 'markdown') host.stdout.write(renderScorecardMarkdown(card));
  if (quiet) return EXIT.ok;
  const since =
    last === undefined || last.stored === stored ? say`` : say`, and ${clean(shownPath(host, last.location))} since`;
  host.stderr.write(say`already submitted: ${clean(shownPath(host, location))}${since} (--again seals it once more)\n`);
  return EXIT.ok;
}

function warnOfUnexplained(session: Session, host: Host): void {
  const { verdict } = session.content;
  const { recommendation } = evaluateSession(session).result;
  if (verdict === undefined || verdict.reason !== undefined || !verdictDiffers(verdict.is, recommendation)) return;
  host.stderr.write(
    say`The verdict "${verdict.is}" differs from the recommendation "${recommendation}", and no reason is given.\n`,
  );
}
