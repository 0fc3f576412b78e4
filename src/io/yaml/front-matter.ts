import type { Checked } from '../../core/problem.js';
import { parseYamlSource, type YamlSource } from './yaml-source.js';

/** The YAML at the front of a Markdown file, between two lines of three hyphens; of any other file, all of it. */
export function parseFrontMatter(bytes: Uint8Array): Checked<YamlSource> {
  const text = new TextDecoder().decode(bytes);
  const end = /^---\r?\n/.test(text) ? /\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(3)) : null;
  // Lines stay where they are, so that problems name those of the file.
  return parseYamlSource(end === null ? bytes : new TextEncoder().encode(text.slice(0, 3 + end.index)));
}
