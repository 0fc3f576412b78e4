import { resolve } from 'node:path';
import type { Problem } from '../../core/problem.js';
import { verifyScorecard } from '../../core/verify-scorecard.js';
import { EXIT, type ExitCode } from '../../errors.js';
import type { Host } from '../../io/host.js';
import { readScorecard } from '../../io/scorecard-file.js';
import { renderProblems } from '../../render/problems.js';
import { createStyle } from '../../render/style.js';
import { count } from '../../render/text.js';
import type { GlobalOptions } from '../context.js';

export async function verify(paths: readonly string[], options: GlobalOptions, host: Host): Promise<ExitCode> {
  const style = createStyle(host.stdout.hasColours);
  const problems = paths.flatMap((path) => problemsOf(path, host));
  host.stdout.write(renderProblems(problems, style));
  if (!options.quiet) {
    const found = problems.length === 0 ? 'all agree' : count(problems.length, 'mismatch', 'mismatches');
    host.stderr.write(`${count(paths.length, 'scorecard')} verified: ${found}\n`);
  }
  return problems.length === 0 ? EXIT.ok : EXIT.no;
}

function problemsOf(path: string, host: Host): readonly Problem[] {
  const checked = readScorecard(resolve(host.cwd, path), path);
  if (!checked.ok) return checked.problems;
  return verifyScorecard(checked.value).map((problem) => ({ ...problem, file: path }));
}
