import { AROUND_ZERO, createScaledRubric, readShipped, SMALL_RUBRIC } from './rubrics.js';

/** A table with the options it is scored with. */
export interface NastyTable {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly args: readonly string[];
}

const NINE = { min: 0, max: 9, bar: 5 } as const;
const SCALED = [
  { id: 'depth', weight: 12.5, minimum: 3 },
  { id: 'breadth', weight: 37.5 },
  { id: 'care', weight: 50, minimum: 4 },
] as const;

const RUBRICS = {
  'head-infra': readShipped('head-infra'),
  'lead-infra': readShipped('lead-infra'),
  'small.yaml': undefined,
  'nine.yaml': createScaledRubric(NINE, SCALED),
  'zero.yaml': createScaledRubric(AROUND_ZERO, [
    { id: 'depth', weight: 12.5, minimum: 1 },
    { id: 'breadth', weight: 37.5 },
    { id: 'care', weight: 50, minimum: 0 },
  ]),
} as const;

const RUBRIC_FILES = {
  'small.yaml': SMALL_RUBRIC,
  'nine.yaml': JSON.stringify(RUBRICS['nine.yaml']),
  'zero.yaml': JSON.stringify(RUBRICS['zero.yaml']),
};

interface Role {
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly requirements: readonly string[];
  /** The sessions of its plan, each with its dimensions. */
  readonly sessions: readonly { readonly id: string; readonly dimensions: readonly string[] }[];
  readonly flags: readonly string[];
  readonly ratings: readonly string[];
}

const rolesOf = (): readonly Role[] =>
  Object.entries(RUBRICS).map(([name, rubric]) => {
    if (!rubric) {
      return {
        name,
        dimensions: ['craft', 'talk'],
        requirements: ['years'],
        sessions: [],
        flags: ['hides', 'blames'],
        ratings: ['1', '2', '3', '4', '5'],
      };
    }
    const { min, max } = rubric.scale;
    return {
      name,
      dimensions: rubric.dimensions.map(({ id }) => id),
      requirements: rubric.requirements.map(({ id }) => id),
      sessions: rubric.sessions,
      flags: rubric.redFlags.map(({ id }) => id),
      ratings: Array.from({ length: max - min + 1 }, (_, at) => String(min + at)),
    };
  });
const ROLES = rolesOf();

const NAMES = [
  ...['Ada Example', 'J. Lee', 'A. Novak', 'M. Okafor', 'Nan', 'Sumi', 'Tess', "O'Neil Example", 'Max Example', 'Q'],
  ...['A name that is longer than sixteen bytes', 'Exactly sixteen!', 'Exactly fifteen', 'Exactly seventeen', 'x~}{'],
];
const NASTY_NAMES = [
  ...['Total', 'total', 'Average:', 'MEAN', 'max', 'n', 'Test Student', 'test', 'Grand Total', 'Median .', 'Out of'],
  ...[
    ' Ada Example',
    'Ada Example ',
    '=1+1',
    '@Ada',
    '-Ada',
    '+1',
    '-5',
    '＝Ada',
    "'Ada",
    '"Ada Example"',
    '"Lee, J."',
  ],
  ...[
    '"J. ""Jo"" Lee"',
    'Lee, J.',
    '"Ada\nExample"',
    '"Ada\r\nExample"',
    '"Ada\rExample"',
    'Ada "Jo" Lee',
    'R. Díaz',
    '山田太郎',
  ],
  ...[
    'ZoÃ« Example',
    'Zo\ufffd',
    '\u00a0Ada',
    'Ada\u202eExample',
    'Ada\u0001',
    'A\u007fda',
    'Ada\u007f',
    'Ada\tExample',
    'A\u0000da',
  ],
  ...[
    '',
    ' ',
    '\t',
    '"Ada" Example',
    '# heading',
    'Round 1:',
    `Ada ${'very '.repeat(80)}long`,
    '"Ada\u00ff"',
    'candidate',
  ],
];
const NASTY_RATINGS = [
  ...['0', '6', '9', '10', '2.5', '2,5', 'x', ' 3', '3 ', '"4"', '""', '"3"', 'n/a', 'N/A', '-', '=', '３', '٣', 'yes'],
  ...['3 - Meets the bar', '4/5', '44', '-1', '-2', '+2', '?', '\t', '\u0000', '\u0001', '"', '"4" ', "'4", '1-5', '½'],
];
const NASTY_CELLS = [
  ...[
    'yes',
    'no',
    'strong-yes',
    'maybe',
    'x',
    ' ',
    '""',
    '0',
    '1',
    '3',
    'n/a',
    'hides',
    'blames;hides',
    'none',
    'nonsense',
  ],
  ...[
    '2026-11-02',
    '03/04/2026',
    '2031-01-01',
    '1 May',
    'making',
    'all',
    'ada@example.com',
    'id-7',
    '=1',
    '\u0000',
    'é',
  ],
];
const NASTY_NOTES = [
  ...[
    '"two\nlines"',
    '"two\r\nlines"',
    '"two\rlines"',
    '"a ""word"" here"',
    '""',
    '""""',
    '"a" b',
    'a "quoted" word',
    'é',
  ],
  ...[
    '"é\nü"',
    '"\r"',
    '"\r\n"',
    '"\n\n\n"',
    'nul\u0000',
    '"nul\u0000"',
    ' "late"',
    '"a,b;c\td|e"',
    '"\r',
    '漢字',
    '"ends in CR\r"',
  ],
  ...[
    '"a very long quoted note with\na line end\r\nand another, and ""quotes"" in it"',
    '\u001b[31m',
    '"x""',
    "''",
    '"open',
  ],
];

/** Bytes that are not UTF-8, written over a mark that stands for them. */
const INVALID = '\ue000';

/** The same numbers for the same seed (mulberry32). */
function createRandom(seed: number) {
  let state = seed * 2_654_435_761;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const chance = (share: number): boolean => below(1_000_000) < share * 1_000_000;
  const shuffle = <T>(items: readonly T[]): readonly T[] =>
    items
      .map((item) => ({ item, order: below(1_000_000) }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);
  return { below, pick, chance, shuffle };
}

type Random = ReturnType<typeof createRandom>;

/** Makes a table of mostly plain rows with everything in it that tables go wrong by, and options to score it with. */
export function nastyTable(seed: number): NastyTable {
  const random = createRandom(seed);
  const { below, pick, chance } = random;
  // Where ratings are negative they have two bytes.
  const role = pick(chance(0.9) ? ROLES.slice(0, -1) : ROLES);
  const delimiter = chance(0.6) ? ',' : pick([',', ';', '\t', '|']);
  const nastiness = pick([0, 0.002, 0.005, 0.02, 0.1, 0.4]);
  const isLarge = chance(0.1);
  const isInvalid = chance(0.1);
  const tearing = pick([0, 0, 0.01, 0.04]);
  const session = chance(0.2) ? pick([...role.sessions, undefined]) : undefined;
  // What is rated beside its session costs a row.
  const columns = columnsOf(session && chance(0.8) ? { ...role, dimensions: session.dimensions } : role, random);
  const header = columns.map(({ name }) => name).join(delimiter);
  const end = pick(['\n', '\n', '\n', '\n', '\r\n', '\r\n', '\r\n', '\r', 'mixed', 'mixed']);
  const lineEnd = () => (end === 'mixed' ? pick(['\n', '\r\n', '\n', '\r']) : end);
  const cell = (kind: Kind): string => cellOf(kind, { role, random, nastiness, isLarge, isInvalid });
  // Ratings that come again, since only a result that is known is looked up.
  const profiles = Array.from({ length: pick([1, 4]) }, () =>
    columns.map(({ kind }) => (kind !== 'rating' ? undefined : chance(0.1) ? '' : pick(role.ratings))),
  );
  const torn = (cells: readonly string[], at: number) =>
    `${cells.slice(0, at).join(delimiter)}\n${cells.slice(at).join(delimiter)}`;
  const row = (): string => {
    const profile = chance(0.95) ? pick(profiles) : [];
    const cells = columns.map(({ kind }, at) => (chance(nastiness) ? undefined : profile[at]) ?? cell(kind));
    if (!chance(tearing)) return cells.join(delimiter);
    const labels = columns.map(({ kind }) => (kind === 'rating' ? '1-5' : '')).join(delimiter);
    const blanks = delimiter.repeat(columns.length - 1);
    return pick([
      ...['', ' ', blanks, `${blanks}${delimiter}`, header, 'Round 2', 'Totals', '#', '# a comment'],
      torn(cells, 1 + below(columns.length)),
      ...[labels, labels, labels],
      ...[cells.slice(0, -1).join(delimiter), cells.slice(0, 1 + below(columns.length)).join(delimiter)],
      ...[[...cells, ''].join(delimiter), [...cells, 'more'].join(delimiter), `${delimiter}${cells.join(delimiter)}`],
    ]);
  };
  const rows = Array.from({ length: pick([0, 1, 20, 200, 200, 200]) * (isLarge ? 4 : 1) }, () => row() + lineEnd());
  const text = `${chance(0.1) ? '\ufeff' : ''}${header}${lineEnd()}${rows.join('')}`;
  const whole = chance(0.2) ? text.replace(/[\r\n]+$/, '') : text;
  const args = [...optionsFor(role, random), ...(session ? ['--session', session.id] : [])];
  return { files: { ...RUBRIC_FILES, 'in.csv': bytesOf(whole, random) }, args };
}

function bytesOf(text: string, { chance }: Random): Uint8Array {
  if (chance(0.03)) return Buffer.from(text.startsWith('\ufeff') ? text : `\ufeff${text}`, 'utf16le');
  const bytes = Buffer.from(text);
  const mark = Buffer.from(INVALID);
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) bytes.set([0xe2, 0x28, 0xff], at);
  return bytes;
}

type Kind = 'candidate' | 'interviewer' | 'rating' | 'quiet' | 'note' | 'blank';

interface Column {
  readonly name: string;
  readonly kind: Kind;
}

function columnsOf(role: Role, { below, chance, pick, shuffle }: Random): readonly Column[] {
  const some = (share: number, ...columns: readonly Column[]) => (chance(share) ? columns : []);
  const dimensions = chance(0.8) ? role.dimensions : role.dimensions.slice(0, 1 + below(role.dimensions.length));
  const quiet = (name: string): Column => ({ name, kind: 'quiet' });
  const note = (name: string): Column => ({ name, kind: 'note' });
  const people: readonly Column[] = chance(0.95)
    ? [{ name: 'candidate', kind: 'candidate' }]
    : [
        { name: 'first name', kind: 'candidate' },
        { name: 'last name', kind: 'candidate' },
      ];
  const columns = [
    ...people,
    ...some(0.8, { name: 'interviewer', kind: 'interviewer' }),
    ...dimensions.map((name): Column => ({ name, kind: 'rating' })),
    ...some(0.5, note('notes')),
    ...some(0.3, note(`${role.dimensions[0]} evidence`)),
    ...some(0.2, quiet('flags')),
    ...some(0.2, quiet('verdict'), note('verdict reason')),
    ...some(0.1, quiet('candidate id')),
    ...some(0.1, quiet('interviewer id')),
    ...some(0.1, quiet('date')),
    ...some(0.1, quiet('session')),
    ...some(0.1, ...role.requirements.slice(0, 2).map(quiet)),
    ...some(0.1, ...role.flags.slice(0, 1).map(quiet)),
    ...some(0.1, { name: '', kind: 'blank' }, note('remarks')),
  ];
  const order = chance(0.5) ? columns : shuffle(columns);
  return pick([true, true, true, false]) ? order : [...order, { name: '', kind: 'blank' }];
}

interface CellContext {
  readonly role: Role;
  readonly random: Random;
  readonly nastiness: number;
  readonly isLarge: boolean;
  /** Whether there are bytes in the table that are not UTF-8. */
  readonly isInvalid: boolean;
}

function cellOf(kind: Kind, { role, random, nastiness, isLarge, isInvalid }: CellContext): string {
  const { below, pick, chance } = random;
  const isNasty = chance(nastiness);
  if (isNasty && isInvalid && chance(kind === 'note' ? 0.5 : 0.05)) return `a${INVALID}`;
  switch (kind) {
    case 'candidate':
    case 'interviewer':
      return isNasty ? pick(NASTY_NAMES) : `${pick(NAMES)}${chance(0.3) ? ` ${below(1000)}` : ''}`;
    case 'rating':
      return isNasty ? pick(NASTY_RATINGS) : chance(0.05) ? '' : pick(role.ratings);
    case 'quiet':
      return isNasty || chance(0.02) ? pick([...NASTY_CELLS, ...role.sessions.map(({ id }) => id), ...role.flags]) : '';
    case 'blank':
      return isNasty ? pick(NASTY_CELLS) : '';
    case 'note': {
      // A quote that is never closed takes all that follows with it: only now and then.
      if (isNasty) return chance(0.9) ? pick(NASTY_NOTES.filter((note) => note !== '"open')) : pick(NASTY_NOTES);
      const long = 'word '.repeat(below(isLarge ? 400 : 14));
      const text = `${long}${'x'.repeat(below(18))}`;
      if (chance(0.4)) return text;
      return `"${text}${pick(['', '\n', '\r\n', '""', ', ', 'ü', '\n\n'])}${'y'.repeat(below(20))}"`;
    }
  }
}

function optionsFor(role: Role, { pick, chance }: Random): readonly string[] {
  const some = (share: number, ...args: readonly string[]) => (chance(share) ? args : []);
  const first = role.dimensions[0] ?? '';
  return [
    ...['batch', 'in.csv', '--role', role.name, '-f', 'csv'],
    ...some(0.7, '-o', 'out.csv'),
    ...some(0.3, '-i', pick(['R. Panel', 'R. Díaz', 'Panel, R.', 'R. Panel <panel@example.com>', '=R'])),
    ...some(0.15, '--held', '2026-11-02'),
    ...some(0.4, '--partial'),
    ...some(
      0.15,
      '--value',
      pick(['x=3', 'maybe=no-decision', `${first}:4=2`, `${first}:4=2`, '1=', 'yes=4', '3=n/a']),
    ),
    ...some(0.1, '--map', pick([`${first}=`, `interviewer=`, 'interviewer=notes', 'flags='])),
    ...some(0.1, '--bom'),
    ...some(0.05, '--strict'),
    ...some(0.05, '--date-order', pick(['dmy', 'mdy'])),
    ...some(0.1, '--quiet'),
    ...some(0.1, '--rejects', 'left-out.csv'),
    ...some(0.03, '--reports', 'cards'),
  ];
}
