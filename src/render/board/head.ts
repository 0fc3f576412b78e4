import type { Cell, DimensionPlace, ReviewPlace, Scene, SceneClock } from '../../core/board/scene.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { spaces, widthOf } from '../text/text.js';
import { cut, safeText, spread, type Theme } from './look.js';

/** Who is interviewed for what, and how much time is left. */
export function topLine(scene: Scene, theme: Theme, columns: number): TerminalText {
  const { between } = theme.glyphs;
  const clock = clockWords(scene.clock, theme);
  const isLate = scene.clock.over > 0;
  if (scene.place.type === 'private') return say`${spaces(columns - widthOf(clock))}${cut(clock, columns, theme)}`;
  const names = [
    ...(scene.place.type === 'review' ? [say`Review`] : []),
    ...(scene.isAmendment ? [say`Amendment`] : []),
    safeText(scene.candidate, theme),
    safeText(scene.title, theme),
  ];
  const line = spread(names.join(between), columns < 30 ? say`` : clock, { columns, theme });
  return isLate ? theme.style.warning(theme.style.title(line)) : theme.style.title(line);
}

function clockWords({ left, over, spent, isStopped }: SceneClock, { glyphs }: Theme): TerminalText {
  const words = over > 0 ? say`${over} min over` : left === undefined ? say`${spent} min spent` : say`${left} min left`;
  return isStopped ? say`stopped${glyphs.between}${words}` : words;
}

/** What every dimension got, the one at hand in brackets; how many are left. */
export function cellLine(scene: Scene, theme: Theme, columns: number): TerminalText {
  const { glyphs } = theme;
  const right = say`${glyphs.flag}${scene.flags}`;
  const words =
    scene.place.type === 'review'
      ? say`asked ${scene.place.asked.count} of ${scene.place.asked.of}`
      : toGoWords(scene, theme);
  const cells = scene.cells.map((cell) => cellSign(cell, theme));
  const room = columns - widthOf(right) - 1;
  const all = say`${cells.join('')}  ${words}`;
  if (widthOf(all) <= room) return spread(all, right, { columns, theme });
  const here = Math.max(
    0,
    scene.cells.findIndex(({ isHere }) => isHere),
  );
  let from = 0;
  while (from < here && widthOf(cells.slice(from, here + 1).join('')) > room) from += 1;
  return spread(cells.slice(from).join(''), right, { columns, theme });
}

function toGoWords({ toGo }: Scene, { glyphs }: Theme): TerminalText {
  const each =
    toGo.minutesEach === undefined || toGo.dimensions === 0
      ? say``
      : say`${glyphs.between}${toGo.minutesEach} min each`;
  return say`${toGo.dimensions} to go${each}`;
}

function cellSign(cell: Cell, { glyphs }: Theme): TerminalText {
  const signs = { 'not-assessed': glyphs.notAssessed, 'not-applicable': glyphs.notApplicable, open: glyphs.open };
  const sign = cell.state === 'rated' ? say`${cell.rating ?? 0}` : signs[cell.state];
  return cell.isHere ? say`[${sign}]` : say` ${sign} `;
}

/** The dimension at hand, how much was noted on it, where in its questions one is. */
export function dimensionLine(place: DimensionPlace, theme: Theme, columns: number): TerminalText {
  const { glyphs } = theme;
  const { number, of, minutes } = place.question;
  const name = say`${place.number}. ${safeText(place.name, theme)}`;
  const notes = place.notes.length > 0 ? say`${glyphs.note}${place.notes.length}   ` : say``;
  const time = minutes === undefined ? say`` : say`${glyphs.between}${minutes} min`;
  const optional = place.isOptional && columns >= 80 ? say`optional   ` : say``;
  const right =
    columns < 50
      ? say`${notes.trimEnd()} Q${number}/${of}`.trimStart()
      : say`${optional}${notes}Q${number} of ${of}${time}`;
  return theme.style.strong(spread(name, right, { columns, theme }));
}

/** What the review says of its gaps, in one line or several. */
export function gapWords({ gaps }: ReviewPlace, { glyphs }: Theme): string {
  return gaps.join(glyphs.between);
}
