import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accessIn, makeFolder } from '../../../src/io/system/access.js';
import { writeAtomically } from '../../../src/io/system/write-file.js';
import { temporaryFolder } from '../../support/fake-host.js';

const octal = (mode: number) => (mode & 0o7777).toString(8);

/** What is made in a folder of this mode. */
function madeIn(mode: number): Readonly<Record<string, string>> {
  const folder = temporaryFolder();
  chmodSync(folder, mode);
  const { sealed, kept, folder: below } = accessIn(folder);
  writeAtomically(join(folder, 'sealed'), 'x', { mayReplace: false, ...sealed });
  writeAtomically(join(folder, 'kept'), 'x', { mayReplace: false, ...kept });
  makeFolder(join(folder, 'below'), below);
  const modeOf = (name: string) => octal(statSync(join(folder, name)).mode);
  return { sealed: modeOf('sealed'), kept: modeOf('kept'), folder: modeOf('below') };
}

test.each([
  ['of the user alone', 0o700, { sealed: '600', kept: '600', folder: '700' }],
  ['that others happen to be able to read', 0o755, { sealed: '600', kept: '600', folder: '700' }],
  ['into which the group writes', 0o770, { sealed: '640', kept: '660', folder: '2770' }],
  ['that gives its group on', 0o2770, { sealed: '640', kept: '660', folder: '2770' }],
  ['that the group only reads', 0o2750, { sealed: '640', kept: '640', folder: '2750' }],
  ['that is open to everybody', 0o777, { sealed: '640', kept: '660', folder: '2770' }],
])('in a folder %s, nobody gets more than it gives', (_name, mode, made) => {
  expect(madeIn(mode)).toEqual(made);
});

test('a folder that is there is opened as its parent has been since', () => {
  const folder = temporaryFolder();
  const below = join(folder, 'below');
  mkdirSync(below, { mode: 0o700 });
  chmodSync(folder, 0o2770);
  makeFolder(below, accessIn(folder).folder);
  expect(octal(statSync(below).mode)).toBe('2770');
});
