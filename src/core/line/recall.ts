import type { SessionChange } from '../interview/event.js';
import { currentDimension } from '../interview/session.js';
import { notesAt, numbered, positionIn, quoted } from './names.js';
import { did, kept, type LineResult, type LineState, type Mending } from './view.js';

/** ↑: the last note of where the interview stands comes into the line, then the one before. */
export function recallEarlier(state: LineState, line: string): LineResult {
  const { mending } = state.view;
  if (mending === undefined) {
    if (line !== '') return { changes: [], view: state.view, line };
    const dimension = currentDimension(state.session)?.id;
    const { length } = notesOf(state, dimension);
    return length === 0 ? kept(state, line, 'no note here to mend') : begin(state, { dimension, note: length - 1 });
  }
  if (isChanged(state, mending, line)) return kept(state, line, 'Enter saves what you changed');
  return mending.note === 0
    ? kept(state, line, 'the first note here')
    : begin(state, { ...mending, note: mending.note - 1 });
}

/** ↓: the note after, and past the newest nothing is mended. What was changed is dropped only when asked twice. */
export function recallLater(state: LineState, line: string): LineResult {
  const { mending } = state.view;
  if (mending === undefined) return { changes: [], view: state.view, line };
  if (isChanged(state, mending, line)) {
    if (mending.isDropAsked) return did(state, 'left as it was');
    const { view } = kept(state, line, 'Enter saves what you changed · ↓ again leaves the note as it was');
    return { changes: [], line, view: { ...view, mending: { ...mending, isDropAsked: true } } };
  }
  const note = mending.note + 1;
  return note < notesOf(state, mending.dimension).length
    ? begin(state, { ...mending, note })
    : did(state, 'left as it was');
}

function begin(state: LineState, { dimension, note }: Mending): LineResult {
  const text = notesOf(state, dimension)[note]?.text ?? '';
  return { changes: [], line: text, view: { ...state.view, message: undefined, mending: { dimension, note } } };
}

/** Enter on a note that is mended: saves it, deletes an emptied one, moves it where `/3 ` stands before it. */
export function mend(state: LineState, mending: Mending, line: string): LineResult {
  const { rubric } = state.session.open;
  const { dimension, note } = mending;
  const old = notesOf(state, dimension)[note];
  if (!old) return { changes: [], view: { ...state.view, mending: undefined }, line };
  const from = numbered(rubric, positionIn(rubric, dimension));
  const text = line.trim();
  if (text === '') {
    return did(state, `deleted ${quoted(old.text)} · /undo brings it back`, { changes: [mendOf(mending, {})] });
  }
  const move = movedTo(text, rubric.dimensions.length);
  const to = move && (move.number === 0 ? null : (rubric.dimensions[move.number - 1]?.id ?? null));
  if (move && to !== undefined && to !== (dimension ?? null)) {
    const position = to === null ? undefined : positionIn(rubric, to);
    const count = notesAt(state.session.content, position).length + 1;
    const name = position === undefined ? 'the whole' : numbered(rubric, position);
    return did(state, `moved to ${name} (${count})`, { changes: [mendOf(mending, { text: move.text, to })] });
  }
  const saved = move?.text ?? text;
  if (saved === old.text) return did(state, 'left as it was');
  const { length } = notesOf(state, dimension);
  return did(state, `mended note ${note + 1} of ${length} on ${from}`, { changes: [mendOf(mending, { text: saved })] });
}

function mendOf(
  { dimension, note }: Mending,
  what: { readonly text?: string; readonly to?: string | null },
): SessionChange {
  return { type: 'mend', ...(dimension === undefined ? {} : { dimension }), note, ...what };
}

/** `/3 ` before a note, and the note without it. */
function movedTo(text: string, dimensions: number): { readonly number: number; readonly text: string } | undefined {
  const [, head = '', rest = ''] = /^(\S+)\s+([\s\S]+)$/.exec(text) ?? [];
  const number = /^\/(0|[1-9]\d*)$/.exec(head.normalize('NFKC'))?.[1];
  return number !== undefined && Number(number) <= dimensions ? { number: Number(number), text: rest } : undefined;
}

export function isChanged(state: LineState, { dimension, note }: Mending, line: string): boolean {
  return notesOf(state, dimension)[note]?.text !== line;
}

function notesOf({ session }: LineState, dimension: string | undefined) {
  return notesAt(session.content, dimension === undefined ? undefined : positionIn(session.open.rubric, dimension));
}
