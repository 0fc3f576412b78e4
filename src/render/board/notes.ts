import type { NoteLine } from '../../core/board/scene.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import type { Shown } from './anchors.js';
import { type Room, shorten, told } from './fit.js';
import { safeText, type Theme } from './look.js';

/** More notes than this show on no terminal. */
const MOST_NOTES = 100;

/** Notes, the newest last, each whole; but of the newest at least its beginning. */
export function createNotes({ place, theme, columns }: Shown, room: Room) {
  // Each takes a row at least.
  const told = place.notes.slice(-MOST_NOTES).map((note) => noteLines(note, theme, columns));
  if (place.reason !== undefined) told.push(reasonLines(place.reason, theme, columns));
  const shown: (readonly TerminalText[])[] = [];
  let isWhole = false;
  return {
    newest: () => {
      const lines = told.at(-1);
      if (!lines || room.left === 0) return;
      shown.push(room.some(shorten(lines, 1, { columns, theme })));
      isWhole = lines.length === 1;
    },
    complete: () => {
      const lines = told.at(-1) ?? [];
      if (shown.length === 0 || isWhole || room.left < lines.length - 1) return;
      room.some(lines.slice(1));
      shown[0] = lines;
      isWhole = true;
    },
    show: (most: number) => {
      while (isWhole && shown.length < Math.min(most, told.length)) {
        const lines = room.whole(told.at(-1 - shown.length) ?? []);
        if (lines.length === 0) return;
        shown.unshift(lines);
      }
    },
    lines: () => shown.flat(),
  };
}

function noteLines(note: NoteLine, theme: Theme, columns: number): readonly TerminalText[] {
  const { glyphs } = theme;
  const sign = note.flag === undefined ? glyphs.note : glyphs.flag;
  const time = note.at === '' ? say`` : say`${safeText(note.at, theme)} `;
  const text = note.flag ? `${note.flag}: ${note.text}` : note.text;
  return told(say`${sign} ${time}`, text, { columns, theme });
}

function reasonLines(reason: string, theme: Theme, columns: number): readonly TerminalText[] {
  return told(say`${theme.glyphs.notAssessed} not assessed: `, reason, { columns, theme });
}
