import { diffRubrics } from '../../core/authoring/rubric-diff.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { findRubric } from '../../io/rubrics/rubric-library.js';
import type { Host } from '../../io/system/host.js';
import { renderRubricDiff } from '../../render/rubric/diff.js';
import { createStyle } from '../../render/text/style.js';
import type { GlobalOptions } from '../context.js';

interface Options extends GlobalOptions {
  readonly format: 'text' | 'json';
}

export async function rubricDiff(
  pair: { before: string; after: string },
  options: Options,
  host: Host,
): Promise<ExitCode> {
  const diff = diffRubrics(findRubric(pair.before, host, options).rubric, findRubric(pair.after, host, options).rubric);
  if (options.format === 'json') host.stdout.write(`${JSON.stringify({ schemaVersion: 1, ...diff }, undefined, 2)}\n`);
  else {
    const width = Math.min(host.stdout.columns, 100);
    host.stdout.write(renderRubricDiff(diff, { width, style: createStyle(host.stdout.hasColours) }));
  }
  return diff.changes.length === 0 ? EXIT.ok : EXIT.no;
}
