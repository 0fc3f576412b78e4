import type { Problem } from '../../core/problem.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { checkRubricFile, type SourceCount } from '../../io/rubrics/authoring-files.js';
import { baseFinder } from '../../io/rubrics/base-rubric.js';
import { rubricFolders } from '../../io/rubrics/rubric-library.js';
import { rubricPaths } from '../../io/rubrics/rubric-paths.js';
import { type Host, readVersion } from '../../io/system/host.js';
import { renderGithub } from '../../render/messages/github.js';
import { renderProblems } from '../../render/messages/problems.js';
import { renderSarif } from '../../render/messages/sarif.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { jsonOf, presenter, type Renderers } from '../shared/present.js';
import { fromRoot } from './check/from-root.js';
import { namePlaces } from './check/name-places.js';
import { CHECK_FORMATS, type CheckFormat } from './formats.js';

interface Options extends GlobalOptions {
  readonly format: CheckFormat;
  readonly strict?: boolean;
  readonly sources?: boolean;
}

/** Checks roles, files and folders; without any, the nearest folder of rubrics. */
export async function rubricCheck(named: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const renderers: Renderers<readonly Problem[], CheckFormat> = {
    text: (problems, { style }) => renderProblems(problems, style),
    json: (problems) => jsonOf({ problems }),
    github: (problems) => renderGithub(fromRoot(problems, host), command`scorecard rubric check`),
    sarif: (problems) => renderSarif(fromRoot(namePlaces(problems, host), host), readVersion(host.home)),
  };
  const present = presenter(CHECK_FORMATS, renderers, options, host);
  const files = rubricPaths(named, host, options);
  const library = rubricFolders(host, options);
  const checked = files.map((file) => checkRubricFile(file, options, baseFinder(file, library, host)));
  const problems = eachOnce(checked.flatMap((findings) => findings.problems));
  await present(problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const advice = problems.length - errors;
  if (!options.quiet) {
    const found = [
      errors === 0 ? say`no mistakes` : count(errors, 'mistake'),
      ...(advice === 0 ? [] : [count(advice, 'piece of advice', 'pieces of advice')]),
    ];
    const [only] = files.length === 1 ? files : [];
    const what = only && named.length === 0 ? clean(only.shown) : count(files.length, 'rubric');
    host.stderr.write(say`${what} checked: ${found.join(', ')}\n`);
    if (options.sources) host.stderr.write(sourcesInWords(checked.map(({ sources }) => sources)));
  }
  return errors > 0 || (options.strict && advice > 0) ? EXIT.no : EXIT.ok;
}

/** What several rubrics take over from one is told once. */
function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  const keyOf = ({ file, line, column, code, message }: Problem) => JSON.stringify([file, line, column, code, message]);
  return [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()];
}

function sourcesInWords(counts: readonly SourceCount[]): TerminalText {
  const sum = (key: keyof SourceCount) => counts.reduce((all, one) => all + one[key], 0);
  const unlisted = sum('unlisted');
  const rest = unlisted === 0 ? say`` : say`; ${count(unlisted, 'source')} without a list of items`;
  return say`looked for ${count(sum('items'), 'item')} of ${count(sum('listed'), 'document')}${rest}\n`;
}
