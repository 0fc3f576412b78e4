import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCompiledRubric } from '../../../src/io/rubrics/compiled-rubric.js';
import { loadRubric, parseRubricFile } from '../../../src/io/rubrics/rubric-file.js';
import { HOME, temporaryFolder } from '../../support/fake-host.js';

const BUILT_IN = readdirSync(join(HOME, 'rubrics')).filter((name) => name.endsWith('.yaml'));
const COMPILED = join(HOME, 'dist/rubrics');

/** A copy of one built-in rubric and of what the build made of it. */
function copyOf(name: string) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'dist'));
  const file = join(folder, `${name}.yaml`);
  copyFileSync(join(HOME, `rubrics/${name}.yaml`), file);
  for (const ending of ['yaml', 'head.json', 'json'])
    copyFileSync(join(COMPILED, `${name}.${ending}`), join(folder, 'dist', `${name}.${ending}`));
  return { file, compiled: join(folder, 'dist', name) };
}

describe('a built-in rubric that the build has checked', () => {
  test.each(BUILT_IN)('%s is the same from JSON as from YAML', (file) => {
    const yaml = readFileSync(join(HOME, 'rubrics', file));
    const parsed = parseRubricFile(yaml, file);
    const compiled = readCompiledRubric(join(COMPILED, file.replace('.yaml', '')), yaml);
    expect(compiled?.rubric).toEqual(parsed.ok ? parsed.value : parsed.problems);
    expect(compiled?.sha256).toBe(loadRubric(join(HOME, 'rubrics', file)).sha256);
    expect(compiled?.summary).toEqual(loadRubric(join(HOME, 'rubrics', file)).summary);
  });

  test('is read from YAML once the YAML has changed by a byte', () => {
    const { file, compiled } = copyOf('lead-devops');
    expect(readCompiledRubric(compiled, readFileSync(file))).toBeDefined();
    appendFileSync(file, '\n');
    expect(readCompiledRubric(compiled, readFileSync(file))).toBeUndefined();
    expect(loadRubric(file, { compiled }).sha256).not.toBe(loadRubric(join(HOME, 'rubrics/lead-devops.yaml')).sha256);
  });

  test('shows a mistake that was edited in, not the rubric of the build', () => {
    const { file, compiled } = copyOf('lead-devops');
    appendFileSync(file, 'wieght: 3\n');
    expect(() => loadRubric(file, { compiled })).toThrow('not a valid rubric');
  });

  test('is read from YAML where the build has left nothing', () => {
    const { file } = copyOf('lead-devops');
    expect(loadRubric(file, { compiled: join(temporaryFolder(), 'lead-devops') }).rubric.id).toBe('lead-devops');
  });
});
