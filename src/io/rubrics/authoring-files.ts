import { dirname, join, resolve } from 'node:path';
import { adviseExtended, adviseRubric } from '../../core/authoring/advice/index.js';
import { adviseSamples, parseSamples, type Samples } from '../../core/authoring/material/samples.js';
import { checkSource as checkDocument, parseSourceList } from '../../core/authoring/material/sources.js';
import { inFile, type Problem } from '../../core/problem.js';
import { filledFrom } from '../../core/rubric/extend.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { exists, readBytes } from '../system/files.js';
import { parseYamlSource } from '../yaml/yaml-source.js';
import { type BaseRubric, type FindBase, located, type ReadRubric, readRubric } from './rubric-file.js';
import type { RubricPath } from './rubric-folder.js';
import { readYamlFile } from './yaml-file.js';

/** What was found in a rubric file, and how much of its documents was looked for. */
export interface RubricFindings {
  readonly problems: readonly Problem[];
  readonly sources: SourceCount;
}

export interface SourceCount {
  /** Documents that have a list of items, and those that have none. */
  readonly listed: number;
  readonly unlisted: number;
  readonly items: number;
}

const NOTHING: SourceCount = { listed: 0, unlisted: 0, items: 0 };

/**
 * The mistakes of a rubric file, or, where there are none, advice on it and on the samples beside it; with `sources`
 * also what of its documents has no home. `findBase` finds what it extends.
 *
 * @throws ScorecardError where a file cannot be read
 */
export function checkRubricFile(
  file: RubricPath,
  { sources = false }: { sources?: boolean },
  findBase: FindBase,
): RubricFindings {
  const checked = readRubric(readBytes(file.path, file.shown), file.shown, findBase);
  if (!checked.ok) return { problems: checked.problems, sources: NOTHING };
  const { rubric, source, base } = checked.value;
  const covered = sources ? checkDocuments(rubric, file) : NO_SOURCES;
  const advice = base === undefined ? { own: adviseRubric(rubric), inBase: [] } : adviseBoth(checked.value, base);
  return {
    problems: [
      ...located([...covered.problems, ...advice.own, ...source.advise()], source, file.shown),
      ...advice.inBase,
      ...covered.inLists,
      ...checkSamples(rubric, file),
    ],
    sources: covered.count,
  };
}

interface AdviceOfBoth {
  readonly own: readonly Problem[];
  /** Advice on what was filled, with its place in the other file. */
  readonly inBase: readonly Problem[];
}

function adviseBoth({ rubric, source: { data } }: ReadRubric, base: BaseRubric): AdviceOfBoth {
  const { own, inherited } = adviseExtended(rubric, { base: base.rubric, filledFrom: filledFrom(data, base.rubric) });
  const { path, shown } = base.file;
  const source = parseYamlSource(readBytes(path, shown));
  return { own, inBase: source.ok ? located(inherited, source.value, shown) : inFile(inherited, shown) };
}

interface Covered {
  /** Problems of the rubric. */
  readonly problems: readonly Problem[];
  /** Problems of the lists themselves. */
  readonly inLists: readonly Problem[];
  readonly count: SourceCount;
}

const NO_SOURCES: Covered = { problems: [], inLists: [], count: NOTHING };

function checkDocuments(rubric: Rubric, file: RubricPath): Covered {
  const lists = rubric.sources.map(({ items }) =>
    items === undefined ? undefined : readYamlFile(beside(file, items), parseSourceList),
  );
  const documents = new Set(rubric.sources.map(({ document }) => document));
  const read = lists.filter((list) => list !== undefined);
  const items = read.reduce((sum, list) => sum + (list.ok ? list.value.value.items.length : 0), 0);
  return {
    problems: lists.flatMap((list, at) => (list?.ok ? checkDocument(rubric, at, list.value.value) : [])),
    inLists: read.flatMap((list) => (list.ok ? [] : list.problems)),
    count: { listed: read.length, unlisted: documents.size - read.length, items },
  };
}

/** The rated answers in `samples/` beside the rubric; nothing where there are none. */
function checkSamples(rubric: Rubric, file: RubricPath): readonly Problem[] {
  const samples = samplesBeside(rubric, file);
  if (!exists(samples.path)) return [];
  const read = readYamlFile(samples, (data) => parseSamples(data, rubric));
  if (!read.ok) return read.problems;
  const { value, source } = read.value;
  return located([...adviseSamples(value, rubric), ...source.advise()], source, samples.shown);
}

/** Where the rated answers of a rubric stand. */
function samplesBeside({ id }: Rubric, file: RubricPath): RubricPath {
  return beside(file, join('samples', `${id}.yaml`));
}

/**
 * The rated answers of a rubric.
 *
 * @throws ScorecardError where there are none, and with every mistake of their file
 */
export function loadSamples(rubric: Rubric, file: RubricPath): Samples {
  const samples = samplesBeside(rubric, file);
  if (!exists(samples.path)) {
    throw new ScorecardError(`there are no rated answers for ${rubric.id}: ${samples.shown} is missing`, {
      hint: say`write some (scorecard help rubrics tells how), or choose another role`,
    });
  }
  const read = readYamlFile(samples, (data) => parseSamples(data, rubric));
  if (read.ok) return read.value.value;
  throw new ScorecardError(`${samples.shown} can't be used`, { problems: read.problems });
}

function beside({ path, shown }: RubricPath, name: string): RubricPath {
  return { path: resolve(dirname(path), name), shown: join(dirname(shown), name) };
}
