import { type Checked, createProblem, inFile, type Problem } from '../../core/problem.js';
import { located } from '../rubrics/rubric-file.js';
import { isTooDeep, MOST_LEVELS } from '../system/parse-json.js';
import { LIMITS, parseYamlSource } from '../yaml/yaml-source.js';

/** A document as data, and what finds the places of mistakes in it. */
export interface CarefulSource {
  readonly data: unknown;
  /** The problems with the file, and with line and column where the document is not too large for that. */
  place(problems: readonly Problem[]): readonly Problem[];
}

/**
 * Reads what the quick way refused: JSON that only YAML forgives, such as a trailing comma, or that is wrong, and then
 * says where.
 */
export function parseCarefully(bytes: Uint8Array, shown: string): Checked<CarefulSource> {
  const place = (problems: readonly Problem[]) => inFile(problems, shown);
  if (bytes.length > LIMITS.bytes) return parseLarge(bytes, place);
  const source = parseYamlSource(bytes);
  if (!source.ok) return { ok: false, problems: place(source.problems) };
  const { value } = source;
  return { ok: true, value: { data: value.data, place: (problems) => located(problems, value, shown) } };
}

/** Reads a document that is too large for the way that knows lines and columns. */
function parseLarge(bytes: Uint8Array, place: CarefulSource['place']): Checked<CarefulSource> {
  if (isTooDeep(bytes)) {
    return { ok: false, problems: place([createProblem('too-deep', { most: MOST_LEVELS }, [])]) };
  }
  try {
    return { ok: true, value: { data: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), place } };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: place([createProblem('json', { what: 'file', reason: why }, [])]) };
  }
}
