import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { HOME } from '../support/fake-host.js';
import { installPacked } from '../support/packed.js';

const packed = installPacked();
afterAll(() => packed.remove());

const PROGRAM = `import { readFileSync } from 'node:fs';
import { computeScore, krippendorffAlpha, type Ratings, type Rubric, parseRubric, recommend } from 'scorecard';

const checked = parseRubric(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join());
const rubric: Rubric = checked.value;
const dimensions = rubric.dimensions.map(({ id, name, weight, minimum }) => ({ id, name, weight, minimum, rating: 4 as const }));
const { recommendation: rules, scale } = rubric;
const score = computeScore(dimensions, rules.bands);
const { recommendation } = recommend({ score, dimensions, redFlags: [], rules, scale });
const ratings: Ratings = [[4, 5], [2, 2], [3, null], [1, 2]];
const alpha: number | undefined = krippendorffAlpha(ratings, { metric: 'ordinal' }).value;
console.log(JSON.stringify({ hundredths: score.hundredths, recommendation, alpha: alpha?.toFixed(3) }));
`;

test('the packed package works as a library, and its types hold in strict TypeScript without any other package', () => {
  writeFileSync(join(packed.folder, 'program.ts'), PROGRAM);
  const options = ['--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2023'];
  const types = ['--types', 'node', '--typeRoots', join(HOME, 'node_modules/@types')];
  const tsc = join(HOME, 'node_modules/typescript/bin/tsc');
  const compiled = spawnSync(process.execPath, [tsc, ...options, ...types, 'program.ts'], {
    cwd: packed.folder,
    encoding: 'utf8',
  });
  expect(compiled.stdout).toBe('');
  const rubric = join(packed.home, 'dist/rubrics/lead-devops.json');
  const printed = execFileSync(process.execPath, ['program.js', rubric], { cwd: packed.folder, encoding: 'utf8' });
  expect(JSON.parse(printed)).toEqual({ hundredths: 400, recommendation: 'strong-yes', alpha: '0.731' });
});
