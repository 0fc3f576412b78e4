import { starterRubric } from '../../core/authoring/starter-rubric.js';
import { jsonText } from '../../core/text/safe-text.js';
import type { ExitCode } from '../../errors.js';
import { findRubric } from '../../io/rubrics/rubric-library.js';
import { readBytes } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { replaceTopLevel } from '../../io/yaml/yaml-edit.js';
import type { GlobalOptions } from '../context.js';
import type { OutputOptions } from '../shared/write-result.js';
import { chooseName, writeRubric } from './write-rubric.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly from?: string;
  readonly title?: string;
  /** The folder to become a repository of rubrics. */
  readonly repo?: string;
}

export async function rubricNew(role: string, options: Options, host: Host): Promise<ExitCode> {
  const { id, title } = chooseName(role, options.title);
  const { from, repo } = options;
  // Of a bare id, the other rubric's title tells more.
  const own = options.title === undefined && role === id ? undefined : title;
  const text = from === undefined ? starterRubric(id, title) : copied(from, { id, title: own }, options, host);
  if (repo === undefined) return writeRubric({ id, text }, options, host);
  const { writeRepository } = await import('./repository/write-repository.js');
  return writeRepository({ folder: repo, id, title, text }, options, host);
}

interface CopiedName {
  readonly id: string;
  readonly title: string | undefined;
}

/** Another rubric's text, comments and all, under a new name. */
function copied(from: string, { id, title }: CopiedName, options: GlobalOptions, host: Host): string {
  const { rubric, file } = findRubric(from, host, options);
  const text = new TextDecoder().decode(readBytes(file));
  return replaceTopLevel(text, {
    id,
    title: jsonText(title ?? `${rubric.title} (copy)`),
    version: '1.0.0',
    aliases: '[]',
  });
}
