import type { Rubric } from '../rubric/rubric.js';
import type { Rating } from '../rubric/scale.js';
import { compileRubric, RESULT_COLUMNS } from './compile.js';
import { caseWhen, indent, quoted } from './layer.js';
import { columnName } from './names.js';
import type { SqlOptions } from './options.js';
import { stopIds } from './readings.js';
import { type Sample, samplesOf } from './samples.js';

/** A number that is missing; a bare NULL has no type of its own, which a first row must have. */
const NO_NUMBER = caseWhen([['1 = 0', 0]], 'NULL');

/** How many made-up candidates a check has. */
export const CHECKED = 64;

/**
 * One SELECT that reads no table: made-up candidates go through the compiled rubric, beside what must come out. Its only
 * row says how many agree, and how many rows differ.
 */
export function checkScript(rubric: Rubric, options: SqlOptions): string {
  const samples = samplesOf(rubric, options, CHECKED);
  const rows = samples.flatMap((sample, at) => inputRows(rubric, options, { sample, name: nameOf(at) }));
  const input = `(\n${indent(rows.map(selectRow).join('\nUNION ALL\n'))}\n) AS made_up`;
  const expected = samples.map(({ expected }, at) =>
    selectRow(
      RESULT_COLUMNS.map((name, column) => [
        [
          quoted(nameOf(at)),
          expected.score ?? 'NULL',
          expected.coverage ?? 'NULL',
          quoted(expected.recommendation),
          expected.isBorderline ? 1 : 0,
          expected.invalid,
          expected.belowMinimum,
          expected.minimumNotRated,
          expected.stopFlags,
        ][column] ?? '',
        name,
      ]),
    ),
  );
  const computed = compileRubric(rubric, { ...options, view: undefined }, input);
  // A row that is missing and one that is too much, both.
  const both = [`SELECT ${RESULT_COLUMNS.join(', ')}\nFROM (\n${indent(computed)}\n) AS computed`, ...expected];
  const names = RESULT_COLUMNS.join(', ');
  return [
    'SELECT',
    `  SUM(${caseWhen([['found = 2', 1]], 0)}) AS agree,`,
    `  SUM(${caseWhen([['found = 2', 0]], 1)}) AS differ`,
    'FROM (',
    `  SELECT ${names}, SUM(seen_here) AS found`,
    '  FROM (',
    indent(indent(`SELECT ${names}, 1 AS seen_here\nFROM (\n${indent(both.join('\nUNION ALL\n'))}\n) AS both_of_them`)),
    '  ) AS listed',
    `  GROUP BY ${names}`,
    ') AS compared',
  ].join('\n');
}

function nameOf(at: number): string {
  return `row ${String(at + 1).padStart(2, '0')}`;
}

type Cells = readonly (readonly [value: string | number, column: string])[];

function selectRow(cells: Cells): string {
  return `SELECT ${cells.map(([value, column]) => `${value} AS ${column}`).join(', ')}`;
}

interface Named {
  readonly sample: Sample;
  readonly name: string;
}

/** The rows of a table that say what was given. */
function inputRows(rubric: Rubric, options: SqlOptions, { sample: { given }, name }: Named): readonly Cells[] {
  const { dimensions } = rubric;
  const stops = stopIds(rubric, options);
  const source = (what: string) => options.columns.get(what) ?? columnName(what);
  const text = (rating: Rating | 'invalid') => ratingText(rating, options);
  const flag = (id: string) => flagText(given.stops.includes(id), options);
  if (options.form === 'wide') {
    return [
      [
        [quoted(name), source('candidate')],
        ...dimensions.map(({ id }, at) => [text(given.ratings[at]?.[0] ?? 'not-assessed'), source(id)] as const),
        ...stops.map((id) => [flag(id), source(id)] as const),
      ],
    ];
  }
  const row = (dimension: string, rating: string, interviewer: number): Cells => [
    [quoted(name), source('candidate')],
    [quoted(dimension), source('dimension')],
    [rating, source('rating')],
    ...(options.columns.has('interviewer') ? [[quoted(`rater ${interviewer}`), source('interviewer')] as const] : []),
  ];
  return [
    ...dimensions.flatMap(({ id }, at) =>
      (given.ratings[at] ?? []).map((rating, rater) => row(id, text(rating), rater + 1)),
    ),
    ...stops.flatMap((id) => (given.stops.includes(id) ? [row(id, flag(id), 1)] : [])),
    ...Array.from({ length: given.misread }, () => row('not-in-the-rubric', text('not-assessed'), 1)),
  ];
}

function ratingText(rating: Rating | 'invalid', { areNumbers }: SqlOptions): string {
  if (typeof rating === 'number') return areNumbers ? String(rating) : quoted(String(rating));
  if (areNumbers) return rating === 'invalid' ? '999' : NO_NUMBER;
  return quoted({ 'not-assessed': '', 'not-applicable': 'n/a', invalid: 'maybe' }[rating]);
}

function flagText(isSeen: boolean, { areNumbers }: SqlOptions): string {
  if (areNumbers) return isSeen ? '1' : '0';
  return quoted(isSeen ? 'yes' : '');
}
