import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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

/** The heads of all compiled rubrics of a folder, by their files' names without ending. */
export type CompiledHeads = Readonly<Record<string, CompiledHead>>;

/** The file that holds them: one to read, however many rubrics are listed. */
export const HEADS = 'heads.json';

let heads: { readonly folder: string; readonly all: CompiledHeads } | undefined;

function headsIn(folder: string): CompiledHeads {
  if (heads?.folder !== folder) heads = { folder, all: readJson(join(folder, HEADS)) as CompiledHeads };
  return heads.all;
}

/**
 * The checked rubric, where the build left one and the bytes of `file` are still those that it was made from; else
 * `undefined`; so with the file of the rubric that it extends, in the same folder. `path` is without its ending: `.json`
 * holds the rubric in ASCII, `.yaml` a copy of what it was made from. Comparing with a copy is exact, and quicker than
 * loading a hash function.
 */
export function readCompiledRubric(path: string, file: string): CompiledRubric | undefined {
  try {
    if (!haveSameBytes(file, `${path}.yaml`)) return undefined;
    const head = headsIn(dirname(path))[basename(path)];
    if (head === undefined) return undefined;
    const { summary, sha256, base } = head;
    const isBaseSame = (name: string) => haveSameBytes(join(dirname(file), name), join(dirname(path), name));
    if (base !== undefined && !isBaseSame(`${base}.yaml`)) return undefined;
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

/** More than a built-in rubric has. */
const MOST_BYTES = 256 * 1024;

let buffers: readonly [Buffer, Buffer] | undefined;

/** Whether two regular files are the same, byte by byte. @throws the system's error */
function haveSameBytes(one: string, other: string): boolean {
  // The same two for all files: to be given new ones costs more than to read.
  buffers ??= [Buffer.allocUnsafeSlow(MOST_BYTES), Buffer.allocUnsafeSlow(MOST_BYTES)];
  const bytes = readInto(buffers[0], one);
  return bytes !== undefined && readInto(buffers[1], other)?.equals(bytes) === true;
}

/** The bytes of a file, unless there are more than the buffer holds. */
function readInto(buffer: Buffer, path: string): Buffer | undefined {
  const file = openSync(path, 'r');
  try {
    for (let at = 0; at < buffer.length; ) {
      const count = readSync(file, buffer, at, buffer.length - at, null);
      if (count === 0) return buffer.subarray(0, at);
      at += count;
    }
    return undefined;
  } finally {
    closeSync(file);
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'latin1'));
}
