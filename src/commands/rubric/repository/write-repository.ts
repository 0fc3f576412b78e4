import { dirname, join, resolve } from 'node:path';
import { jsonSchemas } from '../../../core/authoring/json-schemas.js';
import type { RubricName } from '../../../core/authoring/name-rubric.js';
import { starterCases } from '../../../core/cases/starter-cases.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { command } from '../../../core/text/shell-words.js';
import { EXIT, type ExitCode, ScorecardError } from '../../../errors.js';
import { baseFinder } from '../../../io/rubrics/base-rubric.js';
import { readCases } from '../../../io/rubrics/case-files.js';
import { type FindBase, invalidRubric, readRubric } from '../../../io/rubrics/rubric-file.js';
import type { RubricPath } from '../../../io/rubrics/rubric-folder.js';
import { rubricFolders } from '../../../io/rubrics/rubric-library.js';
import { exists, makePrivateFolder, readBytes } from '../../../io/system/files.js';
import type { Host } from '../../../io/system/host.js';
import { IGNORED, repositoryReadme, WORKFLOW } from '../../../render/rubric/repository.js';
import type { GlobalOptions } from '../../context.js';
import type { OutputOptions } from '../../shared/write-result.js';
import { updateCases } from '../test/update-cases.js';
import { writeShared } from '../write-rubric.js';

interface Repository extends RubricName {
  readonly folder: string;
  /** The text of its rubric. */
  readonly text: string;
}

/** Writes a repository to begin with around a rubric: what checks it, what it should come to, how to change it. */
export async function writeRepository(
  { folder, id, title, text }: Repository,
  options: GlobalOptions & OutputOptions,
  host: Host,
): Promise<ExitCode> {
  const placed = (name: string): RubricPath => ({ path: resolve(host.cwd, folder, name), shown: join(folder, name) });
  const rubric = placed(`rubrics/${id}.yaml`);
  const cases = placed(`rubrics/${id}.test.yaml`);
  const library = rubricFolders(host, options);
  const findBase = baseFinder(rubric, library, host);
  const files: readonly (readonly [RubricPath, string])[] = [
    [rubric, text],
    [cases, casesFor(text, rubric, findBase)],
    [placed('rubrics/rubric.schema.json'), jsonSchemas.rubric()],
    [placed('rubrics/test.schema.json'), jsonSchemas.test()],
    [placed('rubrics/skill/SKILL.md'), new TextDecoder().decode(readBytes(join(host.home, 'rubrics/skill/SKILL.md')))],
    [placed('.github/workflows/rubrics.yml'), WORKFLOW],
    [placed('.gitignore'), IGNORED],
    [placed('README.md'), repositoryReadme({ id, title })],
  ];
  checkFree(
    files.map(([file]) => file),
    options,
  );
  for (const [file, content] of files) {
    makePrivateFolder(dirname(file.path));
    writeShared(file, content, options.force === true);
    if (!options.quiet) host.stderr.write(say`${clean(file.shown)}\n`);
  }
  const written = readCases(cases, () => findBase);
  if (written.ok) updateCases(cases, written.value);
  if (!options.quiet) {
    const next = command`cd ${folder} && git init -b main && scorecard rubric test`;
    host.stderr.write(say`Next: ${next}\n`);
  }
  return EXIT.ok;
}

/** @throws ScorecardError where the rubric that it is a copy of extends one that is not in reach */
function casesFor(text: string, { shown }: RubricPath, findBase: FindBase): string {
  const read = readRubric(new TextEncoder().encode(text), shown, findBase);
  if (!read.ok) throw invalidRubric(read.problems, shown);
  return starterCases(read.value.rubric);
}

/** Before anything is written. @throws ScorecardError where a file stands there already */
function checkFree(files: readonly RubricPath[], { force }: OutputOptions): void {
  const taken = force ? undefined : files.find(({ path }) => exists(path));
  if (taken) throw new ScorecardError(`${taken.shown} exists already`, { hint: say`pass --force to replace it` });
}
