import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Rubric } from '../../core/rubric/rubric.js';
import type { RubricSummary } from '../../core/rubric/rubric-summary.js';
import { systemCode } from '../../errors.js';

/** What the build wrote down about a rubric that it has read and checked. */
export interface CompiledHead {
  readonly summary: RubricSummary;
  /** What scorecards name it by. */
  readonly sha256: string;
  /** The name without ending of the file beside it that holds the rubric which it extends. */
  readonly base?: string | undefined;
}

export interface CompiledRubric extends CompiledHead {
  /** The rubric, read when it is first asked for. */
  readonly rubric: Rubric;
}

/**
 * The checked rubric, where the build left one and the YAML file's bytes are still those that it was made from; else
 * `undefined`; so with the file of the rubric that it extends, in the same `folder`. `path` is without its ending:
 * `.head.json` and `.json` hold the rubric in ASCII, `.yaml` a copy of what it was made from. Comparing with a copy is
 * exact, and quicker than loading a hash function.
 */
export function readCompiledRubric(path: string, yaml: Uint8Array, folder: string): CompiledRubric | undefined {
  try {
    if (!readFileSync(`${path}.yaml`).equals(yaml)) return undefined;
    const { summary, sha256, base } = readJson(`${path}.head.json`) as CompiledHead;
    const copy = base === undefined ? undefined : readFileSync(join(dirname(path), `${base}.yaml`));
    if (copy?.equals(readFileSync(join(folder, `${base}.yaml`))) === false) return undefined;
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
