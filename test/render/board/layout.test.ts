import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Overlay, ReviewPlace, Scene } from '../../../src/core/board/scene.js';
import { findRubric } from '../../../src/io/rubrics/rubric-library.js';
import { layout } from '../../../src/render/board/layout.js';
import { asciiGlyphs, unicodeGlyphs } from '../../../src/render/text/glyphs.js';
import { createStyle, plainStyle } from '../../../src/render/text/style.js';
import { widthOf } from '../../../src/render/text/text.js';
import { createFakeHost, HOME } from '../../support/fake-host.js';
import { cellsOf, dimensionPlace, type SceneParts, sceneOf } from '../../support/scenes.js';

const { rubric } = findRubric('head-infra', createFakeHost({ cwd: HOME }), {});
const look = { glyphs: unicodeGlyphs, style: plainStyle };

const NOTES = [
  { at: '14:03', text: 'mttr 90 → 35 min in a year, names what she would do differently' },
  { at: '14:04', text: '"5 whys" was theatre: now two pages, one owner, one date' },
];

const NOTED = 'noted on 3 Operations (2)';

/** The board of the design's screens: the third dimension, with two notes. */
function operations(parts: SceneParts = {}, more: Parameters<typeof sceneOf>[1] = {}): Scene {
  return sceneOf(dimensionPlace(rubric, { at: 2, notes: NOTES, ...parts }), { message: NOTED, ...more });
}

const PREVIEW = {
  line: { text: '4' },
  hint: 'Enter rates 3 Operations 4 · type on and it is a note',
  shortHint: 'Enter rates 3 Operations 4 · type on and it is a note',
};

const NAMES = rubric.dimensions.map(({ name }) => name);

const COMMANDS: Overlay = {
  title: undefined,
  columns: 2,
  offset: 0,
  rows: [
    ...NAMES.map((name, at) => ({ key: `/${at + 1}`, mark: '34······'[at] ?? '', text: name })),
    ...[
      ['/ask', 'the questions here'],
      ['/flag', 'a red flag; words: what was seen'],
      ['/skip', 'not assessed; words: why'],
      ['/na', 'does not apply'],
      ['/undo', 'take the last thing back'],
      ['/time', 'stop, start the clock'],
      ['/private', 'the question alone'],
      ['/review', 'notes, verdict, seal'],
      ['/next', 'the next question (Tab)'],
      ['/help', 'all of this'],
      ['/quit', 'keep everything, leave'],
    ].map(([key = '', text = '']) => ({ key, mark: '', text })),
  ],
};

const note = (at: string, text: string) => ({ at, text });

const REVIEW: ReviewPlace = {
  type: 'review',
  gaps: ['7 rated 3 without a note', '8 not assessed'],
  asked: { count: 7, of: 13 },
  verdict: undefined,
  result: undefined,
  dimensions: [
    [
      '3',
      note('14:02', 'two regions, one identity provider'),
      note('14:03', 'lost 40 min of writes in march, says how much'),
    ],
    ['4', note('14:04', 'self-service db in 20 minutes, was 4 days')],
    ['4', ...NOTES],
    ['4', note('14:07', 'slo 99.95 dropped to 99.9, says why')],
    ['1', note('14:08', 'shared root key until 2023, "fine at our size"')],
    ['3'],
    ['3'],
    ['–'],
  ].map(([rating, ...notes], at) => ({
    number: at + 1,
    rating: rating as string,
    name: NAMES[at] ?? '',
    weight: rubric.dimensions[at]?.weight,
    reason: undefined,
    notes: notes as never,
    flags:
      at === 4
        ? [{ at: '', flag: 'unsafe-access-defended', text: 'shared root key until 2023, "fine at our size"' }]
        : [],
  })),
  flags: [],
  whole: [],
  offset: 0,
  overlay: undefined,
};

const REVEALED: ReviewPlace = {
  ...REVIEW,
  verdict: { is: 'yes', reason: undefined },
  result: {
    score: 'score 3.18 of 5, covered 85%',
    recommendation: 'no',
    reasons: ['5 is rated 1, below its minimum of 2: at most no', 'of ⚑ unsafe-access-defended (stop): at most no'],
    differs: true,
  },
  whole: [note('14:31', 'strong on outages, weak on access; a security lead beside her would do')],
};

const review = (place: ReviewPlace, more: Parameters<typeof sceneOf>[1] = {}) =>
  sceneOf(place, {
    clock: { left: undefined, over: 2, spent: 47, isStopped: false },
    cells: cellsOf('3444133–'),
    flags: 1,
    hint: 'Words say why · a verdict word alone decides · /5 goes to 5 · PgDn',
    shortHint: 'Words say why · a verdict word decides',
    line: { label: 'verdict', shortLabel: 'verdict' },
    ...more,
  });

const FIRST_MINUTE = sceneOf(dimensionPlace(rubric), {
  clock: { left: 45, over: 0, spent: 0, isStopped: false },
  cells: cellsOf('········', 0),
  toGo: { dimensions: 8, minutesEach: 5 },
  line: { label: '1 Architecture', shortLabel: '1' },
});

const SCREENS: readonly (readonly [string, Scene, { readonly columns: number; readonly rows: number }])[] = [
  ['the first minute', FIRST_MINUTE, { columns: 80, rows: 24 }],
  ['listening', operations(), { columns: 80, rows: 24 }],
  ['a rating before Enter', operations({ previewed: 4 }, PREVIEW), { columns: 80, rows: 24 }],
  [
    'a rating given',
    operations({ justGiven: 4 }, { message: 'rated 4: 3 Operations · Tab: Q2', cells: cellsOf('344·····', 2) }),
    { columns: 80, rows: 24 },
  ],
  ['the list of commands', operations({ overlay: COMMANDS }, { line: { text: '/' } }), { columns: 80, rows: 24 }],
  [
    'a note that is mended',
    operations({}, { line: { label: 'mend', shortLabel: 'mend', text: NOTES[1]?.text ?? '' } }),
    { columns: 80, rows: 24 },
  ],
  ['the review', review(REVIEW), { columns: 80, rows: 24 }],
  [
    'the review with the verdict',
    review(REVEALED, { message: 'verdict: yes · /submit seals' }),
    { columns: 80, rows: 24 },
  ],
  [
    'private',
    sceneOf(
      {
        type: 'private',
        ask: operations().place.type === 'dimension' ? dimensionPlace(rubric, { at: 2 }).ask : '',
        notes: 2,
        overlay: undefined,
      },
      { line: { text: 'what was said', isHidden: true } },
    ),
    { columns: 80, rows: 24 },
  ],
  ['listening at 60 x 20', operations(), { columns: 60, rows: 20 }],
  ['a rating before Enter at 60 x 20', operations({ previewed: 4 }, PREVIEW), { columns: 60, rows: 20 }],
  ['a rating before Enter at 120 x 40', operations({ previewed: 4 }, PREVIEW), { columns: 120, rows: 40 }],
  ['listening at 40 x 12', operations(), { columns: 40, rows: 12 }],
  ['a rating before Enter at 40 x 12', operations({ previewed: 4 }, PREVIEW), { columns: 40, rows: 12 }],
  ['listening at 20 x 7', operations(), { columns: 20, rows: 7 }],
  ['the review at 40 x 12', review(REVIEW), { columns: 40, rows: 12 }],
];

describe('the screen', () => {
  test.each(SCREENS)('%s', async (name, scene, size) => {
    const { lines, cursor } = layout(scene, look, size);
    expect(lines).toHaveLength(size.rows);
    const at = `cursor at row ${cursor.row}, column ${cursor.column}`;
    const shown = lines.map((line) => line.trimEnd()).join('\n');
    await expect(`${shown}\n(${at})\n`).toMatchFileSnapshot(`screens/${name.replaceAll(' ', '-')}.txt`);
  });
});

describe('the rank', () => {
  const shown = (scene: Scene, columns: number, rows: number) => layout(scene, look, { columns, rows }).lines;

  test('puts the line and the hint last, and nothing moves them', () => {
    for (const text of ['', '4', '/', '/f ', 'mend']) {
      for (const [columns, rows] of [
        [80, 24],
        [60, 20],
        [40, 12],
        [20, 7],
      ] as const) {
        const scene = operations(text === '4' ? { previewed: 4 } : {}, { line: { text } });
        expect(layout(scene, look, { columns, rows }).cursor.row).toBe(rows - 2);
      }
    }
  });

  test('gives a question that fits above the line all its rows, before message, hint and rule', () => {
    for (const message of [undefined, NOTED]) {
      const place = dimensionPlace(rubric, { at: 2, notes: NOTES });
      const lines = shown(
        sceneOf({ ...place, ask: 'Which outage did you lead, and what did you change after it?' }, { message }),
        20,
        6,
      );
      expect(lines.slice(0, 4).join(' ').replace(/ +/g, ' ')).toContain('what did you change after it?');
      expect(lines[4]).toMatch(/^3 ›/);
      // The one row that is left says what is new.
      expect(lines[5]).toBe(message === undefined ? 'Enter notes · a num…' : 'noted on 3…');
    }
  });

  test('leaves no rows blank while there is more to listen for, and says where the rest is', () => {
    const place = dimensionPlace(rubric, { at: 2, notes: NOTES });
    const whole = place.listenFor.length;
    const text = (rows: number) => shown(sceneOf(place), 100, rows).join('\n');
    expect(text(60)).not.toContain('more: /ask');
    for (let rows = 24; rows <= 40; rows += 1) {
      const [, hidden] = /… (\d+) more: \/ask/.exec(text(rows)) ?? [];
      const blank = /\n\n\n\n\n\n/.test(text(rows));
      if (hidden !== undefined) expect([Number(hidden) < whole, blank]).toEqual([true, false]);
    }
    expect(text(27)).toMatch(/Listen for\n {3}· .*(\n.*)*\n {3}… \d more: \/ask/);
  });

  test('gives a list one column where two would cut it and there are rows enough', () => {
    const list = (columns: number, rows: number): string =>
      shown(operations({ overlay: COMMANDS }, { line: { text: '/' } }), columns, rows).join('\n');
    expect(list(80, 24)).toContain('Infrastructure architecture & cl…');
    for (const columns of [80, 120]) {
      expect(list(columns, 40)).not.toMatch(/^ \/.*…/m);
      expect(list(columns, 40)).toContain('Infrastructure architecture & cloud depth');
    }
  });

  test('in ASCII tells a dimension that is open from one that was left out', () => {
    const place = {
      ...REVIEW,
      dimensions: REVIEW.dimensions.map((one, at) => (at === 6 ? { ...one, rating: '·' } : one)),
    };
    const lines = layout(review(place), { glyphs: asciiGlyphs, style: plainStyle }, { columns: 80, rows: 60 }).lines;
    expect(lines.filter((line) => /^\/[78]/.test(line)).map((line) => line.slice(0, 4))).toEqual(['/7 .', '/8 -']);
  });

  test('lets the line grow to four rows, and shows those around the cursor', () => {
    const text = 'a word and '.repeat(60);
    const long = shown(operations({}, { line: { text } }), 80, 24);
    expect(long.slice(-5, -1).every((line) => /a word and/.test(line))).toBe(true);
    expect(long[18]).toMatch(/^─+$/);
    expect(long[19]).toMatch(/^3 Operations … /);
    const start = layout(operations({}, { line: { text, cursor: 0 } }), look, { columns: 80, rows: 24 });
    expect(start.lines[19]).toMatch(/^3 Operations › a word/);
    expect(start.cursor).toEqual({ row: 19, column: 15 });
  });

  test('fills a line of one row with what stands before the cursor', () => {
    const scene = operations({}, { line: { text: 'half a note here, and more' } });
    expect(layout(scene, look, { columns: 20, rows: 7 })).toMatchObject({ cursor: { row: 5 } });
    expect(shown(scene, 20, 7)[5]).toBe('3 …  here, and more');
  });

  test('shows a list that was asked for on a small terminal too', () => {
    const lines = shown(operations({ overlay: COMMANDS }, { line: { text: '/' } }), 20, 7);
    expect(lines.join('\n')).toMatch(/ \/1 3 Infra.*\n.*\n….*more lines/);
  });

  test('shows the line breaks of a paste, and dots where nobody should read', () => {
    expect(shown(operations({}, { line: { text: 'one\ntwo  three ' } }), 80, 24).at(-2)).toBe(
      '3 Operations › one ⏎ two  three ',
    );
    expect(shown(operations({}, { line: { text: '很e\u0301', isHidden: true } }), 80, 24).at(-2)).toBe(
      '3 Operations › ••',
    );
  });

  test('gives the newest note at least its beginning, and older ones only whole', () => {
    const notes = [note('14:01', 'first'), note('14:02', 'second '.repeat(30)), note('14:03', 'third '.repeat(60))];
    const lines = shown(operations({ notes }), 60, 20);
    expect(lines.filter((line) => /third/.test(line))).toHaveLength(1);
    expect(lines.find((line) => /third/.test(line))).toMatch(/…$/);
    expect(lines.join('')).not.toContain('second');
    const more = shown(operations({ notes: [note('14:01', 'first'), note('14:02', 'second')] }), 80, 24).join('\n');
    expect(more).toMatch(/first\n.*second\nnoted/);
  });

  test('says why a dimension is not assessed', () => {
    const place = { ...dimensionPlace(rubric, { at: 2 }), reason: 'ran out of time' };
    expect(shown(sceneOf(place), 80, 24).join('\n')).toContain('– not assessed: ran out of time');
  });

  test('keeps the beginning of an anchor that has no short form', () => {
    const place = dimensionPlace(rubric, { at: 2 });
    const anchors = place.anchors.map((anchor) => ({ ...anchor, short: anchor.text }));
    const lines = shown(sceneOf({ ...place, anchors }), 80, 24);
    for (const rating of [1, 2, 3, 4, 5])
      expect(lines.filter((line) => line.startsWith(`   ${rating} `))).toHaveLength(1);
    expect(lines.find((line) => line.startsWith('   3'))).toMatch(/…\s+← the bar$/);
  });

  test('scrolls a list by lines, no further than to its end, and says how far that is', () => {
    const rows = rubric.dimensions[2] ? dimensionPlace(rubric, { at: 2 }).anchors : [];
    const sheet = (offset: number): Overlay => ({
      title: 'Operations',
      columns: 1,
      offset,
      rows: [...rows, ...rows].map(({ rating, text }) => ({ key: `${rating}`, mark: '', text })),
    });
    const first = layout(operations({ overlay: sheet(0) }), look, { columns: 80, rows: 24 });
    expect(first.lines.join('\n')).toMatch(/… \d+ more lines: PgDn/);
    const end = layout(operations({ overlay: sheet(999) }), look, { columns: 80, rows: 24 });
    expect(end.scroll?.offset).toBe(first.scroll?.last);
    expect(end.lines.join('\n')).toMatch(/ 1 After the probes[^1]*the end: PgUp/);
    expect(end.lines.join('\n')).not.toMatch(/more lines/);
  });

  test('tells of what could not be written', () => {
    expect(shown(operations({}, { failure: 'the disk is full' }), 80, 24).at(-5)).toBe(
      'Not on disk: the disk is full. Kept here, tried again every second',
    );
  });

  test('says nothing of the score before the verdict', () => {
    const lines = shown(review({ ...REVEALED, verdict: undefined }), 80, 24).join('\n');
    expect(lines).not.toContain('3.18');
    expect(lines).not.toContain('because');
  });

  test('draws a note and a line of three megabytes as fast as any', () => {
    const text = 'x y'.repeat(1_000_000);
    const started = performance.now();
    shown(operations({ notes: [note('14:01', text)] }, { line: { text } }), 200, 60);
    shown(review({ ...REVIEW, whole: [note('14:01', text)] }), 80, 24);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('whatever is on it', () => {
  const words = fc.oneof(
    fc.constantFrom(
      '',
      'Ada Example',
      '山田 太郎 '.repeat(9),
      'Zoe\u0308 👩‍👩‍👧 🇩🇪 ❤️',
      'עדי\u202e דוגמה',
      'a'.repeat(300),
      '\u001b[31mred\n',
    ),
    fc.lorem({ maxCount: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );
  const notes = fc.array(
    fc
      .record({ at: fc.constantFrom('', '14:03'), text: words }, { requiredKeys: ['at', 'text'] })
      .chain((one) => fc.constantFrom(one, { ...one, flag: '' }, { ...one, flag: 'blames-a-person' })),
    { maxLength: 5 },
  );
  const overlay: fc.Arbitrary<Overlay | undefined> = fc.option(
    fc.record({
      title: fc.option(words, { nil: undefined }),
      columns: fc.constantFrom(1 as const, 2 as const),
      offset: fc.integer({ min: 0, max: 80 }),
      rows: fc.array(
        fc.record({ key: fc.constantFrom('/1', '/private', '12'), mark: fc.constantFrom('', '4', '✓'), text: words }),
        {
          maxLength: 20,
        },
      ),
    }),
    { nil: undefined, freq: 2 },
  );
  const dimension = fc
    .record({
      name: words,
      ask: words,
      probes: fc.array(words, { maxLength: 5 }),
      listenFor: fc.array(words, { maxLength: 5 }),
      notes,
      overlay,
      reason: fc.option(words, { nil: undefined }),
      texts: fc.array(words, { minLength: 5, maxLength: 5 }),
      previewed: fc.integer({ min: 0, max: 5 }),
      given: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ texts, previewed, given, ...parts }) => {
      const place = dimensionPlace(rubric, { previewed, justGiven: given });
      const anchors = place.anchors.map((anchor, at) => ({
        ...anchor,
        short: texts[at] ?? '',
        text: (texts[at] ?? '').repeat(2),
      }));
      return { ...place, ...parts, anchors };
    });
  const reviewed = fc
    .record({
      notes,
      whole: notes,
      overlay,
      offset: fc.integer({ min: 0, max: 200 }),
      gaps: fc.array(words, { maxLength: 3 }),
      reason: words,
    })
    .chain(({ notes, reason, ...parts }) =>
      fc.constantFrom(REVIEW, REVEALED).map((place) => ({
        ...place,
        ...parts,
        dimensions: place.dimensions.map((one) => ({ ...one, notes, reason, name: `${one.name} ${reason}` })),
      })),
    );
  const hidden = fc.record({ type: fc.constant('private' as const), ask: words, notes: fc.nat(9), overlay });
  const scene = fc
    .record({
      place: fc.oneof(dimension, reviewed, hidden),
      candidate: words,
      title: words,
      message: fc.option(words, { nil: undefined }),
      failure: fc.option(words, { nil: undefined }),
      hint: words,
      label: words,
      text: words,
      cursor: fc.double({ min: 0, max: 1, noNaN: true }),
      isHidden: fc.boolean(),
      cells: fc.constantFrom('34··–', '', '·'.repeat(20), '4'.repeat(40)),
    })
    .map(({ place, label, text, cursor, isHidden, cells, hint, ...parts }) =>
      sceneOf(place as never, {
        ...parts,
        hint,
        shortHint: hint,
        cells: cellsOf(cells, cells.length - 1),
        line: { label, shortLabel: label, text, cursor: Math.round(cursor * text.length), isHidden },
      }),
    );

  test.each([
    ['unicode', unicodeGlyphs, true],
    ['ascii', asciiGlyphs, false],
  ])(
    'it has as many lines as the terminal, none wider, no control in them, the cursor on the line (%s)',
    (_name, glyphs, hasColours) => {
      const theme = { glyphs, style: createStyle(hasColours) };
      fc.assert(
        fc.property(
          scene,
          fc.integer({ min: 20, max: 200 }),
          fc.integer({ min: 7, max: 60 }),
          (scene, columns, rows) => {
            const { lines, cursor } = layout(scene, theme, { columns, rows });
            expect(lines).toHaveLength(rows);
            expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns);
            for (const line of lines) {
              expect(line.replace(/\u001b\[\d+m/g, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
            }
            expect(cursor.row).toBeLessThan(rows);
            expect(cursor.row).toBeGreaterThanOrEqual(rows - 5);
            expect(cursor.column).toBeLessThan(columns);
          },
        ),
        { numRuns: 400 },
      );
    },
  );

  test.each([20, 60, 80, 120])('in ASCII it has ASCII alone, at %i columns', (columns) => {
    const theme = { glyphs: asciiGlyphs, style: plainStyle };
    for (const [, scene, { rows }] of SCREENS) {
      expect(layout(scene, theme, { columns, rows }).lines.join('')).toMatch(/^[\u0020-\u007e]*$/);
    }
  });
});
