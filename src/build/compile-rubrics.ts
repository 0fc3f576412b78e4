import { readFileSync } from 'node:fs';
import type { Plugin } from 'rolldown';
import { summariseRubric } from '../core/rubric/rubric-summary.js';
import { baseFinder } from '../io/rubrics/base-rubric.js';
import { type CompiledHead, HEADS } from '../io/rubrics/compiled-rubric.js';
import { readRubric, rubricSha256 } from '../io/rubrics/rubric-file.js';
import { rubricFilesIn, stemOf } from '../io/rubrics/rubric-folder.js';
import { renderProblems } from '../render/messages/problems.js';
import { plainStyle } from '../render/text/style.js';

/** Checks the built-in rubrics and leaves them as JSON in the package; a mistake in one ends the build. */
export function compileRubrics(from: string): Plugin {
  return {
    name: 'compile-rubrics',
    generateBundle() {
      const heads: Record<string, CompiledHead> = {};
      for (const path of rubricFilesIn(from)) {
        const yaml = readFileSync(path);
        const checked = readRubric(yaml, path, baseFinder({ path, shown: path }, [], { cwd: '.' }));
        if (!checked.ok) throw new Error(`a built-in rubric is wrong\n${renderProblems(checked.problems, plainStyle)}`);
        const { rubric, base } = checked.value;
        heads[stemOf(path)] = {
          summary: summariseRubric(rubric),
          sha256: rubricSha256(rubric, yaml),
          base: base && stemOf(base.file.path),
        };
        const name = `rubrics/${stemOf(path)}`;
        this.emitFile({ type: 'asset', fileName: `${name}.yaml`, source: yaml });
        this.emitFile({ type: 'asset', fileName: `${name}.json`, source: asciiJson(rubric) });
      }
      this.emitFile({ type: 'asset', fileName: `rubrics/${HEADS}`, source: asciiJson(heads) });
    },
  };
}

/** JSON in ASCII alone: it is read without decoding, in half the memory. */
function asciiJson(value: object): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[^ -~]/g, escaped);
}
