import { resolve } from 'node:path';
import { EXIT, type ExitCode } from '../../errors.js';
import { readBytes } from '../../io/files.js';
import type { Host } from '../../io/host.js';
import { parseRubricFile } from '../../io/rubric-file.js';
import { renderProblems } from '../../render/problems.js';
import { createStyle } from '../../render/style.js';
import { count } from '../../render/text.js';
import type { GlobalOptions } from '../context.js';

interface Options extends GlobalOptions {
  readonly format: 'text' | 'json';
}

export async function rubricCheck(files: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const checked = files.map((file) => ({
    file,
    result: parseRubricFile(readBytes(resolve(host.cwd, file), file), file),
  }));
  const problems = checked.flatMap(({ result }) => (result.ok ? [] : result.problems));
  if (options.format === 'json') host.stdout.write(`${JSON.stringify({ schemaVersion: 1, problems }, undefined, 2)}\n`);
  else host.stdout.write(renderProblems(problems, createStyle(host.stdout.hasColours)));
  const bad = checked.filter(({ result }) => !result.ok).length;
  if (!options.quiet) {
    const found = problems.length === 0 ? 'no mistakes' : `${count(problems.length, 'mistake')} in ${bad}`;
    host.stderr.write(`${count(files.length, 'rubric')} checked: ${found}\n`);
  }
  return problems.length === 0 ? EXIT.ok : EXIT.no;
}
