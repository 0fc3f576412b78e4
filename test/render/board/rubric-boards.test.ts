import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Scene } from '../../../src/core/board/scene.js';
import { nextQuestion } from '../../../src/core/rubric/core-questions.js';
import { ratingsOf } from '../../../src/core/rubric/scale.js';
import { clean, say } from '../../../src/core/text/safe-text.js';
import { findRubric } from '../../../src/io/rubrics/rubric-library.js';
import { layout } from '../../../src/render/board/layout.js';
import { unicodeGlyphs } from '../../../src/render/text/glyphs.js';
import { plainStyle } from '../../../src/render/text/style.js';
import { wrap } from '../../../src/render/text/text.js';
import { createFakeHost, HOME } from '../../support/fake-host.js';
import { dimensionPlace, firstProbes, type SceneParts, sceneOf } from '../../support/scenes.js';

const ROLES = readdirSync(join(HOME, 'rubrics')).flatMap((name) => /^([a-z-]+)\.yaml$/.exec(name)?.[1] ?? []);
const NOTES = [
  { at: '14:03', text: 'mttr 90 → 35 min in a year, names what she would do differently' },
  { at: '14:04', text: '"5 whys" was theatre: now two pages, one owner, one date' },
];
const MESSAGE = 'noted on 3 Operations (2)';

/** What stands on the board, with its line breaks taken for spaces. */
function screen(scene: Scene, columns = 80, rows = 24): string {
  const { lines } = layout(scene, { glyphs: unicodeGlyphs, style: plainStyle }, { columns, rows });
  return lines.join(' ').replace(/\s+/g, ' ');
}

describe.each(ROLES)('the board of %s at 80 x 24', (role) => {
  const { rubric } = findRubric(role, createFakeHost({ cwd: HOME }), {});
  const questions = rubric.dimensions.flatMap((dimension, at) =>
    dimension.questions.map((_question, question) => [`${dimension.id} Q${question + 1}`, at, question] as const),
  );
  const place = (parts: SceneParts) => dimensionPlace(rubric, parts);

  test.each(questions)(
    '%s: the question, its two probes and five short anchors, uncut, beside two notes',
    (_name, at, question) => {
      for (const notes of [[], NOTES]) {
        const shown = place({ at, question, notes });
        const text = screen(sceneOf(shown, { message: MESSAGE }));
        const shorts = shown.anchors.map(({ short }) => short);
        for (const words of [shown.ask, ...firstProbes(shown), ...shorts, ...notes.map((note) => note.text)]) {
          expect(text).toContain(words);
        }
      }
    },
  );

  test.each(rubric.dimensions.map(({ id }, at) => [id, at] as const))(
    '%s: each anchor in full before it is given and after, with question, probes, the other anchors and a note',
    (_id, at) => {
      const question = nextQuestion(rubric.dimensions[at]?.questions ?? [], []);
      for (const rating of ratingsOf(rubric.scale)) {
        for (const parts of [{ previewed: rating }, { justGiven: rating }]) {
          const shown = place({ at, question, notes: NOTES.slice(1), ...parts });
          const text = screen(sceneOf(shown, { message: MESSAGE }));
          const shorts = shown.anchors.filter((anchor) => anchor.rating !== rating).map(({ short }) => short);
          const full = shown.anchors.find((anchor) => anchor.rating === rating)?.text ?? '';
          for (const words of [shown.ask, ...firstProbes(shown), ...shorts, full, NOTES[1]?.text ?? '']) {
            expect(text).toContain(words);
          }
        }
      }
    },
  );

  test('and at 60 x 20 no question is cut, and no anchor before it is given', () => {
    for (const [, at, question] of questions) {
      for (const previewed of ratingsOf(rubric.scale)) {
        const shown = place({ at, question, notes: NOTES, previewed });
        const text = screen(sceneOf(shown, { message: MESSAGE }), 60, 20);
        expect(text).toContain(shown.ask);
        expect(text).toContain(shown.anchors.find(({ isPreviewed }) => isPreviewed)?.text);
      }
    }
  });

  test.each([
    [20, 7],
    [20, 9],
    [26, 7],
    [40, 8],
  ])('and at %i x %i no question is cut that fits above the line', (columns, rows) => {
    for (const [, at, question] of questions) {
      const shown = place({ at, question, notes: NOTES });
      const alone = wrap(say`Q${question + 1} ${clean(shown.ask)}`, columns).length;
      if (alone >= rows) continue;
      for (const message of [undefined, MESSAGE]) {
        expect(screen(sceneOf(shown, { message }), columns, rows)).toContain(shown.ask);
      }
    }
  });

  test('and at 120 x 40 all of it is there', () => {
    for (const [, at, question] of questions) {
      const shown = place({ at, question, notes: NOTES });
      const lines = layout(
        sceneOf(shown, { message: MESSAGE }),
        { glyphs: unicodeGlyphs, style: plainStyle },
        { columns: 120, rows: 40 },
      ).lines;
      const left = lines
        .map((line) => line.slice(0, 62))
        .join(' ')
        .replace(/\s+/g, ' ');
      for (const words of [shown.ask, ...shown.probes, ...NOTES.map((note) => note.text)])
        expect(left).toContain(words);
    }
  });
});
