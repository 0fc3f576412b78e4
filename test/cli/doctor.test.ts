import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';

describe('doctor', () => {
  test('finds nothing wrong in an empty folder, and makes nothing', async () => {
    const host = createFakeHost({ env: { PATH: process.env.PATH ?? '' } });
    expect(await run(['doctor'], host)).toBe(EXIT.ok);
    expect(host.stdout.text).toMatch(/^fine {3}store +scorecards does not exist yet/m);
    expect(host.stdout.text).toMatch(/^fine {3}rubrics +9 roles \(built in\)$/m);
    expect(host.stderr.text).toBe('No problems found.\n');
  });

  test('says what to do about a store that others may read', async () => {
    const host = createFakeHost();
    mkdirSync(join(host.cwd, 'scorecards'));
    chmodSync(join(host.cwd, 'scorecards'), 0o755);
    expect(await run(['doctor'], host)).toBe(EXIT.no);
    expect(host.stdout.text).toMatch(/^wrong {2}store +scorecards can be read by others$/m);
    expect(host.stdout.text).toContain('to do: run: chmod -R go= scorecards');
  });

  test('names a rubric with mistakes and a draft that is damaged', async () => {
    const host = createFakeHost({
      files: { 'rubrics/bad.yaml': 'id: bad\n', 'scorecards/.drafts/torn.ndjson': 'no event\n' },
      env: { PATH: process.env.PATH ?? '' },
    });
    chmodSync(join(host.cwd, 'scorecards'), 0o700);
    expect(await run(['doctor', '-f', 'json'], host)).toBe(EXIT.no);
    const { findings } = JSON.parse(host.stdout.text) as {
      findings: { subject: string; state: string; message: string }[];
    };
    const told = findings.map(({ subject, state, message }) => `${state} ${subject}: ${message}`);
    expect(told).toContain('wrong rubrics: rubrics/bad.yaml is not a valid rubric');
    expect(told).toContain(
      `wrong drafts: ${join(host.cwd, 'scorecards/.drafts/torn.ndjson')}: this is not a draft of an interview`,
    );
  });
});
