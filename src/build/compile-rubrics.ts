import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { summariseRubric } from '../core/rubric/rubric-summary.js';
import { sha256 } from '../core/scorecard/digest.js';
import type { CompiledHead } from '../io/rubrics/compiled-rubric.js';
import { parseRubricFile } from '../io/rubrics/rubric-file.js';
import { renderProblems } from '../render/messages/problems.js';
import { plainStyle } from '../render/text/style.js';

/** Checks the built-in rubrics and leaves them as JSON in the package; a mistake in one ends the build. */
export function compileRubrics(from: string): Plugin {
  return {
    name: 'compile-rubrics',
    generateBundle() {
      for (const file of readdirSync(from).filter((name) => name.endsWith('.yaml'))) {
        const yaml = readFileSync(join(from, file));
        const checked = parseRubricFile(yaml, `rubrics/${file}`);
        if (!checked.ok) throw new Error(`a built-in rubric is wrong\n${renderProblems(checked.problems, plainStyle)}`);
        const head: CompiledHead = { summary: summariseRubric(checked.value), sha256: sha256(yaml.toString('utf8')) };
        const name = `rubrics/${file.replace(/\.yaml$/, '')}`;
        this.emitFile({ type: 'asset', fileName: `${name}.yaml`, source: yaml });
        this.emitFile({ type: 'asset', fileName: `${name}.head.json`, source: asciiJson(head) });
        this.emitFile({ type: 'asset', fileName: `${name}.json`, source: asciiJson(checked.value) });
      }
    },
  };
}

/** JSON in ASCII alone: it is read without decoding, in half the memory. */
function asciiJson(value: object): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[^ -~]/g, escaped);
}
