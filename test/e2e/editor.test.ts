import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOME } from '../support/fake-host.js';
import { type LanguageClient, startYamlLanguageServer } from '../support/language-client.js';
import { startProgram } from '../support/program.js';

const RUBRICS = join(HOME, 'rubrics');
const NAMES = readdirSync(RUBRICS).filter((name) => name.endsWith('.yaml'));

/**
 * As it would stand beside the schema, whatever its text. The server is one for all tests, so each text has a name of
 * its own.
 */
const uriOf = (name: string) => pathToFileURL(join(RUBRICS, name)).href;
const textOf = (name: string) => readFileSync(join(RUBRICS, name), 'utf8');

function positionOf(text: string, part: string, offset = 0): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(part) + offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe('an editor with a YAML language server', () => {
  let client: LanguageClient;
  beforeAll(async () => {
    client = await startYamlLanguageServer();
  });
  afterAll(() => client.end());

  test('finds nothing wrong in the built-in rubrics and their tests', async () => {
    expect(NAMES).toHaveLength(18);
    for (const name of NAMES) {
      const diagnostics = await client.open(uriOf(name), textOf(name));
      expect(diagnostics.map(({ message, range }) => `${name}:${range.start.line + 1} ${message}`)).toEqual([]);
    }
  });

  test('marks a misspelt key where it stands', async () => {
    const text = textOf('lead-infra.yaml').replace('weight: 20', 'wieght: 20');
    const diagnostics = await client.open(uriOf('misspelt.yaml'), text);
    expect(diagnostics.map(({ message }) => message)).toContainEqual(expect.stringContaining('wieght'));
    expect(diagnostics.some(({ range }) => range.start.line === positionOf(text, 'wieght').line)).toBe(true);
  });

  test('knows the template of answers by its first line, and marks a misspelt key in it', async () => {
    const { stdout } = await startProgram(['interview', '-r', 'head-infra', '--answers-template'], { cwd: HOME }).ended;
    expect(await client.open(uriOf('answers.yaml'), stdout)).toEqual([]);
    const text = stdout.replace('\nverdict:', '\nverdikt:');
    const [misspelt] = await client.open(uriOf('misspelt-answers.yaml'), text);
    expect(misspelt?.message).toContain('verdikt');
    expect(misspelt?.range.start.line).toBe(positionOf(text, 'verdikt').line);
  });

  test('knows a plan by its first line, and marks a misspelt key in it', async () => {
    const text = `# yaml-language-server: $schema=./plan.schema.json
candidate: { name: Ada Example, id: ada@example.com }
role: head-infra
visible: after-all
interviewers:
  - J. Lee
  - { name: A. Novak, sessions: [leading], minutes: 45, date: 2026-12-01, shadow: true }
`;
    expect(await client.open(uriOf('plan.yaml'), text)).toEqual([]);
    const [misspelt] = await client.open(uriOf('misspelt-plan.yaml'), text.replace('visible:', 'visibel:'));
    expect(misspelt?.message).toContain('visibel');
  });

  test('completes a key', async () => {
    const text = textOf('lead-infra.yaml').replace('    meetsBar:', '    opt\n    meetsBar:');
    await client.open(uriOf('half-typed.yaml'), text);
    const position = positionOf(text, '    opt\n', '    opt'.length);
    const answer = await client.request('textDocument/completion', {
      textDocument: { uri: uriOf('half-typed.yaml') },
      position,
    });
    const labels = (answer.items ?? answer).map(({ label }: { label: string }) => label);
    expect(labels).toContain('optional');
  });

  test('tells what a field means', async () => {
    const text = textOf('lead-infra.yaml');
    await client.open(uriOf('hovered.yaml'), text);
    const position = positionOf(text, '    meetsBar:', 6);
    const hover = await client.request('textDocument/hover', {
      textDocument: { uri: uriOf('hovered.yaml') },
      position,
    });
    expect(JSON.stringify(hover.contents)).toContain('what meeting the bar means');
  });
});
