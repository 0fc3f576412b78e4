import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CompiledHead, HEADS, readCompiledRubric } from '../../../src/io/rubrics/compiled-rubric.js';
import { type LoadedRubric, loadRubric } from '../../../src/io/rubrics/rubric-file.js';
import { rubricFilesIn } from '../../../src/io/rubrics/rubric-folder.js';
import { findRubric } from '../../../src/io/rubrics/rubric-library.js';
import { createFakeHost, HOME, temporaryFolder } from '../../support/fake-host.js';
import { SMALL_RUBRIC } from '../../support/rubrics.js';

const BUILT_IN = rubricFilesIn(join(HOME, 'rubrics')).map((file) => basename(file));
const COMPILED = join(HOME, 'dist/rubrics');

/** A built-in rubric as it is read from its YAML. */
function fromYaml(file: string): LoadedRubric {
  return findRubric(join(HOME, 'rubrics', file), createFakeHost(), {});
}

const options = {
  findBase: () => {
    throw new Error('nothing is extended here');
  },
};

/** A copy of one built-in rubric and of what the build made of it. */
function copyOf(name: string) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'dist'));
  const file = join(folder, `${name}.yaml`);
  copyFileSync(join(HOME, `rubrics/${name}.yaml`), file);
  for (const ending of ['yaml', 'json'])
    copyFileSync(join(COMPILED, `${name}.${ending}`), join(folder, 'dist', `${name}.${ending}`));
  copyFileSync(join(COMPILED, HEADS), join(folder, 'dist', HEADS));
  return { folder, file, compiled: join(folder, 'dist', name) };
}

describe('a built-in rubric that the build has checked', () => {
  test.each(BUILT_IN)('%s is the same from JSON as from YAML', (file) => {
    const compiled = readCompiledRubric(join(COMPILED, file.replace('.yaml', '')), join(HOME, 'rubrics', file));
    const { rubric, sha256, summary } = fromYaml(file);
    expect(compiled?.rubric).toEqual(rubric);
    expect(compiled?.sha256).toBe(sha256);
    expect(compiled?.summary).toEqual(summary);
  });

  test('is read from YAML once the YAML has changed by a byte', () => {
    const { file, compiled } = copyOf('lead-devops');
    expect(readCompiledRubric(compiled, file)).toBeDefined();
    appendFileSync(file, '\n');
    expect(readCompiledRubric(compiled, file)).toBeUndefined();
    expect(loadRubric(file, { ...options, compiled }).sha256).not.toBe(fromYaml('lead-devops.yaml').sha256);
  });

  test('is read from YAML once that of the rubric which it extends has changed by a byte', () => {
    const folder = temporaryFolder();
    const compiled = join(folder, 'dist');
    mkdirSync(compiled);
    const head: Partial<CompiledHead> = { sha256: 'x', base: 'core' };
    for (const [file, text] of Object.entries({
      'role.yaml': SMALL_RUBRIC,
      'core.yaml': SMALL_RUBRIC,
      'dist/role.yaml': SMALL_RUBRIC,
      'dist/core.yaml': SMALL_RUBRIC,
      [`dist/${HEADS}`]: JSON.stringify({ role: head }),
    }))
      writeFileSync(join(folder, file), text);
    const read = () => readCompiledRubric(join(compiled, 'role'), join(folder, 'role.yaml'));
    expect(read()?.sha256).toBe('x');
    appendFileSync(join(folder, 'core.yaml'), '\n');
    expect(read()).toBeUndefined();
  });

  test('is read from YAML once a byte of it is another, and where there is more of it than any has', () => {
    const { file, compiled } = copyOf('lead-devops');
    const yaml = readFileSync(file, 'latin1');
    writeFileSync(file, yaml.replace(/\d(?=[^\d]*$)/, 'x'), 'latin1');
    expect(readCompiledRubric(compiled, file)).toBeUndefined();
    for (const path of [file, `${compiled}.yaml`]) writeFileSync(path, ' '.repeat(300_000));
    expect(readCompiledRubric(compiled, file)).toBeUndefined();
  });

  test('shows a mistake that was edited in, not the rubric of the build', () => {
    const { file, compiled } = copyOf('lead-devops');
    appendFileSync(file, 'wieght: 3\n');
    expect(() => loadRubric(file, { ...options, compiled })).toThrow('not a valid rubric');
  });

  test('is read from YAML where the build has left nothing', () => {
    const { file } = copyOf('lead-devops');
    const compiled = join(temporaryFolder(), 'lead-devops');
    expect(loadRubric(file, { ...options, compiled }).rubric.id).toBe('lead-devops');
  });
});
