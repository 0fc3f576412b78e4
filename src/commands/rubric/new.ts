import { join, resolve } from 'node:path';
import { jsonSchemas } from '../../core/authoring/json-schemas.js';
import { starterRubric } from '../../core/authoring/starter-rubric.js';
import { clean, jsonText, say, withoutControls } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import { EXIT, type ExitCode, ScorecardError, systemCode } from '../../errors.js';
import { findRubric } from '../../io/rubrics/rubric-library.js';
import { exists, makePrivateFolder, readBytes, reason } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { writeAtomically } from '../../io/system/write-file.js';
import { replaceTopLevel } from '../../io/yaml/yaml-edit.js';
import type { GlobalOptions } from '../context.js';
import { type OutputOptions, writeResult } from '../shared/write-result.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly from?: string;
  readonly title?: string;
}

/** Shared with colleagues through a repository, unlike what is written about people. */
const PUBLIC_FILE = 0o644;

export async function rubricNew(id: string, options: Options, host: Host): Promise<ExitCode> {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) {
    throw new ScorecardError(`"${id}" can't be the id of a rubric`, {
      hint: say`start with a lower-case letter and use only lower-case letters, digits and hyphens`,
    });
  }
  const text =
    options.from === undefined
      ? starterRubric(id, options.title ?? titleOf(id))
      : copied(options.from, id, options, host);
  if (options.output === '-') {
    await writeResult(withoutControls(text), options, host);
    return EXIT.ok;
  }
  const shown = options.output ?? join('rubrics', `${id}.yaml`);
  const path = resolve(host.cwd, shown);
  makePrivateFolder(resolve(path, '..'));
  write(path, shown, text, options.force === true);
  const schema = resolve(path, '..', 'rubric.schema.json');
  if (!exists(schema)) write(schema, 'rubric.schema.json', jsonSchemas.rubric(), false);
  if (!options.quiet) {
    host.stderr.write(say`${clean(shown)}\nNext: edit it, then ${command`scorecard rubric check --strict ${shown}`}\n`);
  }
  return EXIT.ok;
}

/** Another rubric's text, comments and all, under a new name. */
function copied(from: string, id: string, { title, ...options }: Options, host: Host): string {
  const { rubric, file } = findRubric(from, host, options);
  const text = new TextDecoder().decode(readBytes(file));
  return replaceTopLevel(text, {
    id,
    title: jsonText(title ?? `${rubric.title} (copy)`),
    version: '1.0.0',
    aliases: '[]',
  });
}

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function write(path: string, shown: string, text: string, mayReplace: boolean): void {
  try {
    writeAtomically(path, text, { mayReplace, mode: PUBLIC_FILE });
  } catch (error) {
    if (systemCode(error) === 'EEXIST')
      throw new ScorecardError(`${shown} exists already`, { hint: say`pass --force to replace it` });
    throw new ScorecardError(`${shown}: ${reason(error)}`);
  }
}
