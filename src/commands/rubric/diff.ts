import { diffRubrics, type RubricDiff } from '../../core/authoring/rubric-diff.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { findRubric, readRubricText } from '../../io/rubrics/rubric-library.js';
import type { Host } from '../../io/system/host.js';
import { readStandardInput } from '../../io/system/standard-input.js';
import { LIMITS } from '../../io/yaml/yaml-source.js';
import { renderRubricDiff, renderRubricDiffJson } from '../../render/rubric/diff.js';
import { renderRescoring, rescoringJson, type ShownRescoring } from '../../render/rubric/rescoring.js';
import { prosePage } from '../../render/text/page.js';
import type { GlobalOptions } from '../context.js';
import { presenter, type Renderers } from '../shared/present.js';
import { type AgainstOptions, rescoreStore } from './diff/against.js';
import { DIFF_FORMATS, type DiffFormat } from './formats.js';

interface Options extends AgainstOptions {
  readonly format: DiffFormat;
}

interface ShownDiff {
  readonly diff: RubricDiff;
  readonly rescoring: ShownRescoring | undefined;
}

const renderers: Renderers<ShownDiff, DiffFormat> = {
  text: ({ diff, rescoring }, page) => {
    const changes = renderRubricDiff(diff, prosePage(page));
    return rescoring ? say`${changes}\n${renderRescoring(rescoring, prosePage(page))}` : changes;
  },
  json: ({ diff, rescoring }) => renderRubricDiffJson(diff, rescoring && { against: rescoringJson(rescoring) }),
};

export async function rubricDiff(
  pair: { before: string; after: string },
  options: Options,
  host: Host,
): Promise<ExitCode> {
  const present = presenter(DIFF_FORMATS, renderers, options, host);
  checkOptions(pair, options);
  const before = await namedRubric(pair.before, options, host);
  const after = await namedRubric(pair.after, options, host);
  const diff = diffRubrics(before, after);
  const { against: store } = options;
  const against = store === undefined ? undefined : await rescoreStore(store, { before, after }, options, host);
  await present({ diff, rescoring: against?.rescoring });
  if (against) host.stderr.write(against.told);
  return diff.changes.length === 0 ? (against?.exitCode ?? EXIT.ok) : EXIT.no;
}

/** @throws ScorecardError where options say nothing together */
function checkOptions({ before, after }: { before: string; after: string }, options: Options): void {
  if (before === '-' && after === '-') throw new ScorecardError('only one of the two can come from standard input');
  const idle = (['names', 'unblind', 'as'] as const).find((key) => options[key] !== undefined);
  if (options.against === undefined && idle) throw new ScorecardError(`--${idle} is for --against alone`);
}

/** A role, a file, or standard input. */
async function namedRubric(word: string, options: GlobalOptions, host: Host): Promise<Rubric> {
  if (word !== '-') return findRubric(word, host, options).rubric;
  return readRubricText(await readStandardInput(host, LIMITS.bytes), host, options);
}
