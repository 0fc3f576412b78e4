import { notesOf, notesText } from '../../core/interview/notes.js';
import { type PlainCommand, parsePlainCommand } from '../../core/interview/plain-command.js';
import { isAtReview } from '../../core/interview/session.js';
import { clean, say } from '../../core/text/safe-text.js';
import { type PlainOutcome, type PlainPrompts, readLine } from './plain-parts.js';
import { reviewPlainly } from './plain-review.js';

/** Runs the interview line by line. Each answer is recorded before the next prompt appears. */
export async function runPlainPrompts(prompts: PlainPrompts): Promise<PlainOutcome> {
  const { lines, recorder, texts } = prompts;
  lines.say(texts.opening(recorder.session, prompts.isResumed));
  let shown: number | undefined;
  for (;;) {
    if (isAtReview(recorder.session)) {
      const outcome = await reviewPlainly(prompts);
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
    if (command.type === 'quit') return 'quit';
    await obey(command, position, prompts);
    if (recorder.failure !== undefined)
      lines.say(say`Not on disk yet: ${clean(recorder.failure)}. It is kept and tried again with the next answer.\n`);
  }
}

async function obey(command: PlainCommand, position: number, prompts: PlainPrompts): Promise<void> {
  const { recorder, lines, texts } = prompts;
  const dimension = recorder.session.open.rubric.dimensions[position];
  if (!dimension) return;
  switch (command.type) {
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
        lines.say(say`This dimension is not optional: skip it with s, or rate it.\n`);
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
      if (position === 0) lines.say(say`This is the first dimension.\n`);
      else recorder.record({ type: 'go', to: position - 1 });
      return;
    case 'undo':
    case 'redo':
      undo(command.type, prompts);
      return;
    case 'pause': {
      const type = recorder.session.clock.isPaused ? 'resume' : 'pause';
      recorder.record({ type });
      lines.say(type === 'pause' ? say`The timer is stopped; t starts it again.\n` : say`The timer runs.\n`);
      return;
    }
    case 'review':
      recorder.record({ type: 'go', to: recorder.session.open.rubric.dimensions.length });
      return;
    case 'anchors':
      lines.say(texts.anchors(recorder.session, position));
      return;
    case 'keys':
      lines.say(texts.keys(recorder.session));
      return;
    case 'unknown':
      lines.say(say`${clean(command.message)}\n`);
      return;
    case 'quit':
      return;
  }
}

async function note(text: string, dimension: string, prompts: PlainPrompts): Promise<void> {
  const said = text === '' ? await readLine(prompts, say`Note: `, true) : text;
  if (said === undefined || said.trim() === '') return;
  prompts.recorder.record({ type: 'note', dimension, text: said.trim() });
  prompts.lines.say(say`Noted.\n`);
}

function edit(position: number, { recorder, lines, edit: open }: PlainPrompts): void {
  const dimension = recorder.session.open.rubric.dimensions[position];
  if (!open || !dimension) {
    lines.say(say`The editor needs a terminal; for a note write n and the text.\n`);
    return;
  }
  const before = notesText(recorder.session.content.dimensions[position]?.notes ?? []);
  try {
    const after = open(before);
    if (after === undefined) return;
    recorder.record({ type: 'notes', dimension: dimension.id, texts: notesOf(after) });
    lines.say(say`Noted.\n`);
  } catch (error) {
    lines.say(
      say`${clean(error instanceof Error ? error.message : String(error))}. For a note write n and the text.\n`,
    );
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
    lines.say(say`There is no red flag ${clean(which)}; f lists them.\n`);
    return;
  }
  const evidence = words.join(' ');
  const isObserved = recorder.session.content.flags.some(({ id }) => id === found.id);
  if (isObserved && evidence === '') {
    recorder.record({ type: 'unflag', flag: found.id });
    lines.say(say`Taken back: ${clean(found.id)}.\n`);
    return;
  }
  recorder.record({ type: 'flag', flag: found.id, ...(evidence ? { evidence } : {}) });
  lines.say(say`Red flag observed: ${clean(found.id)}${evidence ? '' : '. Say what you saw: f NUMBER EVIDENCE'}.\n`);
}

function questions(text: string, position: number, { recorder, lines, texts }: PlainPrompts): void {
  const dimension = recorder.session.open.rubric.dimensions[position];
  if (text === '' || !dimension) {
    lines.say(texts.questions(recorder.session, position));
    return;
  }
  const number = Number(text);
  if (!dimension.questions[number - 1]) {
    lines.say(say`There is no question ${clean(text)}; c lists them.\n`);
    return;
  }
  const isAsked = recorder.session.content.dimensions[position]?.asked.includes(number - 1) ?? false;
  recorder.record({ type: 'asked', dimension: dimension.id, question: number - 1, asked: !isAsked });
  lines.say(say`Question ${number} ${isAsked ? 'not asked' : 'asked'}.\n`);
}

function go(text: string, { recorder, lines }: PlainPrompts): void {
  const { dimensions } = recorder.session.open.rubric;
  const position = /^\d+$/.test(text) ? Number(text) - 1 : dimensions.findIndex(({ id }) => id === text.toLowerCase());
  if (dimensions[position]) recorder.record({ type: 'go', to: position });
  else
    lines.say(
      say`There is no dimension "${clean(text)}"; they are 1 to ${dimensions.length}: ${dimensions.map(({ id }) => clean(id)).join(', ')}.\n`,
    );
}

function undo(type: 'undo' | 'redo', { recorder, lines, texts }: PlainPrompts): void {
  const before = recorder.session;
  recorder.record({ type });
  const after = recorder.session;
  if (after.content === before.content) {
    lines.say(say`Nothing to ${type}.\n`);
    return;
  }
  const changed = after.content.dimensions.findIndex((state, at) => state !== before.content.dimensions[at]);
  lines.say(say`${type === 'undo' ? 'Undone' : 'Done again'}. ${changed >= 0 ? texts.rated(after, changed) : say`\n`}`);
}
