import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';

const FILES = {
  'scorecards/2026-11-20-ada.json': JSON.stringify({ candidate: 'Ada Example', interviewer: 'R. Panel' }),
  'scorecards/2026-11-21-broken.json': '{ "candidate": "half',
  'scorecards/.drafts/2026-11-22-bob.ndjson': '{"at":"2026-11-22T10:00:00Z","type":"open","candidate":"Bob Example"}\n',
};

/** What fish is offered where the line ends: the first word of each suggestion, after what else may stand there. */
async function offered(line: string): Promise<readonly string[]> {
  const host = createFakeHost({ files: FILES });
  const words = ['scorecard', ...line.split(' ')];
  expect(await run(['__complete', 'fish', '--', ...words], host)).toBe(EXIT.ok);
  expect(host.stderr.text).toBe('');
  return host.stdout.text
    .trimEnd()
    .split('\n')
    .map((suggestion) => suggestion.split('\t')[0] ?? '');
}

describe('completion', () => {
  test.each([
    ['rep', ['none', 'report']],
    ['rubric sh', ['none', 'show']],
    ['help verif', ['none', 'verify']],
    ['--no-c', ['none', '--no-color']],
    ['interview --res', ['none', '--resume', '--restart']],
    ['interview --resume 2', ['none', '2026-11-22-bob']],
    ['interview --candidate ', ['none', 'Ada Example', 'Bob Example']],
    ['interview --candidate=B', ['none', '--candidate=Bob Example']],
    ['interview -c B', ['none', 'Bob Example']],
    ['interview -r head', ['none', 'head-infra']],
    ['interview -r head-o', ['none', 'head-of-infrastructure']],
    ['interview -r lead-devops --role', ['none']],
    ['rubric show head-infra --variant start', ['none', 'startup']],
    ['report -f m', ['none', 'markdown']],
    ['report -o rep', ['files']],
    ['interview --store sc', ['folders']],
    ['--store', ['none']],
    ['verify s', ['none', 'scorecards/2026-11-21-broken.json', 'scorecards/2026-11-20-ada.json']],
    ['explain A', ['none', 'Ada Example']],
    ['history scorecards/2026-11-20', ['none', 'scorecards/2026-11-20-ada.json']],
    ['verify -- -', ['files']],
    ['completion f', ['none', 'fish']],
    ['no-such-command x', ['none']],
  ])('scorecard %s', async (line, expected) => {
    expect(await offered(line)).toEqual(expected);
  });

  test('offers every command that the help shows, with what it does', async () => {
    const host = createFakeHost();
    await run(['--help'], host);
    const shown = [...host.stdout.text.matchAll(/^ {2}([a-z]+)\b.*? {2,}\S/gm)].map(([, name]) => name);
    expect(shown.length).toBeGreaterThan(4);
    // What belongs to two moments is offered once, at the last.
    const once = shown.filter((name, at) => shown.lastIndexOf(name) === at);
    expect(await offered('')).toEqual(['none', ...once]);
  });

  test('never writes an error into the line that is being typed', async () => {
    const host = createFakeHost({ files: { rubrics: 'a file where a folder is looked for' } });
    expect(await run(['__complete', 'bash', '--', 'scorecard --rubrics nowhere interview --role '], host)).toBe(
      EXIT.ok,
    );
    expect([host.stdout.text, host.stderr.text]).toEqual(['none\n', '']);
  });
});
