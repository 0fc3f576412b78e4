import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { rubricFilesIn, stemOf } from '../../src/io/rubrics/rubric-folder.js';
import { createFakeHost, HOME } from '../support/fake-host.js';

test.each(rubricFilesIn(`${HOME}/rubrics`).map(stemOf))('%s has cases, and comes out as they expect', async (role) => {
  const host = createFakeHost();
  expect(await run(['rubric', 'test', role, '-f', 'json'], host), host.stderr.text + host.stdout.text).toBe(EXIT.ok);
  const { files } = JSON.parse(host.stdout.text);
  const rules = files.flatMap(({ cases }: any) =>
    cases.flatMap(({ got }: any) => got.because.map((one: any) => one.rule)),
  );
  // What every rubric has a rule for.
  expect(rules).toEqual(expect.arrayContaining(['coverage', 'strong-yes-needs', 'borderline']));
  const bands = files.flatMap(({ cases }: any) => cases.map(({ got }: any) => got.recommendation));
  expect(bands).toEqual(expect.arrayContaining(['yes', 'no', 'incomplete']));
});
