import { evaluateSession } from '../../core/interview/build-scorecard.js';
import { afterVote } from '../../core/interview/second-vote.js';
import { currentQuestion, isAtReview, type Session } from '../../core/interview/session.js';
import { acceptLine, keepHalfTyped } from '../../core/line/accept-line.js';
import { FIRST_VIEW, type LineResult, type LineView } from '../../core/line/view.js';
import { isRated } from '../../core/rubric/scale.js';
import { clean, say } from '../../core/text/safe-text.js';
import { Interruption } from '../../errors.js';
import type { PlainOutcome, PlainPrompts, PlainRating } from './plain-parts.js';

/** Runs the interview line by line. What a line leads to is recorded before the next prompt appears. */
export async function runPlainPrompts(prompts: PlainPrompts): Promise<PlainOutcome> {
  const { lines, recorder, texts } = prompts;
  lines.say(texts.opening(recorder.session, prompts.isResumed));
  lines.say(texts.arrival(recorder.session, true));
  let view: LineView = FIRST_VIEW;
  for (;;) {
    const line = await readLine(prompts, view);
    prompts.watch?.look();
    if (line === undefined) return 'ended';
    const before = recorder.session;
    // In a file or a here-document they only part what belongs together, but for what is voted on again.
    if (line.trim() === '') {
      goOn(prompts);
      continue;
    }
    const result = acceptLine({ session: before, view }, line);
    for (const change of result.changes) recorder.record(change);
    view = { ...result.view, list: undefined };
    tell(result, before, prompts);
    if (recorder.failure !== undefined)
      lines.say(say`Not on disk yet: ${clean(recorder.failure)}. It is kept and tried again with the next line.\n`);
    if (result.next !== undefined) return result.next;
    const isRatedHere = ratingIn(result.changes, before)?.position === recorder.session.content.cursor;
    if (isRatedHere) goOn(prompts);
  }
}

/** After the debrief, from one dimension that is voted on again to the next: by a rating, or by Enter, which keeps it. */
function goOn({ recorder, lines, texts }: PlainPrompts): void {
  const to = afterVote(recorder.session);
  if (to === undefined) return;
  recorder.record({ type: 'go', to });
  lines.say(texts.arrival(recorder.session, true));
}

/** Reads a line. One that is half typed when the program is asked to end is kept. */
async function readLine({ lines, recorder, texts }: PlainPrompts, view: LineView): Promise<string | undefined> {
  try {
    return await lines.read(texts.prompt(recorder.session));
  } catch (error) {
    if (error instanceof Interruption) {
      const { session } = recorder;
      for (const change of keepHalfTyped({ session, view }, error.partial)) recorder.record(change);
    }
    throw error;
  }
}

function ratingIn(changes: LineResult['changes'], { open, content }: Session): PlainRating | undefined {
  for (const change of changes) {
    if (change.type !== 'rate' || !isRated(change.rating)) continue;
    const position = open.rubric.dimensions.findIndex(({ id }) => id === change.dimension);
    return { position, rating: change.rating, was: content.dimensions[position]?.rating };
  }
  return undefined;
}

/** Says what a line did: the message first, then what it asked to see. */
function tell({ changes, view }: LineResult, before: Session, { recorder, lines, texts }: PlainPrompts): void {
  const { session } = recorder;
  const rated = view.isPrivate ? undefined : ratingIn(changes, before);
  if (rated) lines.say(texts.rated(session, rated));
  else if (view.message !== undefined) lines.say(texts.message(view.message));
  if (view.list?.type === 'sheet') lines.say(texts.anchors(session, view.list.rating));
  if (view.list?.type === 'questions') lines.say(texts.questions(session));
  if (view.list?.type === 'flags') lines.say(texts.flags(session));
  if (view.list?.type === 'help') lines.say(texts.help());
  if (changes.some(({ type }) => type === 'verdict')) lines.say(texts.outcome(session, evaluateSession(session)));
  const isNew = session.content.cursor !== before.content.cursor;
  const isOther = !isAtReview(session) && currentQuestion(session) !== currentQuestion(before);
  if (isNew || isOther) lines.say(texts.arrival(session, isNew));
}
