import { resolve } from 'node:path';
import { adviseRubric } from '../../core/authoring/advice/index.js';
import type { Problem } from '../../core/problem.js';
import { say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { parseRubricFile, placeIn } from '../../io/rubrics/rubric-file.js';
import { readBytes } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { renderProblems } from '../../render/messages/problems.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { jsonOf, presenter, type Renderers } from '../shared/present.js';
import { CHECK_FORMATS, type CheckFormat } from './formats.js';

interface Options extends GlobalOptions {
  readonly format: CheckFormat;
  readonly strict?: boolean;
}

const renderers: Renderers<readonly Problem[], CheckFormat> = {
  text: (problems, { style }) => renderProblems(problems, style),
  json: (problems) => jsonOf({ problems }),
};

export async function rubricCheck(files: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(CHECK_FORMATS, renderers, options, host);
  const problems = files.flatMap((file) => problemsOf(readBytes(resolve(host.cwd, file), file), file));
  await present(problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const advice = problems.length - errors;
  if (!options.quiet) {
    const found = [
      errors === 0 ? say`no mistakes` : count(errors, 'mistake'),
      ...(advice === 0 ? [] : [count(advice, 'piece of advice', 'pieces of advice')]),
    ];
    host.stderr.write(say`${count(files.length, 'rubric')} checked: ${found.join(', ')}\n`);
  }
  return errors > 0 || (options.strict && advice > 0) ? EXIT.no : EXIT.ok;
}

/** Mistakes, or advice where there are none. */
function problemsOf(bytes: Uint8Array, file: string): readonly Problem[] {
  const checked = parseRubricFile(bytes, file);
  if (!checked.ok) return checked.problems;
  return placeIn(bytes, adviseRubric(checked.value), file);
}
