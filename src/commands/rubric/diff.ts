import { diffRubrics, type RubricDiff } from '../../core/authoring/rubric-diff.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { findRubric } from '../../io/rubrics/rubric-library.js';
import type { Host } from '../../io/system/host.js';
import { renderRubricDiff, renderRubricDiffJson } from '../../render/rubric/diff.js';
import { prosePage } from '../../render/text/page.js';
import type { GlobalOptions } from '../context.js';
import { presenter, type Renderers } from '../shared/present.js';
import { DIFF_FORMATS, type DiffFormat } from './formats.js';

interface Options extends GlobalOptions {
  readonly format: DiffFormat;
}

const renderers: Renderers<RubricDiff, DiffFormat> = {
  text: (diff, page) => renderRubricDiff(diff, prosePage(page)),
  json: renderRubricDiffJson,
};

export async function rubricDiff(
  pair: { before: string; after: string },
  options: Options,
  host: Host,
): Promise<ExitCode> {
  const present = presenter(DIFF_FORMATS, renderers, options, host);
  const diff = diffRubrics(findRubric(pair.before, host, options).rubric, findRubric(pair.after, host, options).rubric);
  await present(diff);
  return diff.changes.length === 0 ? EXIT.ok : EXIT.no;
}
