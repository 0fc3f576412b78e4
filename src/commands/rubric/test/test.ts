import { compareCase } from '../../../core/cases/compare-case.js';
import { runCase } from '../../../core/cases/run-case.js';
import type { Problem } from '../../../core/problem.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { command } from '../../../core/text/shell-words.js';
import { EXIT, type ExitCode, ScorecardError } from '../../../errors.js';
import { baseFinder } from '../../../io/rubrics/base-rubric.js';
import { type ReadCases, readCases } from '../../../io/rubrics/case-files.js';
import { located } from '../../../io/rubrics/rubric-file.js';
import type { RubricPath } from '../../../io/rubrics/rubric-folder.js';
import { rubricFolders } from '../../../io/rubrics/rubric-library.js';
import type { Host } from '../../../io/system/host.js';
import { renderGithub } from '../../../render/messages/github.js';
import { renderTested, type TestedCase, type TestedFile, testedJson } from '../../../render/rubric/tested.js';
import { prosePage } from '../../../render/text/page.js';
import { count } from '../../../render/text/text.js';
import type { GlobalOptions } from '../../context.js';
import { presenter, type Renderers } from '../../shared/present.js';
import { fromRoot } from '../check/from-root.js';
import { TEST_FORMATS, type TestFormat } from '../formats.js';
import { casePaths } from './case-paths.js';
import { updateCases } from './update-cases.js';

interface Options extends GlobalOptions {
  readonly format: TestFormat;
  readonly update?: boolean;
}

/** Runs the cases beside rubrics; with `--update`, writes down what comes out of them. */
export async function rubricTest(named: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const renderers: Renderers<readonly TestedFile[], TestFormat> = {
    table: (tested, page) => renderTested(tested, prosePage(page)),
    json: testedJson,
    github: (tested) =>
      annotations(
        tested.flatMap(({ cases }) => cases.flatMap(({ problems }) => problems)),
        host,
      ),
  };
  const present = presenter(TEST_FORMATS, renderers, options, host);
  const library = rubricFolders(host, options);
  const read = casePaths(named, options, host).map((file) => ({
    file,
    checked: readCases(file, (rubric) => baseFinder(rubric, library, host)),
  }));
  const problems = read.flatMap(({ checked }) => (checked.ok ? [] : checked.problems));
  if (problems.length > 0) throw refusal(problems, options, host);
  const tested = read.flatMap(({ file, checked }) => (checked.ok ? [testFile(file, checked.value, options)] : []));
  await present(tested);
  if (!options.quiet) tellCounts(tested, host);
  return tested.every(({ cases }) => cases.every(isPassed)) ? EXIT.ok : EXIT.no;
}

function isPassed({ problems }: TestedCase): boolean {
  return problems.length === 0;
}

function testFile(file: RubricPath, read: ReadCases, { update }: Options): TestedFile {
  const { rubric, cases, source } = read;
  return {
    file: file.shown,
    rubric: rubric.id,
    updated: update ? updateCases(file, read) : 0,
    cases: cases.map((one, at) => {
      const got = runCase(one, rubric);
      const place = (path: Problem['path']) => ['cases', at, ...path];
      const problems = update ? [] : compareCase(one, got);
      return {
        name: one.name,
        line: source.locate({ code: 'missing', message: '', severity: 'note', path: place(['name']) }).line ?? 1,
        expected: one.expected,
        got,
        problems: located(
          problems.map((problem) => ({ ...problem, path: place(problem.path) })),
          source,
          file.shown,
        ),
      };
    }),
  };
}

/** A file that cannot be tested: with annotations, its mistakes are some. */
function refusal(problems: readonly Problem[], { format }: Options, host: Host): ScorecardError {
  if (format !== 'github') return new ScorecardError('nothing was tested', { problems });
  host.stdout.write(annotations(problems, host));
  return new ScorecardError(say`nothing was tested: ${count(problems.length, 'mistake')}`);
}

function annotations(problems: readonly Problem[], host: Host): TerminalText {
  return renderGithub(fromRoot(problems, host), command`scorecard rubric test`);
}

function tellCounts(tested: readonly TestedFile[], { stderr }: Host): void {
  const cases = tested.flatMap((one) => one.cases);
  const failed = cases.filter((one) => !isPassed(one)).length;
  const updated = tested.reduce((sum, one) => sum + one.updated, 0);
  const [only] = tested.length === 1 ? tested : [];
  const what = only ? clean(only.rubric) : count(tested.length, 'rubric');
  const rest = updated > 0 ? say`, ${updated} written anew` : failed > 0 ? say`, ${failed} not as expected` : say``;
  stderr.write(say`${what}: ${count(cases.length, 'case')}${rest}\n`);
}
