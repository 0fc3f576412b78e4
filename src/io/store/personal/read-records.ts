import { statSync } from 'node:fs';
import { type FileKind, isMap, textsIn } from '../../../core/personal/contents.js';
import { readRegularFile, reason } from '../../system/files.js';
import { parseYamlSource } from '../../yaml/yaml-source.js';

/** Above this no file is read whole. */
const MOST_BYTES = 256 * 1024 * 1024;

export type ReadText = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly why: string };

/** The text of a file, or in words why there is none. */
export function readContents(path: string): ReadText {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isFile() && stat.size > MOST_BYTES) return { ok: false, why: 'is too large to be searched' };
    const bytes = readRegularFile(path);
    return bytes ? { ok: true, value: bytes.toString('utf8') } : { ok: false, why: 'is not a regular file' };
  } catch (error) {
    return { ok: false, why: reason(error) };
  }
}

/** The records of a file as data: as many as it has, and those that can be read. */
export function recordsIn(text: string, kind: FileKind): readonly unknown[] {
  switch (kind) {
    case 'scorecard':
    case 'decision':
      return resultsIn(parse(text));
    case 'draft':
    case 'history':
    case 'table':
      return linesIn(text);
    case 'temporary': {
      const data = parse(text);
      return data === undefined ? linesIn(text) : resultsIn(data);
    }
    case 'plan':
      return [yamlIn(text)];
    case 'report':
      return [frontMatterIn(text)];
    default:
      return [];
  }
}

/** A document, the items of a list, or the results of a batch. */
function resultsIn(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data;
  return isMap(data) && Array.isArray(data.results) ? data.results : [data];
}

function linesIn(text: string): readonly unknown[] {
  return text.split('\n').flatMap((line) => parse(line) ?? []);
}

function yamlIn(text: string): unknown {
  const source = parseYamlSource(Buffer.from(text, 'utf8'));
  return source.ok ? source.value.data : undefined;
}

/** Whom a report names before its text. */
function frontMatterIn(text: string): unknown {
  const named = /^---\n(?:[^\n]*\n){0,9}?candidate: ("[^\n]*")\n/.exec(text)?.[1];
  return named === undefined ? undefined : { candidate: parse(named) };
}

/** The texts of a file that a search has to look through: as it stands, and where letters are escaped, as they read. */
export function* textsOf(text: string, kind: FileKind): Generator<string> {
  if (kind === 'draft' || kind === 'history') {
    for (const line of text.split('\n')) yield* eventTexts(line);
    return;
  }
  yield text;
  if (text.includes('\\')) for (const data of recordsIn(text, kind)) yield* textsIn(data);
}

/** Without the rubric, which is most of a journal, and tells of nobody. */
function* eventTexts(line: string): Generator<string> {
  const event = parse(line);
  if (isMap(event)) yield* textsIn({ ...event, rubric: undefined });
  else yield line;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
