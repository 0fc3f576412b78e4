import { readFileSync } from 'node:fs';
import type { Rubric } from '../../core/rubric/rubric.js';
import type { RubricSummary } from '../../core/rubric/rubric-summary.js';
import { systemCode } from '../../errors.js';

/** What the build wrote down about a rubric that it has read and checked. */
export interface CompiledHead {
  readonly summary: RubricSummary;
  /** SHA-256 of the YAML file that it was made from. */
  readonly sha256: string;
}

export interface CompiledRubric extends CompiledHead {
  /** The rubric, read when it is first asked for. */
  readonly rubric: Rubric;
}

/**
 * The checked rubric, where the build left one and the YAML file's bytes are still those that it was made from; else
 * `undefined`. `path` is without its ending: `.head.json` and `.json` hold the rubric in ASCII, `.yaml` a copy of what
 * it was made from. Comparing with a copy is exact, and quicker than loading a hash function.
 */
export function readCompiledRubric(path: string, yaml: Uint8Array): CompiledRubric | undefined {
  try {
    if (!readFileSync(`${path}.yaml`).equals(yaml)) return undefined;
    const { summary, sha256 } = readJson(`${path}.head.json`) as CompiledHead;
    let rubric: Rubric | undefined;
    return {
      summary,
      sha256,
      get rubric() {
        rubric ??= readJson(`${path}.json`) as Rubric;
        return rubric;
      },
    };
  } catch (error) {
    if (systemCode(error) !== undefined) return undefined;
    throw error;
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'latin1'));
}
