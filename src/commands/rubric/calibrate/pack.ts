import { resolve } from 'node:path';
import { type CalibrationAnswers, parseCalibration } from '../../../core/calibration/answers.js';
import { type CalibrationItem, calibrationItems } from '../../../core/calibration/pack.js';
import type { Rubric } from '../../../core/rubric/rubric.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { didYouMean } from '../../../core/text/wording.js';
import { ScorecardError } from '../../../errors.js';
import { loadSamples } from '../../../io/rubrics/authoring-files.js';
import { shownPath } from '../../../io/rubrics/rubric-folder.js';
import { findRubric, type LibraryOptions } from '../../../io/rubrics/rubric-library.js';
import { readYamlFile } from '../../../io/rubrics/yaml-file.js';
import type { Host } from '../../../io/system/host.js';

/** A rubric with the answers that were rated for it. */
export interface Pack {
  readonly rubric: Rubric;
  readonly items: readonly CalibrationItem[];
}

/** @throws ScorecardError where there is no such role, or it has no rated answers */
export function loadPack(role: string, options: LibraryOptions, host: Host): Pack {
  const { rubric, file } = findRubric(role, host, options);
  const samples = loadSamples(rubric, { path: file, shown: shownPath(host, file) });
  if (samples.version !== rubric.version) {
    throw new ScorecardError(
      `the answers for ${rubric.id} were rated by version ${samples.version}; the rubric is at ${rubric.version}`,
      { hint: say`rate them again by the anchors as they are, and set their version` },
    );
  }
  return { rubric, items: calibrationItems(samples, rubric) };
}

/** @throws ScorecardError with every mistake of the file */
export function readAnswers(file: string, { rubric, items }: Pack, host: Host): CalibrationAnswers {
  const against = { items, scale: rubric.scale, rubric: rubric.id, version: rubric.version };
  const read = readYamlFile({ path: resolve(host.cwd, file), shown: file }, (data) => parseCalibration(data, against));
  if (read.ok) return read.value.value;
  throw new ScorecardError(`${file} does not hold ratings of these answers`, { problems: read.problems });
}

/** @throws ScorecardError for a dimension that there is not */
export function dimensionsIn(wanted: readonly string[], { dimensions, id }: Rubric): readonly string[] {
  const known = dimensions.map((dimension) => dimension.id);
  for (const name of wanted) {
    if (!known.includes(name))
      throw new ScorecardError(`${id} has no dimension "${name}"${didYouMean(name, known)}`, {
        hint: say`dimensions: ${known.map(clean).join(', ')}`,
      });
  }
  return wanted;
}
