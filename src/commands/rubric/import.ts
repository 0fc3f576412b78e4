import { basename, resolve } from 'node:path';
import { ladderOfRows } from '../../core/authoring/import/csv-ladder.js';
import { draftOf } from '../../core/authoring/import/draft.js';
import { type Ladder, type LevelRatings, ratingsOfLevels } from '../../core/authoring/import/ladder.js';
import { ladderOfProgression } from '../../core/authoring/import/progression.js';
import { type Checked, inFile } from '../../core/problem.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { didYouMean } from '../../core/text/wording.js';
import { type ExitCode, ScorecardError } from '../../errors.js';
import { readRows } from '../../io/rows/read-rows.js';
import { located } from '../../io/rubrics/rubric-file.js';
import { readBytes } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { parseFrontMatter } from '../../io/yaml/front-matter.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import type { OutputOptions } from '../shared/write-result.js';
import type { ImportFormat } from './formats.js';
import { chooseName, writeRubric } from './write-rubric.js';

interface Options extends GlobalOptions, OutputOptions {
  /** By the file's ending where it is not given. */
  readonly as?: ImportFormat;
  readonly level?: string;
  readonly title?: string;
}

const READERS: Readonly<Record<ImportFormat, (file: string, host: Host) => Promise<Checked<Ladder>>>> = {
  csv: async (file, host) => ladderOfRows(await readRows(file, host)),
  progression: readProgression,
};

/** Makes a draft of a rubric from a career ladder. */
export async function rubricImport(file: string, options: Options, host: Host): Promise<ExitCode> {
  const format = options.as ?? (/\.(?:md|ya?ml|json)$/i.test(file) ? 'progression' : 'csv');
  const read = await READERS[format](file, host);
  if (!read.ok) {
    throw new ScorecardError(`${file} is not a ladder that can be read`, { problems: inFile(read.problems, file) });
  }
  const ladder = read.value;
  const levels = chooseLevels(ladder, options.level);
  const name = chooseName(options.title ?? ladder.title ?? basename(file).replace(/\.[^.]+$/, ''));
  return writeRubric(
    { id: name.id, text: draftOf(ladder, name, levels), about: aboutDraft(ladder, levels) },
    options,
    host,
  );
}

async function readProgression(file: string, host: Host): Promise<Checked<Ladder>> {
  const source = parseFrontMatter(readBytes(resolve(host.cwd, file), file));
  if (!source.ok) return source;
  const ladder = ladderOfProgression(source.value.data);
  return ladder.ok ? ladder : { ok: false, problems: located(ladder.problems, source.value, file) };
}

/** @throws ScorecardError where it is not said which level the role is at */
function chooseLevels(ladder: Ladder, level: string | undefined): LevelRatings {
  const found = level === undefined ? undefined : ratingsOfLevels(ladder, level);
  if (found) return found;
  const names = ladder.levels.map(clean).join(', ');
  if (level === undefined) {
    throw new ScorecardError('an import needs the level that the role is at: it becomes the 3', {
      hint: say`pass --level with one of: ${names}`,
    });
  }
  throw new ScorecardError(`the ladder has no level "${level}"${didYouMean(level, ladder.levels)}`, {
    hint: say`levels: ${names}`,
  });
}

function aboutDraft({ levels, competencies, leftOut }: Ladder, ratings: LevelRatings): readonly TerminalText[] {
  const used = ([2, 3, 4] as const).flatMap((rating) => {
    const level = ratings[rating];
    return level === undefined ? [] : [{ level, text: say`${rating} is ${clean(level)}` }];
  });
  const unused = levels.filter((level) => !used.some((one) => one.level === level));
  const rest = [...leftOut.map(clean), ...unused.map((level) => say`the level ${clean(level)}`)];
  return [
    say`${count(competencies.length, 'dimension')}: ${used.map(({ text }) => text).join(', ')}; the rest is yours to write`,
    ...(rest.length === 0 ? [] : [say`Left out: ${rest.join(', ')}`]),
  ];
}
