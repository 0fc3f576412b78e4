import { type Evaluation, evaluateSession } from '../../core/build-scorecard.js';
import { notesOf, notesText } from '../../core/notes.js';
import { type PlainCommand, parsePlainCommand } from '../../core/plain-command.js';
import { isAtReview, type Session } from '../../core/session.js';
import type { VerdictWord } from '../../core/session-event.js';
import { VERDICT_KEYS, verdictDiffers } from '../../core/verdict.js';
import type { Recorder } from '../recorder.js';
import { Interruption } from './interruption.js';
import type { LineReader } from './line-reader.js';

/** The words that the prompts say; they come from `render`, which this layer doesn't know. */
export interface PromptTexts {
  readonly opening: (session: Session, isResumed: boolean) => string;
  readonly dimension: (session: Session, position: number) => string;
  readonly prompt: (session: Session, position: number) => string;
  readonly anchors: (session: Session, position: number) => string;
  readonly questions: (session: Session, position: number) => string;
  readonly flags: (session: Session) => string;
  readonly keys: () => string;
  readonly rated: (session: Session, position: number) => string;
  readonly review: (session: Session) => string;
  readonly extremes: (session: Session) => string | undefined;
  readonly verdictPrompt: string;
  readonly outcome: (session: Session, evaluation: Evaluation) => string;
}

export interface PlainPrompts {
  readonly recorder: Recorder;
  readonly lines: LineReader;
  readonly texts: PromptTexts;
  readonly isResumed: boolean;
  /** A long note in the user's editor; `undefined` when it was left unchanged. Throws an Error that says why it failed. */
  readonly edit?: (text: string) => string | undefined;
}

/** How an interview at the prompts ended: `ended` means that the input ran out before it was submitted. */
export type PlainOutcome = 'submit' | 'quit' | 'ended';

/** Holds the interview line by line. Each answer is recorded before the next prompt shows. */
export async function runPlainPrompts(prompts: PlainPrompts): Promise<PlainOutcome> {
  const { lines, recorder, texts } = prompts;
  lines.say(texts.opening(recorder.session, prompts.isResumed));
  let shown: number | undefined;
  for (;;) {
    if (isAtReview(recorder.session)) {
      const outcome = await review(prompts);
      if (outcome !== 'back') return outcome;
      shown = undefined;
      continue;
    }
    const position = recorder.session.content.cursor;
    if (position !== shown) lines.say(texts.dimension(recorder.session, position));
    shown = position;
    const line = await readLine(prompts, texts.prompt(recorder.session, position));
    if (line === undefined) return 'ended';
    const command = parsePlainCommand(line, recorder.session.open.rubric.scale);
    if (command.does === 'quit') return 'quit';
    await obey(command, position, prompts);
    if (recorder.failure !== undefined)
      lines.say(`Not on disk yet: ${recorder.failure}. It is kept and tried again with the next answer.\n`);
  }
}

/** A line; a note that was half typed when the program is told to end is kept. */
async function readLine(
  { lines, recorder }: PlainPrompts,
  prompt: string,
  isNote = false,
): Promise<string | undefined> {
  try {
    return await lines.read(prompt);
  } catch (error) {
    if (error instanceof Interruption) {
      const partial = isNote ? error.partial : (/^\s*(?:n|note)\s+(.*)/.exec(error.partial)?.[1] ?? '');
      const dimension = recorder.session.open.rubric.dimensions[recorder.session.content.cursor];
      if (partial.trim() !== '' && dimension)
        recorder.record({ type: 'note', dimension: dimension.id, text: partial.trim() });
    }
    throw error;
  }
}

async function obey(command: PlainCommand, position: number, prompts: PlainPrompts): Promise<void> {
  const { recorder, lines, texts } = prompts;
  const dimension = recorder.session.open.rubric.dimensions[position];
  if (!dimension) return;
  switch (command.does) {
    case 'rate':
      if (command.note !== '') recorder.record({ type: 'note', dimension: dimension.id, text: command.note });
      recorder.record({ type: 'rate', dimension: dimension.id, rating: command.rating });
      lines.say(texts.rated(recorder.session, position));
      return;
    case 'skip':
      recorder.record({
        type: 'rate',
        dimension: dimension.id,
        rating: 'not-assessed',
        ...(command.text ? { reason: command.text } : {}),
      });
      lines.say(texts.rated(recorder.session, position));
      return;
    case 'not-applicable':
      if (!dimension.optional) {
        lines.say('This dimension is not optional: skip it with s, or rate it.\n');
        return;
      }
      recorder.record({ type: 'rate', dimension: dimension.id, rating: 'not-applicable' });
      lines.say(texts.rated(recorder.session, position));
      return;
    case 'clear':
      recorder.record({ type: 'clear', dimension: dimension.id });
      lines.say(texts.rated(recorder.session, position));
      return;
    case 'note':
      await note(command.text, dimension.id, prompts);
      return;
    case 'editor':
      edit(position, prompts);
      return;
    case 'flag':
      flag(command.text, prompts);
      return;
    case 'questions':
      questions(command.text, position, prompts);
      return;
    case 'go':
      go(command.text, prompts);
      return;
    case 'next':
      recorder.record({ type: 'go', to: position + 1 });
      return;
    case 'back':
      if (position === 0) lines.say('This is the first dimension.\n');
      else recorder.record({ type: 'go', to: position - 1 });
      return;
    case 'undo':
    case 'redo':
      undo(command.does, prompts);
      return;
    case 'pause': {
      const type = recorder.session.clock.isPaused ? 'resume' : 'pause';
      recorder.record({ type });
      lines.say(type === 'pause' ? 'The timer is stopped; t starts it again.\n' : 'The timer runs.\n');
      return;
    }
    case 'review':
      recorder.record({ type: 'go', to: recorder.session.open.rubric.dimensions.length });
      return;
    case 'anchors':
      lines.say(texts.anchors(recorder.session, position));
      return;
    case 'keys':
      lines.say(texts.keys());
      return;
    case 'unknown':
      lines.say(`${command.message}\n`);
      return;
    case 'quit':
      return;
  }
}

async function note(text: string, dimension: string, prompts: PlainPrompts): Promise<void> {
  const said = text === '' ? await readLine(prompts, 'Note: ', true) : text;
  if (said === undefined || said.trim() === '') return;
  prompts.recorder.record({ type: 'note', dimension, text: said.trim() });
  prompts.lines.say('Noted.\n');
}

function edit(position: number, { recorder, lines, edit: open }: PlainPrompts): void {
  const dimension = recorder.session.open.rubric.dimensions[position];
  if (!open || !dimension) {
    lines.say('The editor needs a terminal; for a note write n and the text.\n');
    return;
  }
  const before = notesText(recorder.session.content.dimensions[position]?.notes ?? []);
  try {
    const after = open(before);
    if (after === undefined) return;
    recorder.record({ type: 'notes', dimension: dimension.id, texts: notesOf(after) });
    lines.say('Noted.\n');
  } catch (error) {
    lines.say(`${error instanceof Error ? error.message : String(error)}. For a note write n and the text.\n`);
  }
}

function flag(text: string, { recorder, lines, texts }: PlainPrompts): void {
  const [which = '', ...words] = text.split(/\s+/);
  if (which === '') {
    lines.say(texts.flags(recorder.session));
    return;
  }
  const { redFlags } = recorder.session.open.rubric;
  const found = redFlags[Number(which) - 1] ?? redFlags.find(({ id }) => id === which);
  if (!found) {
    lines.say(`There is no red flag ${which}; f lists them.\n`);
    return;
  }
  const evidence = words.join(' ');
  const isObserved = recorder.session.content.flags.some(({ id }) => id === found.id);
  if (isObserved && evidence === '') {
    recorder.record({ type: 'unflag', flag: found.id });
    lines.say(`Taken back: ${found.id}.\n`);
    return;
  }
  recorder.record({ type: 'flag', flag: found.id, ...(evidence ? { evidence } : {}) });
  lines.say(`Red flag observed: ${found.id}${evidence ? '' : '. Say what you saw: f NUMBER EVIDENCE'}.\n`);
}

function questions(text: string, position: number, { recorder, lines, texts }: PlainPrompts): void {
  const dimension = recorder.session.open.rubric.dimensions[position];
  if (text === '' || !dimension) {
    lines.say(texts.questions(recorder.session, position));
    return;
  }
  const number = Number(text);
  if (!dimension.questions[number - 1]) {
    lines.say(`There is no question ${text}; c lists them.\n`);
    return;
  }
  const isAsked = recorder.session.content.dimensions[position]?.asked.includes(number - 1) ?? false;
  recorder.record({ type: 'asked', dimension: dimension.id, question: number - 1, asked: !isAsked });
  lines.say(`Question ${number} ${isAsked ? 'not asked' : 'asked'}.\n`);
}

function go(text: string, { recorder, lines }: PlainPrompts): void {
  const { dimensions } = recorder.session.open.rubric;
  const position = /^\d+$/.test(text) ? Number(text) - 1 : dimensions.findIndex(({ id }) => id === text.toLowerCase());
  if (dimensions[position]) recorder.record({ type: 'go', to: position });
  else
    lines.say(
      `There is no dimension "${text}"; they are 1 to ${dimensions.length}: ${dimensions.map(({ id }) => id).join(', ')}.\n`,
    );
}

function undo(type: 'undo' | 'redo', { recorder, lines, texts }: PlainPrompts): void {
  const before = recorder.session;
  recorder.record({ type });
  const after = recorder.session;
  if (after.content === before.content) {
    lines.say(`Nothing to ${type}.\n`);
    return;
  }
  const changed = after.content.dimensions.findIndex((state, at) => state !== before.content.dimensions[at]);
  lines.say(`${type === 'undo' ? 'Undone' : 'Done again'}. ${changed >= 0 ? texts.rated(after, changed) : '\n'}`);
}

/** The verdict first; only then what the rubric makes of the ratings, so that it can't anchor the verdict. */
async function review(prompts: PlainPrompts): Promise<PlainOutcome | 'back'> {
  const { recorder, lines, texts } = prompts;
  lines.say(texts.review(recorder.session));
  const extremes = texts.extremes(recorder.session);
  if (extremes !== undefined) {
    lines.say(extremes);
    const answer = await readLine(prompts, 'Go on without? y yes, b back to add it: ');
    if (answer === undefined) return 'ended';
    if (!isYes(answer)) return leave(answer, prompts);
  }
  const verdict = await askVerdict(prompts);
  if (typeof verdict !== 'object') return verdict;
  recorder.record({ type: 'verdict', is: verdict.is });
  const evaluation = evaluateSession(recorder.session);
  lines.say(texts.outcome(recorder.session, evaluation));
  if (verdictDiffers(verdict.is, evaluation.result.recommendation)) {
    const why = await readLine(prompts, 'Your verdict differs from the recommendation. Why? ');
    if (why === undefined) return 'ended';
    if (why.trim() !== '') recorder.record({ type: 'verdict', is: verdict.is, reason: why.trim() });
  }
  const answer = await readLine(prompts, 'Submit? It is sealed then. y yes, b back, q keep as a draft: ');
  if (answer === undefined) return 'ended';
  return isYes(answer) ? 'submit' : leave(answer, prompts);
}

async function askVerdict(prompts: PlainPrompts): Promise<{ is: VerdictWord } | PlainOutcome | 'back'> {
  for (;;) {
    const answer = await readLine(prompts, prompts.texts.verdictPrompt);
    if (answer === undefined) return 'ended';
    const word = answer.trim().toLowerCase();
    const is =
      VERDICT_KEYS[word] ?? Object.values(VERDICT_KEYS).find((verdict) => verdict === word.replace(/\s+/g, '-'));
    if (is) return { is };
    if (/^(b|back|q|quit|g\b.*)$/.test(word)) return leave(answer, prompts);
    prompts.lines.say(`"${answer.trim()}" is no verdict.\n`);
  }
}

/** Back to the dimensions, or out with the draft kept. */
function leave(answer: string, { recorder }: PlainPrompts): 'quit' | 'back' {
  if (/^\s*q/i.test(answer)) return 'quit';
  const last = recorder.session.open.rubric.dimensions.length - 1;
  const wanted = /^\s*g\s*(\d+)/i.exec(answer)?.[1];
  recorder.record({ type: 'go', to: wanted === undefined ? last : Math.min(last, Math.max(0, Number(wanted) - 1)) });
  return 'back';
}

function isYes(answer: string): boolean {
  return /^\s*(y|yes)\s*$/i.test(answer);
}
