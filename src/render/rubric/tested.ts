import type { Expectation } from '../../core/cases/case-file.js';
import type { Outcome } from '../../core/cases/run-case.js';
import { formatDecimal } from '../../core/numbers/decimal.js';
import type { Problem } from '../../core/problem.js';
import { clean, type JsonText, jsonDocument, say, type TerminalText } from '../../core/text/safe-text.js';
import { renderProblems } from '../messages/problems.js';
import type { Page } from '../text/page.js';
import { renderTable } from '../text/table.js';
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

/** A line for each case, then what differs, each with its place. */
export function renderTested(tested: readonly TestedFile[], page: Page): TerminalText {
  const { style } = page;
  const rows = tested.flatMap(({ rubric, cases }) => cases.map((one) => ({ rubric, ...one })));
  const table = renderTable(
    rows,
    [
      {
        head: say`STATE`,
        cell: ({ problems }) => (problems.length === 0 ? say`passed` : say`failed`),
        paint: (cell, { problems }) => (problems.length === 0 ? style.good(cell) : style.bad(cell)),
      },
      { head: say`RUBRIC`, cell: ({ rubric }) => clean(rubric), drop: 1, shrinkTo: 10 },
      { head: say`CASE`, cell: ({ name }) => clean(name), shrinkTo: 16 },
      {
        head: say`SCORE`,
        cell: ({ got: { score } }) => (score === null ? say`–` : say`${formatDecimal(score)}`),
        align: 'right',
      },
      { head: say`COVER`, cell: ({ got: { coverage } }) => say`${coverage}%`, align: 'right', drop: 2 },
      { head: say`RECOMMEND`, cell: ({ got }) => recommendationInWords(got, clean) },
    ],
    page,
  );
  const problems = rows.flatMap((row) => row.problems);
  return problems.length === 0 ? table : say`${table}\n${renderProblems(problems, style)}`;
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
