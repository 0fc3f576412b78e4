import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JUMP_KEYS } from '../../../src/core/interview/keys.js';
import { nextQuestion, probesOf } from '../../../src/core/rubric/core-questions.js';
import type { Dimension, Rubric } from '../../../src/core/rubric/rubric.js';
import { findRubric } from '../../../src/io/rubrics/rubric-library.js';
import { layoutBoard } from '../../../src/render/board/board.js';
import { unicodeGlyphs } from '../../../src/render/text/glyphs.js';
import { plainStyle } from '../../../src/render/text/style.js';
import { createTestBoard } from '../../support/board.js';
import { createFakeHost, HOME } from '../../support/fake-host.js';

const ROLES = readdirSync(join(HOME, 'rubrics')).flatMap((name) => /^([a-z-]+)\.yaml$/.exec(name)?.[1] ?? []);
const NOTE = 'Moved the database to another zone by night, with two people and a written rollback that was used once';

/** What stands on the board, with its line breaks taken for spaces. */
function screen(rubric: Rubric, keys: string): string {
  const { lines } = layoutBoard(
    createTestBoard(rubric).press(keys).state,
    { glyphs: unicodeGlyphs, style: plainStyle },
    { columns: 80, rows: 24 },
  );
  expect(lines).toHaveLength(24);
  return lines.join(' ').replace(/\s+/g, ' ');
}

function expectWhole(shown: string, { id, questions, anchors }: Dimension, position: number): void {
  const question = questions[position];
  const texts = [question?.ask ?? '', ...probesOf(question ?? { followUps: [] })];
  for (const text of [...texts, ...Object.values(anchors).map(({ short }) => short ?? `no short form in ${id}`)]) {
    expect(shown).toContain(text);
  }
}

describe.each(ROLES)('the board of %s at 80 x 24', (role) => {
  const { rubric } = findRubric(role, createFakeHost({ cwd: HOME }), {});
  const boards = rubric.dimensions.map((dimension, at) => [dimension.id, at] as const);

  test.each(boards)('%s: the next question, its two probes and all short anchors, uncut', (_id, at) => {
    const dimension = rubric.dimensions[at] as Dimension;
    const there = `g${JUMP_KEYS[at]}`;
    const first = nextQuestion(dimension.questions, []);
    expectWhole(screen(rubric, there), dimension, first);
    for (const { min, max } of [rubric.scale]) {
      for (let rating = min; rating <= max; rating += 1) {
        // With the rating goes its full text, with the note its last line.
        const shown = screen(rubric, `${there}n${NOTE}<return>${rating}${there}`);
        expectWhole(shown, dimension, first);
        expect(shown).toContain(dimension.anchors[rating]?.text);
        expect(shown).toContain(NOTE);
      }
    }
  });

  test('every other question and its probes too, once it is its turn', () => {
    for (const [at, dimension] of rubric.dimensions.entries()) {
      dimension.questions.forEach((_question, position) => {
        const shown = screen(rubric, `g${JUMP_KEYS[at]}${'<down>'.repeat(position)}`);
        const first = nextQuestion(dimension.questions, []);
        if (first === 0) expectWhole(shown, dimension, position);
      });
    }
  });
});
