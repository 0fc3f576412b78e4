import { currentDimension } from '../interview/session.js';
import type { RedFlag, Rubric } from '../rubric/rubric.js';
import { pendingFlags } from './gaps.js';
import { notesHere, placeName, quoted } from './names.js';
import { did, kept, type LineResult, type LineState, timed } from './view.js';

export interface NumberedFlag {
  /** As it is typed; the same wherever the list is shown. */
  readonly number: number;
  readonly flag: RedFlag;
}

/** The red flags, those of the dimension at hand first. */
export function listFlags({ redFlags }: Rubric, dimension: string | undefined): readonly NumberedFlag[] {
  const all = redFlags.map((flag, at) => ({ number: at + 1, flag }));
  const isOwn = ({ flag }: NumberedFlag) => flag.dimension !== undefined && flag.dimension === dimension;
  return [...all.filter(isOwn), ...all.filter((one) => !isOwn(one))];
}

/** `/flag`, with its number, with words, with both or with neither. */
export function flagLine(state: LineState, words: string): LineResult {
  const { redFlags } = state.session.open.rubric;
  if (words === '') {
    if (redFlags.length === 0) return did(state, 'this rubric has no red flags; /flag and words notes one');
    const list = { type: 'flags', offset: 0 } as const;
    return did(state, 'which flag? its number, then what was seen', { line: '/flag ', view: { list } });
  }
  const head = /^\S+/.exec(words)?.[0] ?? '';
  const flag = /^[1-9]\d*$/.test(head.normalize('NFKC')) ? redFlags[Number(head.normalize('NFKC')) - 1] : undefined;
  return flag ? observe(state, flag, words.slice(head.length).trim()) : noteFlagged(state, words);
}

function observe(state: LineState, flag: RedFlag, words: string): LineResult {
  const before = state.session.content.flags.find(({ id }) => id === flag.id);
  if (before && words.toLowerCase() === 'off') {
    const message = `taken back: ⚑ ${flag.id} · /undo brings it back`;
    return did(state, message, { changes: [{ type: 'unflag', flag: flag.id }] });
  }
  const seen = words === '' ? seenHere(state, before !== undefined) : { text: words, ...timed('at', state) };
  if (before && !seen) return did(state, `flagged already: ⚑ ${flag.id} · /flag and its number and off takes it back`);
  const evidence = [...(before?.evidence ?? []), ...(seen ? [seen] : [])];
  const told = seen ? `: ${quoted(seen.text)}` : ' · what was seen? /flag, its number and words';
  return did(state, `flagged ⚑ ${flag.id}${told}`, { changes: [{ type: 'flag', flag: flag.id, evidence }] });
}

/** The note that waits for its flag, those of this dimension first; else the last note here. */
function seenHere({ session }: LineState, isPendingOnly: boolean): { text: string; at?: string } | undefined {
  const pending = pendingFlags(session);
  const here = pending.findLast(({ position }) => position === session.content.cursor) ?? pending.at(-1);
  const note = here?.note ?? (isPendingOnly ? undefined : notesHere(session).at(-1));
  return note && { text: note.text, ...(note.at === undefined ? {} : { at: note.at }) };
}

function noteFlagged(state: LineState, text: string): LineResult {
  const dimension = currentDimension(state.session);
  if (!dimension) return kept(state, text, '');
  const change = { type: 'note', dimension: dimension.id, text, flagged: true, ...timed('noted', state) } as const;
  const message = `noted with ⚑ on ${placeName(state.session)} · which? /flag and its number`;
  return did(state, message, { changes: [change] });
}
