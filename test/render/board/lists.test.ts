import { expect, test } from 'vitest';
import { layoutBoard } from '../../../src/render/board/board.js';
import { asciiGlyphs } from '../../../src/render/text/glyphs.js';
import { plainStyle } from '../../../src/render/text/style.js';
import { createTestBoard } from '../../support/board.js';
import { createRubric } from '../../support/rubrics.js';

test('the key that the list shows for a dimension is the one that goes there, the 36th too', () => {
  const dimensions = Array.from({ length: 36 }, (_, at) => ({ id: `d${at}`, weight: at < 28 ? 3 : 2 }));
  const rubric = createRubric(dimensions);
  const theme = { glyphs: asciiGlyphs, style: plainStyle };
  const text = layoutBoard(createTestBoard(rubric).press('g').state, theme, { columns: 80, rows: 60 }).lines.join('\n');
  for (const [at, { id }] of dimensions.entries()) {
    const [, key = ''] = new RegExp(`(\\S+) +\\S +Dimension ${id}\\s*$`, 'm').exec(text) ?? [];
    expect([id, createTestBoard(rubric).press(`g${key}`).state.session.content.cursor]).toEqual([id, at]);
  }
});
