import type { NoteLine, ReviewedDimension, ReviewPlace } from '../../core/board/scene.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { spaces, widthOf } from '../text/text.js';
import type { Body } from './dimension-place.js';
import { pane, told } from './fit.js';
import { gapWords } from './head.js';
import { type Size, safeText, signOf, type Theme } from './look.js';
import { overlayLines } from './overlay.js';

interface Shown {
  readonly theme: Theme;
  readonly columns: number;
}

/** The review: what is missing, the verdict, and all that was noted. Of the score, nothing before the verdict. */
export function reviewBody(
  place: ReviewPlace,
  head: readonly TerminalText[],
  { theme, columns, rows }: { theme: Theme } & Size,
): Body {
  const shown = { theme, columns };
  const top = [...gapLines(place, shown), ...verdictLines(place, shown), say``];
  const told = notedLines(place, shown);
  const { overlay } = place;
  const room = Math.max(0, rows - head.length);
  // What takes more than half of the screen is scrolled with the rest.
  const isFixed = top.length <= room / 2;
  const fixed = [...head.slice(Math.max(0, head.length - rows)), ...(isFixed ? top : [])];
  const all = overlay ? overlayLines(overlay, theme, { columns, rows: room }) : isFixed ? told : [...top, ...told];
  const { lines, scroll } = pane(all, overlay?.offset ?? place.offset, { rows: rows - fixed.length, columns, theme });
  const filler = Array.from({ length: Math.max(0, rows - fixed.length - lines.length) }, () => say``);
  return { lines: overlay ? [...fixed, ...filler, ...lines] : [...fixed, ...lines, ...filler], scroll };
}

function gapLines(place: ReviewPlace, shown: Shown): readonly TerminalText[] {
  if (place.gaps.length === 0) return [];
  return told(say`Gaps: `, gapWords(place, shown.theme), shown).map((line) => shown.theme.style.warning(line));
}

function verdictLines({ verdict, result }: ReviewPlace, shown: Shown): readonly TerminalText[] {
  const { style, glyphs } = shown.theme;
  if (!verdict || !result) {
    const words = ['strong yes', 'yes', 'no', 'strong no', 'undecided'].join(glyphs.between);
    return [
      ...told(say``, 'Your verdict comes before the score. First why, in your words; then one of', shown),
      ...told(say`  `, words, shown).map((line) => style.strong(line)),
    ];
  }
  const said = [`Your verdict: ${verdict.is}`, result.score, `rubric: ${result.recommendation}`].join(glyphs.between);
  return [
    ...told(say``, said, shown).map((line) => style.strong(line)),
    ...result.reasons.flatMap((reason) => told(say`because `, reason, shown)),
    ...(result.differs
      ? told(say`  `, 'They differ: say why in words, if you have not.', shown).map((line) => style.warning(line))
      : []),
  ];
}

function notedLines(place: ReviewPlace, shown: Shown): readonly TerminalText[] {
  const { verdict, whole, flags, dimensions } = place;
  const why = verdict?.reason === undefined ? [] : told(say`    why: `, verdict.reason, shown);
  const general = [
    ...why,
    ...whole.flatMap((note) => indented(note, shown)),
    ...flags.flatMap((flag) => flagLines(flag, shown)),
  ];
  return [
    ...(general.length > 0
      ? [
          ...told(say`/0 `, 'The interview as a whole', shown).map((line) => shown.theme.style.strong(line)),
          ...general,
          say``,
        ]
      : []),
    ...dimensions.flatMap((dimension) => dimensionLines(dimension, shown)),
  ];
}

function dimensionLines(dimension: ReviewedDimension, shown: Shown): readonly TerminalText[] {
  const { theme } = shown;
  const label = say`/${dimension.number} ${signOf(dimension.rating, theme)}${spaces(2)}`;
  const weight = dimension.weight === undefined ? say`` : say`  ${dimension.weight}%`;
  const name = told(label, dimension.name, { ...shown, columns: shown.columns - widthOf(weight) });
  const reason = dimension.reason === undefined ? [] : told(say`    not assessed: `, dimension.reason, shown);
  return [
    ...name.map((line, at) => theme.style.strong(say`${line}${at === 0 ? weight : say``}`)),
    ...reason,
    ...dimension.notes.flatMap((note) => indented(note, shown)),
    ...dimension.flags.flatMap((flag) => flagLines(flag, shown)),
  ];
}

function indented(note: NoteLine, shown: Shown): readonly TerminalText[] {
  const { glyphs } = shown.theme;
  const time = note.at === '' ? say`` : say`${safeText(note.at, shown.theme)} `;
  const text = note.flag ? `${note.flag}: ${note.text}` : note.text;
  return told(say`    ${note.flag === undefined ? glyphs.note : glyphs.flag} ${time}`, text, shown);
}

function flagLines({ flag, text }: NoteLine, shown: Shown): readonly TerminalText[] {
  const { glyphs, style } = shown.theme;
  const words = [flag, text].filter(Boolean).join(': ');
  return told(say`      ${glyphs.flag} `, words, shown).map((line) => style.warning(line));
}
