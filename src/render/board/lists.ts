import type { BoardState } from '../../core/board/view.js';
import { JUMP_KEYS } from '../../core/interview/keys.js';
import { evidenceText } from '../../core/interview/notes.js';
import type { DimensionState } from '../../core/interview/session.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { keyLines } from '../help/keys.js';
import { type Block, pane, paragraph, type Size, safeText, stack, type Theme } from './look.js';

/** The keys, as `scorecard help keys` shows them. */
export function keyHelpLines({ session, view }: BoardState, theme: Theme, size: Size): readonly TerminalText[] {
  return pane(
    keyLines(size.columns, theme.glyphs, session.open.rubric.scale),
    view.mode.type === 'keys' ? view.mode.scroll : 0,
    { size, theme },
  );
}

/** All dimensions with the key that goes there. */
export function jumpLines({ session, view }: BoardState, theme: Theme, size: Size): readonly TerminalText[] {
  const { cursor } = session.content;
  const lines = session.open.rubric.dimensions.map((dimension, at) => {
    const sign = signOf(session.content.dimensions[at], theme, view.isPrivate);
    const pointer = at === cursor ? theme.glyphs.pointer : say` `;
    return say` ${pointer} ${clean(JUMP_KEYS[at] ?? '') || ' '}  ${sign}  ${safeText(dimension.name, theme)}`;
  });
  return pane(lines, Math.max(0, cursor - Math.floor(size.rows / 2)), { size, theme });
}

/** What a dimension got, in as little room as it takes. */
export function signOf(state: DimensionState | undefined, { glyphs }: Theme, isPrivate: boolean): TerminalText {
  const rating = state?.rating;
  if (rating === undefined) return glyphs.open;
  if (isPrivate) return glyphs.hidden;
  if (rating === 'not-assessed') return glyphs.notAssessed;
  return rating === 'not-applicable' ? glyphs.notApplicable : say`${rating}`;
}

/** The rubric's red flags, with the chosen one in full. */
export function flagLines({ session, view }: BoardState, theme: Theme, size: Size): readonly TerminalText[] {
  const { glyphs, style } = theme;
  const mode = view.mode;
  const { redFlags } = session.open.rubric;
  const chosen =
    mode.type === 'flags'
      ? mode.at
      : redFlags.findIndex(
          ({ id }) => mode.type === 'text' && mode.purpose.type === 'flag' && mode.purpose.flag === id,
        );
  const blocks = redFlags.map((flag, at): Block => {
    const seen = view.isPrivate ? undefined : session.content.flags.find(({ id }) => id === flag.id);
    const isChosen = at === chosen;
    const first = say` ${isChosen ? glyphs.pointer : say` `} ${say`${at + 1}`.padStart(2)} ${seen ? glyphs.flag : say` `} `;
    const detail = (label: TerminalText, text: string | undefined) =>
      isChosen && text !== undefined ? paragraph(say`        ${label}: `, safeText(text, theme), size.columns) : [];
    return {
      lines: [
        ...paragraph(first, safeText(`${flag.severity}: ${flag.flag}`, theme), size.columns),
        ...detail(say`ask first`, flag.probe),
        ...detail(say`why`, flag.why),
        ...detail(say`seen`, seen && evidenceText(seen.evidence)),
      ],
      least: 1,
      rank: 1 + Math.abs(at - chosen),
      ...(isChosen ? { paint: style.strong } : {}),
    };
  });
  return stack(blocks, size, theme);
}
