import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';

const LADDER = [
  'Competency;Mid;Senior;Staff',
  'Testing;Tests own code;"Says ""why"" it is tested: a b #c";Gives teams a way to test',
  'Überblick & Ruhe;Asks;Stays calm;',
  'Testing;Again;Once more;Yet again',
].join('\r\n');

const FRAMEWORK = `---
title: "💻 Backend"
topics:
  - name: "mastery"
    title: "Mastery"
    content:
      - level: 1
        criteria:
          - "Asks"
      - level: 2
        criteria:
          - "Designs"
---
# Not: YAML { here
`;

describe('rubric import', () => {
  test('makes a draft of a table that is valid, and that check calls unfinished', async () => {
    const host = createFakeHost({ files: { 'Senior SRE.csv': LADDER } });
    expect(await run(['rubric', 'import', 'Senior SRE.csv', '--as', 'csv', '--level', 'senior'], host)).toBe(EXIT.ok);
    expect(host.stderr.text).toBe(
      'rubrics/senior-sre.yaml\n3 dimensions: 2 is Mid, 3 is Senior, 4 is Staff; the rest is yours to write\n' +
        'Next: edit it, then scorecard rubric check --strict rubrics/senior-sre.yaml\n',
    );
    const shown = createFakeHost({ cwd: host.cwd });
    expect(await run(['rubric', 'show', 'senior-sre', '-f', 'json'], shown)).toBe(EXIT.ok);
    expect(JSON.parse(shown.stdout.text)).toMatchObject({
      title: 'Senior SRE',
      dimensions: [
        { id: 'testing', name: 'Testing', anchors: { 3: { text: 'Says "why" it is tested: a b #c' } } },
        { id: 'uberblick-ruhe', name: 'Überblick & Ruhe', anchors: { 4: { text: 'TODO: nothing at Staff' } } },
        { id: 'testing-2', name: 'Testing (2)', anchors: { 2: { text: 'Again' } } },
      ],
    });
    const checked = createFakeHost({ cwd: host.cwd });
    expect(await run(['rubric', 'check', '--strict', 'senior-sre'], checked)).toBe(EXIT.no);
    expect(checked.stdout.text).toContain(
      'still to be written in testing: meetsBar, anchors 1, anchors 5, questions 1 ask (unfinished)',
    );
  });

  test('reads the front matter of a progression framework', async () => {
    const host = createFakeHost({ files: { 'backend.md': FRAMEWORK } });
    const args = [
      'rubric',
      'import',
      'backend.md',
      '--as',
      'progression',
      '--level',
      '2',
      '--title',
      'Backend, level 2',
    ];
    expect(await run(args, host)).toBe(EXIT.ok);
    const text = readFileSync(join(host.cwd, 'rubrics/backend-level-2.yaml'), 'utf8');
    expect(text).toContain('2: "Asks."\n      3: "Designs."\n      4: "TODO: no such level"\n');
  });

  test.each<[string, string[], string]>([
    ['no level', [], 'pass --level with one of: Mid, Senior, Staff'],
    ['a level that the ladder does not have', ['--level', 'Seniro'], 'did you mean "Senior"?'],
  ])('%s is told with the levels', async (_name, more, message) => {
    const host = createFakeHost({ files: { 'l.csv': LADDER } });
    expect(await run(['rubric', 'import', 'l.csv', '--as', 'csv', ...more], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain(message);
  });

  test('a mistake in the front matter is told with its line', async () => {
    const host = createFakeHost({ files: { 'b.md': FRAMEWORK.replace('name: "mastery"', 'nom: "mastery"') } });
    expect(await run(['rubric', 'import', 'b.md', '--as', 'progression', '--level', '1'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('b.md:4:5 error "name" is missing');
  });
});
