import type { Problem } from '../../core/problem.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';

type Code = Problem['code'];

/** Why rows are left out, and which problems that covers. What is in none is a row that is damaged. */
const ROWS: readonly (readonly [codes: readonly Code[], why: TerminalText])[] = [
  [
    ['between-ratings'],
    say`for a rating between two of the scale (which of them is the interviewer's to choose; a rubric may have step: 0.5)`,
  ],
  [['foreign-words'], say`for ratings in another system's words`],
  [
    ['unknown-rating', 'off-scale', 'other-denominator', 'foreign-scale', 'not-optional'],
    say`for a rating that can't be read`,
  ],
  [['outside-session', 'unknown-part'], say`for a session that the rubric has not, or what does not belong to it`],
  [['no-candidate'], say`without a candidate`],
  [['no-interviewer'], say`without an interviewer`],
];

interface CellKind {
  readonly codes: readonly Code[];
  readonly one: TerminalText;
  readonly many: TerminalText;
}

/** What cells are that can't be read and don't cost their row. */
const CELLS: readonly CellKind[] = [
  { codes: ['unknown-verdict'], one: say`verdict`, many: say`verdicts` },
  { codes: ['unknown-flag'], one: say`red flag`, many: say`red flags` },
  { codes: ['not-yes-or-no'], one: say`yes or no`, many: say`answers of yes or no` },
  { codes: ['not-a-number', 'two-numbers', 'around-limit'], one: say`number`, many: say`numbers` },
  {
    codes: ['not-a-date', 'ambiguous-date', 'spreadsheet-date', 'future-date'],
    one: say`date`,
    many: say`dates`,
  },
  { codes: ['scientific-id'], one: say`id`, many: say`ids` },
];

/** `Left out: 54 for …, 9 that are damaged`; empty where nothing was. Rows that cells cost under `--strict` are cells. */
export function renderLeftOut(rows: ReadonlyMap<Code, number>): TerminalText {
  const kinds = ROWS.map(([codes, why]) => ({ number: sum(rows, codes), why }));
  const cells = {
    number: sum(
      rows,
      CELLS.flatMap(({ codes }) => codes),
    ),
    why: say`for another cell that can't be read`,
  };
  const all = [...rows.values()].reduce((total, number) => total + number, 0);
  const known = [...kinds, cells].reduce((total, { number }) => total + number, 0);
  const told = [...kinds, cells, { number: all - known, why: say`damaged` }].filter(({ number }) => number > 0);
  if (told.length === 0) return say``;
  const sorted = told.sort((a, b) => b.number - a.number).map(({ number, why }) => say`${number} ${why}`);
  return say`Left out: ${sorted.join(', ')}\n`;
}

/** `Not read: 54 verdicts, 3 numbers`; empty where everything was. */
export function renderLost(cells: ReadonlyMap<Code, number>): TerminalText {
  const told = CELLS.map((kind) => ({ ...kind, number: sum(cells, kind.codes) }))
    .filter(({ number }) => number > 0)
    .sort((a, b) => b.number - a.number)
    .map(({ number, one, many }) => say`${number} ${number === 1 ? one : many}`);
  return told.length === 0
    ? say``
    : say`Not read: ${told.join(', ')}; they stay as notes in JSON, NDJSON and reports\n`;
}

function sum(counts: ReadonlyMap<Code, number>, codes: readonly Code[]): number {
  return codes.reduce((total, code) => total + (counts.get(code) ?? 0), 0);
}
