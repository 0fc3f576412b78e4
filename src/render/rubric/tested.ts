import type { Expectation } from '../../core/cases/case-file.js';
import type { Outcome } from '../../core/cases/run-case.js';
import { formatDecimal } from '../../core/numbers/decimal.js';
import type { Problem } from '../../core/problem.js';
import { clean, type JsonText, jsonDocument, say, type TerminalText } from '../../core/text/safe-text.js';
import { renderProblems } from '../messages/problems.js';
import type { Page } from '../text/page.js';
import type { Style } from '../text/style.js';
import { type Column, renderTable } from '../text/table.js';
import { recommendationInWords } from '../text/words.js';

/** A file of cases, and what came out of each. */
export interface TestedFile {
  readonly file: string;
  /** The id of the rubric. */
  readonly rubric: string;
  readonly cases: readonly TestedCase[];
  /** How many expectations were written anew. */
  readonly updated: number;
}

export interface TestedCase {
  readonly name: string;
  readonly line: number;
  readonly expected: Expectation | undefined;
  readonly got: Outcome;
  /** Where it came out otherwise than expected, each with its place in the file. */
  readonly problems: readonly Problem[];
}

/** A table for each file, with a line for each case; then what differs, each with its place. */
export function renderTested(tested: readonly TestedFile[], page: Page): TerminalText {
  const { style } = page;
  const tables = tested.map(({ file, rubric, cases }) => {
    const title = say`${style.title(clean(rubric))} ${style.dim(say`(${clean(file)})`)}\n`;
    return say`${title}${renderTable(cases, columnsOf(style), page)}`;
  });
  const problems = tested.flatMap(({ cases }) => cases.flatMap((one) => one.problems));
  const told = problems.length === 0 ? [] : [renderProblems(problems, style)];
  return [...tables, ...told].join('\n');
}

function columnsOf(style: Style): readonly Column<TestedCase>[] {
  return [
    {
      head: say`STATE`,
      cell: ({ problems }) => (problems.length === 0 ? say`passed` : say`failed`),
      paint: (cell, { problems }) => (problems.length === 0 ? style.good(cell) : style.bad(cell)),
    },
    { head: say`CASE`, cell: ({ name }) => clean(name), shrinkTo: 16 },
    {
      head: say`SCORE`,
      cell: ({ got: { score } }) => (score === null ? say`–` : say`${formatDecimal(score)}`),
      align: 'right',
    },
    { head: say`COVER`, cell: ({ got: { coverage } }) => say`${coverage}%`, align: 'right', drop: 1 },
    { head: say`RECOMMEND`, cell: ({ got }) => recommendationInWords(got, clean) },
  ];
}

export function testedJson(tested: readonly TestedFile[]): JsonText {
  const cases = tested.flatMap((one) => one.cases);
  const failed = cases.filter(({ problems }) => problems.length > 0).length;
  return jsonDocument({
    schemaVersion: 1,
    passed: cases.length - failed,
    failed,
    files: tested.map(({ cases: ofFile, ...file }) => ({
      ...file,
      cases: ofFile.map(({ problems, ...one }) => ({ ...one, passed: problems.length === 0, problems })),
    })),
  });
}
