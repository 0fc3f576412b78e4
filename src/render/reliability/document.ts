import type { PlanCell, ReliabilityPlan } from '../../core/reliability/plan.js';
import { type CsvText, type JsonText, jsonDocument } from '../../core/text/safe-text.js';
import { type Block, type Document, list, paragraph, type Section } from '../document/document.js';
import { renderCsv } from '../text/csv.js';
import { count } from '../text/text.js';

/** How many interviewers it takes: the answer, the table, what it rests on. */
export function reliabilityDocument(plan: ReliabilityPlan, notes: readonly string[]): Document {
  return {
    title: 'How many interviewers',
    sections: [
      { title: '', level: 2, blocks: answers(plan).map(paragraph) },
      ...tables(plan),
      { title: 'What this rests on', level: 2, blocks: list([...notes, ...basisNotes(plan)]) },
    ],
  };
}

/** What it takes, in a sentence for each number of dimensions. */
function answers({ needed, reach, basis }: ReliabilityPlan): readonly string[] {
  return needed.map(({ dimensions, interviewers, exactly }) => {
    const on = dimensions === undefined ? '' : ` on ${count(dimensions, 'dimension')}`;
    if (interviewers === undefined)
      return `No number of interviewers reaches a reliability of ${target(reach)}${on}: what is missing lies between the dimensions.`;
    const rounded = roundedInWords(interviewers, exactly ?? interviewers);
    const who = basis.type === 'published' ? ` ${basis.of}` : interviewers === 1 ? ' interviewer' : ' interviewers';
    return `A reliability of ${target(reach)}${on} takes ${interviewers}${interviewers === 1 && basis.type === 'published' ? ' of' : ''}${who}${rounded}.`;
  });
}

/** What it was before it was rounded up; nothing where that is, to one decimal, the number itself. */
function roundedInWords(interviewers: number, exactly: number): string {
  const shown = exactly.toFixed(1);
  if (Number(shown) === interviewers) return '';
  return Number.isInteger(Number(shown)) ? ` (a little over ${Number(shown)}, rounded up)` : ` (${shown}, rounded up)`;
}

/** As it was asked for, with two to four decimals: 0.9999 isn't 1.00. */
function target(reach: number): string {
  return reach.toFixed(4).replace(/0{1,2}$/, '');
}

/** Half up, so that 0.825 is 0.83 as it is in print. */
function twoDecimals(value: number): string {
  return (Math.round(Math.round(value * 1e8) / 1e6) / 100).toFixed(2);
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** The difference that is to be told, in words. */
function differenceInWords({ difference }: ReliabilityPlan): string {
  return difference === 0.5 ? 'half a point' : count(difference, 'point');
}

function tables(plan: ReliabilityPlan): readonly Section[] {
  const { cells, reach, basis } = plan;
  if (basis.type !== 'own') return [{ title: 'By interviewers', level: 2, blocks: [plainTable(cells, reach)] }];
  const by: readonly (readonly [string, (cell: PlanCell) => string])[] = [
    ['Reliability', ({ reliability }) => twoDecimals(reliability)],
    ['Standard error, in points', ({ standardError }) => twoDecimals(standardError)],
    [
      `Chance that the better of two, ${differenceInWords(plan)} apart, comes out ahead`,
      ({ tellsApart }) => percent(tellsApart),
    ],
  ];
  return by.map(([title, show]) => ({ title, level: 2, blocks: [grid(cells, show)] }));
}

function plainTable(cells: readonly PlanCell[], reach: number): Block {
  return {
    type: 'table',
    head: ['INTERVIEWERS', 'RELIABILITY', 'ERROR', 'TELLS APART', 'NOTE'],
    rows: cells.map(({ interviewers, reliability, standardError, tellsApart }, at) => {
      const isFirst = reliability >= reach && (at === 0 || (cells[at - 1]?.reliability ?? 0) < reach);
      return [
        ...[`${interviewers}`, twoDecimals(reliability), twoDecimals(standardError), percent(tellsApart)],
        isFirst ? `reaches ${target(reach)}` : '',
      ];
    }),
    right: [1, 2, 3],
  };
}

/** Interviewers down, dimensions across. */
function grid(cells: readonly PlanCell[], show: (cell: PlanCell) => string): Block {
  const dimensions = [...new Set(cells.map((cell) => cell.dimensions))];
  const interviewers = [...new Set(cells.map((cell) => cell.interviewers))];
  const at = (raters: number, across: number | undefined) =>
    cells.find((cell) => cell.interviewers === raters && cell.dimensions === across);
  return {
    type: 'table',
    head: ['INTERVIEWERS', ...dimensions.map((many, place) => (place === 0 ? `DIMENSIONS: ${many}` : `${many}`))],
    rows: interviewers.map((raters) => [
      `${raters}`,
      ...dimensions.map((many) => {
        const cell = at(raters, many);
        return cell ? show(cell) : '';
      }),
    ]),
    right: dimensions.map((_many, position) => position + 1),
  };
}

function basisNotes(plan: ReliabilityPlan): readonly string[] {
  const { basis, scale } = plan;
  const range = `${scale.min} to ${scale.max}`;
  const apart = `Tells apart: the chance that the better of two candidates who truly are ${differenceInWords(plan)} apart on ${range} comes out ahead.`;
  if (basis.type === 'own') {
    const { study, degreesOfFreedom, candidates, interviewers } = basis;
    const below = study.components.flatMap(({ name, negative }) => (negative === undefined ? [] : [name]));
    return [
      apart,
      `Variance components of your own panels: ${count(study.ratings, 'rating')} of ${count(candidates, 'candidate')} by ${count(interviewers, 'interviewer')}, with ${count(degreesOfFreedom, 'degree')} of freedom. Candidates are held against each other, so how severe an interviewer is all in all does not count.`,
      ...(below.length === 0 ? [] : [`Estimated below 0, and taken as 0: ${below.join(', ')}.`]),
    ];
  }
  const figure =
    basis.type === 'published'
      ? `The published mean reliability of one of ${basis.of}, ${shortFigure(basis.single)}: ${basis.source}. Yours will differ.`
      : `A reliability of ${shortFigure(basis.single)} for one interviewer, as given.`;
  return [
    apart,
    figure,
    `The error takes a standard deviation of a fifth of the scale between candidates, as interview scores usually have.`,
    'Such a figure does not tell interviewers from dimensions, so there is no table by dimensions: that takes your own panels.',
  ];
}

/** `.44`, as it is printed. */
function shortFigure(value: number): string {
  return `${value}`.replace(/^0/, '');
}

export function renderReliabilityJson(plan: ReliabilityPlan, notes: readonly string[]): JsonText {
  return jsonDocument({ schemaVersion: 1, ...plan, notes });
}

export function renderReliabilityCsv({ cells }: ReliabilityPlan): CsvText {
  return renderCsv(
    ['interviewers', 'dimensions', 'reliability', 'standardError', 'tellsApart'],
    cells.map(({ interviewers, dimensions, reliability, standardError, tellsApart }) => [
      ...[interviewers, dimensions, reliability, standardError, tellsApart],
    ]),
  );
}
