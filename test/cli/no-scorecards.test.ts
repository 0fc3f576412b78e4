import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';

const READERS = ['summary', 'compare', 'report', 'verify', 'history', 'export --to text'];

async function scorecard(line: string, files: Readonly<Record<string, string>> = {}) {
  const host = createFakeHost({ files });
  return { exit: await run(line.split(' '), host), err: host.stderr.text };
}

describe.each(READERS)('%s', (line) => {
  test.each([
    ['no store yet', {}],
    ['a store that holds none', { 'scorecards/.keep': '' }],
  ])('of %s says so, with where to begin', async (_about, files) => {
    expect(await scorecard(line, files)).toEqual({
      exit: EXIT.no,
      err: 'scorecard: no scorecards in scorecards yet\nbegin: scorecard interview, or name another folder: --store DIR\n',
    });
  });

  test('of a store that was named and is not there is wrong usage', async () => {
    const { exit, err } = await scorecard(`${line} --store nowhere`);
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain('nowhere: there is no such folder');
  });
});

test('a panel of nobody says so too', async () => {
  expect(await scorecard('panel show ada')).toMatchObject({
    exit: EXIT.no,
    err: expect.stringContaining('no scorecards in scorecards yet'),
  });
});

test.each(['panel show ada', 'panel debrief ada', 'summary'])(
  '%s where nobody is in yet of a panel that is planned says where that is told',
  async (line) => {
    const plan = 'candidate: Ada\nrole: head-infra\n';
    expect(await scorecard(line, { 'scorecards/panels/ada.yaml': plan })).toEqual({
      exit: EXIT.no,
      err: 'scorecard: no scorecards in scorecards yet\npanels are planned, and who is waited for is told by: scorecard panel status\n',
    });
  },
);

test('no open draft is a good answer, a store that was named and is not there none', async () => {
  expect((await scorecard('drafts')).exit).toBe(EXIT.ok);
  expect(await scorecard('drafts --store nowhere')).toMatchObject({
    exit: EXIT.usage,
    err: expect.stringContaining('nowhere: there is no such folder'),
  });
});
