import { currentDimension, isAtReview } from '../interview/session.js';
import { COMMANDS } from '../line/commands.js';
import { listFlags } from '../line/flags.js';
import { HELP } from '../line/lines.js';
import type { ShownList } from '../line/view.js';
import { anchorOf, anchorsOf } from '../rubric/anchors.js';
import { parseBorder } from '../rubric/rating-key.js';
import { isRated } from '../rubric/scale.js';
import type { Overlay } from './scene.js';
import type { BoardState } from './state.js';

/** The list over the place: the one that was asked for, else the commands while one of them is typed. */
export function overlayOf(state: BoardState): Overlay | undefined {
  const { list } = state.view;
  if (!list) return commandList(state);
  return { columns: 1, offset: list.offset, ...LISTS[list.type](state, list) };
}

const LISTS: Readonly<
  Record<ShownList['type'], (state: BoardState, list: ShownList) => Pick<Overlay, 'title' | 'rows'> & Partial<Overlay>>
> = {
  sheet: ({ session }, { rating: only }) => {
    const { scale } = session.open.rubric;
    const dimension = currentDimension(session);
    const one = only === undefined || !dimension ? undefined : anchorOf(only, dimension, scale);
    const anchors = !dimension ? [] : only === undefined ? anchorsOf(dimension, scale) : one ? [one] : [];
    const borders = Object.entries(dimension?.borders ?? {}).filter(([border]) => {
      const { low = 0, high = 0 } = parseBorder(border) ?? {};
      return only === undefined || (low <= only && only <= high);
    });
    return {
      title: dimension?.name,
      rows: [
        ...anchors.map(({ rating, text }) => {
          const label = scale.labels[String(rating)];
          return { key: `${rating}`, mark: '', text: label === undefined ? text : `${label}: ${text}` };
        }),
        ...borders.map(([border, text]) => ({ key: border, mark: '', text })),
      ],
    };
  },
  questions: ({ session }) => {
    const asked = session.content.dimensions[session.content.cursor]?.asked ?? [];
    return {
      title: 'The questions here: /ask and a number',
      rows: (currentDimension(session)?.questions ?? []).map(({ ask }, at) => ({
        key: `Q${at + 1}`,
        mark: asked.includes(at) ? '✓' : '·',
        text: ask,
      })),
    };
  },
  flags: ({ session, line }) => {
    const flags = listFlags(session.open.rubric, currentDimension(session)?.id);
    const rowOf = ({ number, flag }: (typeof flags)[number], more = '') => ({
      key: `${number}`,
      mark: session.content.flags.some(({ id }) => id === flag.id) ? '⚑' : '·',
      text: `${flag.severity}: ${flag.flag}${more}`,
    });
    // Once its number stands in the line, the one that is meant, with what to ask first.
    const typed = /^\/\p{L}+\s+(\d+)(?!\S)/u.exec(line.text.trimStart().normalize('NFKC'))?.[1];
    const chosen = flags.find(({ number }) => `${number}` === typed);
    if (!chosen) return { title: undefined, rows: flags.map((flag) => rowOf(flag)), isCut: true };
    const { probe } = chosen.flag;
    return { title: undefined, rows: [rowOf(chosen, probe === undefined ? '' : ` Ask first: ${probe}`)], offset: 0 };
  },
  help: () => ({
    title: undefined,
    rows: HELP.flatMap(({ title, rows }) => [
      { key: '', mark: '', text: `${title}:` },
      ...rows.map(({ typed, does }) =>
        typed.length > LONGEST_KEY
          ? { key: '', mark: '', text: `${typed}: ${does}` }
          : { key: typed, mark: '', text: does },
      ),
    ]),
  }),
};

/** What stands before its explanation; what is longer stands in front of it. */
const LONGEST_KEY = 16;

/** Dimensions and commands that begin as the line does, while it is a `/` and one word. */
function commandList({ session, line }: BoardState): Overlay | undefined {
  const typed = line.text.trim().normalize('NFKC').toLowerCase();
  if (!/^\/[\p{L}\d]*$/u.test(typed) || line.text.endsWith(' ')) return undefined;
  const { rubric } = session.open;
  const dimensions = rubric.dimensions.map(({ name }, at) => {
    const { rating } = session.content.dimensions[at] ?? {};
    const mark = rating === undefined ? '·' : isRated(rating) ? `${rating}` : '–';
    return { key: `/${at + 1}`, mark, text: name };
  });
  const isHere = isAtReview(session);
  const commands = COMMANDS.filter(({ isOfDimension, name }) => (isHere ? !isOfDimension : name !== 'submit')).map(
    ({ name, short }) => ({ key: `/${name}`, mark: '', text: short }),
  );
  const rows = [...dimensions, ...commands].filter(({ key }) => key.startsWith(typed));
  return rows.length === 0 ? undefined : { title: undefined, rows, columns: 2, offset: 0 };
}
