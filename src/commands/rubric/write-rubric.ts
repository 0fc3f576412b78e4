import { join, resolve } from 'node:path';
import { jsonSchemas } from '../../core/authoring/json-schemas.js';
import { nameRubric, type RubricName } from '../../core/authoring/name-rubric.js';
import { clean, say, type TerminalText, withoutControls } from '../../core/text/safe-text.js';
import { programLine } from '../../core/text/shell-words.js';
import { EXIT, type ExitCode, ScorecardError, systemCode } from '../../errors.js';
import type { RubricPath } from '../../io/rubrics/rubric-folder.js';
import { exists, makePrivateFolder, reason } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { writeAtomically } from '../../io/system/write-file.js';
import type { GlobalOptions } from '../context.js';
import { type OutputOptions, writeResult } from '../shared/write-result.js';

/** Shared with colleagues through a repository, unlike what is written about people. */
const PUBLIC_FILE = 0o644;

/** @throws ScorecardError where no id can be made of the title */
export function chooseName(role: string, title?: string): RubricName {
  const name = nameRubric(role, title);
  if (name) return name;
  throw new ScorecardError(`no id can be made of "${role}"`, {
    hint: say`give an id of lower-case letters, digits and hyphens that starts with a letter, and the title with --title`,
  });
}

interface Written {
  readonly id: string;
  readonly text: string;
  /** What to know of it, before what to do next. */
  readonly about?: readonly TerminalText[];
}

/** Writes a rubric for its author to go on with, and the schema beside it. */
export async function writeRubric(
  { id, text, about = [] }: Written,
  options: GlobalOptions & OutputOptions,
  host: Host,
): Promise<ExitCode> {
  const told = about.map((line) => say`${line}\n`).join('');
  if (options.output === '-') {
    await writeResult(withoutControls(text), options, host);
    if (!options.quiet) host.stderr.write(told);
    return EXIT.ok;
  }
  const shown = options.output ?? join('rubrics', `${id}.yaml`);
  const path = resolve(host.cwd, shown);
  makePrivateFolder(resolve(path, '..'));
  writeShared({ path, shown }, text, options.force === true);
  const schema = resolve(path, '..', 'rubric.schema.json');
  if (!exists(schema)) writeShared({ path: schema, shown: 'rubric.schema.json' }, jsonSchemas.rubric(), false);
  if (!options.quiet) {
    const next = say`Next: edit it, then ${programLine(host.program, ['rubric', 'check', '--strict', shown])}\n`;
    host.stderr.write(say`${clean(shown)}\n${told}${next}`);
  }
  return EXIT.ok;
}

/**
 * Writes a file for colleagues too.
 *
 * @throws ScorecardError where it exists and may not be replaced, or cannot be written
 */
export function writeShared({ path, shown }: RubricPath, text: string, mayReplace: boolean): void {
  try {
    writeAtomically(path, text, { mayReplace, mode: PUBLIC_FILE });
  } catch (error) {
    if (systemCode(error) === 'EEXIST')
      throw new ScorecardError(`${shown} exists already`, { hint: say`pass --force to replace it` });
    throw new ScorecardError(`${shown}: ${reason(error)}`);
  }
}
