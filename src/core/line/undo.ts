import type { Content } from '../interview/content.js';
import { contentBefore, type Session } from '../interview/session.js';
import { numbered, quoted, ratingWords } from './names.js';
import { verdictInWords } from './parse-line.js';
import { did, type LineResult, type LineState } from './view.js';

/** `/undo`: takes the last change back, and says which. */
export function undoLine(state: LineState): LineResult {
  const { session } = state;
  const before = contentBefore(session);
  if (!before) return did(state, 'nothing to undo');
  const what = changeInWords(before, session.content, session);
  return did(state, `undone: ${what}`, { changes: [{ type: 'undo' }] });
}

/** What the last change was, in a few words: `rating 4 on 3 Operations`. */
export function changeInWords(before: Content, after: Content, { open: { rubric } }: Session): string {
  const places = [
    ...after.dimensions.map((dimension, at) => ({
      was: before.dimensions[at],
      is: dimension,
      name: numbered(rubric, at),
    })),
    { was: { notes: before.notes }, is: { notes: after.notes }, name: 'the whole' },
  ];
  const touched = places.flatMap(({ was, is, name }) => {
    const [old, present] = [was?.notes ?? [], is.notes];
    if (old === present) return [];
    const known = new Set(old);
    const stay = new Set(present);
    const gone = old.find((note) => !stay.has(note));
    const come = present.find((note) => !known.has(note));
    return [{ name, gone, come }];
  });
  const from = touched.find(({ gone, come }) => gone && !come);
  const to = touched.find(({ gone, come }) => come && !gone);
  const moved = from?.gone && to?.come ? [`the move of ${quoted(to.come.text)} to ${to.name}`] : [];
  const notes = touched.flatMap(({ name, gone, come }) => {
    if (gone && come) return [`the mending of a note on ${name}, which is ${quoted(gone.text)} again`];
    if (gone) return [`the deletion on ${name} of ${quoted(gone.text)}`];
    return come ? [`note on ${name} ${quoted(come.text)}`] : [];
  });
  const ratings = after.dimensions.flatMap(({ rating }, at) => {
    const was = before.dimensions[at]?.rating;
    return was === rating ? [] : [`rating ${ratingWords(rating)} on ${numbered(rubric, at)}`];
  });
  const flags = [
    ...after.flags.filter((flag) => !before.flags.includes(flag)).map(({ id }) => `⚑ ${id}`),
    ...before.flags.filter(({ id }) => !after.flags.some((flag) => flag.id === id)).map(({ id }) => `no ⚑ ${id}`),
  ];
  const verdict =
    before.verdict === after.verdict || after.verdict === undefined
      ? []
      : [`verdict ${verdictInWords(after.verdict.is)}`];
  return [...ratings, ...moved, ...notes, ...flags, ...verdict][0] ?? 'the last change';
}
