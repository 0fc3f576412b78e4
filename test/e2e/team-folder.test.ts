import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/fake-host.js';
import { BIN } from '../support/program.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

/** Users of the system by their numbers; they need no names. */
const TEAM = 61_000;
const USERS = { ana: 61_001, ben: 61_002, eve: 61_003 };
type User = keyof typeof USERS;

let cwd = '';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The program, as a user of the system; all but eve are in the team. */
function as(user: User, args: readonly string[], input = ''): Ended {
  const groups = user === 'eve' ? ['--clear-groups'] : [`--groups=${TEAM}`];
  const become = [`--reuid=${USERS[user]}`, `--regid=${USERS[user]}`, ...groups];
  // Whatever the umask: it would take all rights from the group.
  const command = ['sh', '-c', 'umask 077; exec "$@"', 'sh', process.execPath, BIN, ...args];
  const { status, stdout, stderr } = spawnSync('setpriv', [...become, ...command], {
    ...{ cwd, input, encoding: 'utf8' },
    env: { PATH: process.env.PATH, HOME: '/nonexistent' },
  });
  expect(stderr).not.toMatch(/this is a bug|^\s+at .*:\d+/m);
  return { code: status, out: stdout, err: stderr };
}

const inStore = (path: string) => join(cwd, 'team', path);
const modeOf = (path: string) => (statSync(inStore(path)).mode & 0o7777).toString(8);

function submit(user: User, candidate: string, by: string = user): Ended {
  const args = ['interview', '--answers', '-', '--role', './small.yaml', '-c', candidate, '-i', by, '--store', 'team'];
  return as(user, args, 'ratings: { craft: 4, talk: 3 }\nverdict: yes\n');
}

function begin(user: User, candidate: string, by: string = user): Ended {
  const args = ['interview', '--plain', '--role', './small.yaml', '-c', candidate, '-i', by, '--store', 'team'];
  return as(user, args, '4\nheld its load\n/quit\n');
}

/** Whether this test may become others, and they may run the program. */
function canBecomeOthers(): boolean {
  if (process.getuid?.() !== 0) return false;
  // By a shell, as below: the first program that setpriv starts may still have root's rights.
  const program = ['sh', '-c', 'exec "$@"', 'sh', process.execPath, BIN, '--version'];
  const trial = ['--reuid=61001', '--regid=61001', '--clear-groups', ...program];
  return spawnSync('setpriv', trial).status === 0;
}

const isPossible = canBecomeOthers();
if (!isPossible) console.warn('only root can become other users: what a team does in one folder is not tested');

beforeEach(() => {
  cwd = temporaryFolder();
  chmodSync(cwd, 0o755);
  writeFileSync(join(cwd, 'small.yaml'), SMALL_RUBRIC);
});

function makeTeamFolder(): void {
  mkdirSync(inStore(''));
  chownSync(inStore(''), 0, TEAM);
  chmodSync(inStore(''), 0o2770);
}

describe.skipIf(!isPossible)('in a folder that a team shares', () => {
  beforeEach(makeTeamFolder);

  test('what is sealed can be read by the team and by nobody else; drafts and journals by their owner alone', () => {
    expect(submit('ana', 'Ada Example')).toMatchObject({ code: 0 });
    expect(begin('ana', 'Bo Sample')).toMatchObject({ code: 0 });
    const [card = ''] = readdirSync(inStore('')).filter((name) => name.endsWith('.json'));
    for (const sealed of [card, card.replace('.json', '.md')]) {
      expect(modeOf(sealed)).toBe('640');
      expect(statSync(inStore(sealed)).gid).toBe(TEAM);
    }
    for (const folder of ['.drafts', '.history']) {
      expect(modeOf(folder)).toBe('2770');
      expect(Number.parseInt(modeOf(`${folder}/ana`), 8) & 0o777).toBe(0o700);
      const [journal] = readdirSync(inStore(`${folder}/ana`));
      expect(modeOf(`${folder}/ana/${journal}`)).toBe('600');
    }
  });

  test('a second user works beside the first, whose private files are nobody’s error', () => {
    submit('ana', 'Ada Example');
    begin('ana', 'Bo Sample');
    expect(submit('ben', 'Ada Example')).toMatchObject({ code: 0, err: expect.stringContaining('Sealed') });
    expect(begin('ben', 'Bo Sample')).toMatchObject({ code: 0 });
    const summary = as('ben', ['summary', '--store', 'team', '-f', 'csv']);
    expect(summary.code, summary.err).toBe(0);
    expect(summary.out).toMatch(/Ada Example,.*\b2\b/);
    expect(summary.err).not.toContain('permission');
    expect(as('ben', ['summary', '--drafts', '--store', 'team']).err).not.toContain('permission');
    expect(as('ben', ['interview', '--plain', '--resume', 'bo-sample-small-ana', '--store', 'team']).err).toContain(
      'there is no draft "bo-sample-small-ana"',
    );
  });

  test('verify says which journals it could not check', () => {
    submit('ana', 'Ada Example');
    const [card = ''] = readdirSync(inStore('')).filter((name) => name.endsWith('.json'));
    const own = as('ana', ['verify', `team/${card}`]);
    expect(own.err).not.toContain('not checked');
    const other = as('ben', ['verify', `team/${card}`]);
    expect(other, other.out).toMatchObject({ code: 0 });
    expect(other.err).toContain('not checked: 1 × journal (private to a colleague)');
  });

  test('doctor finds nothing wrong with it, and does not have the team locked out', () => {
    submit('ana', 'Ada Example');
    begin('ana', 'Bo Sample');
    for (const user of ['ana', 'ben'] as const) {
      const { code, out } = as(user, ['doctor', '--store', 'team']);
      expect(out).toMatch(/^fine {3}store +team, shared with your team/m);
      expect(out).not.toMatch(/^wrong/m);
      expect(code).toBe(0);
    }
    chmodSync(inStore(''), 0o2775);
    expect(as('ben', ['doctor', '--store', 'team']).out).toContain('ask its owner to run: chmod o= team');
  });

  test('two of one name have a folder each, and no name in common', () => {
    expect(begin('ana', 'Ada Example', 'A. Namesake')).toMatchObject({ code: 0 });
    expect(begin('ben', 'Ada Example', 'A. Namesake')).toMatchObject({ code: 0 });
    expect(readdirSync(inStore('.drafts')).sort()).toEqual(['a-namesake', 'a-namesake--2']);
    expect(submit('ana', 'Ada Example', 'A. Namesake')).toMatchObject({ code: 0 });
    expect(submit('ben', 'Ada Example', 'A. Namesake')).toMatchObject({ code: 0 });
  });

  test('who is not of the team is told so in words', () => {
    submit('ana', 'Ada Example');
    for (const args of [['summary'], ['doctor'], ['interview', '--plain', '--resume', 'ada']]) {
      const { code } = as('eve', [...args, '--store', 'team']);
      expect([1, 2]).toContain(code);
    }
    expect(submit('eve', 'Bo Sample')).toMatchObject({ code: 2, err: expect.stringContaining('no permission') });
  });
});

describe.skipIf(!isPossible)('a folder that was shared after it was used', () => {
  /** As version 0.1 left it, with a draft of ana's in it. */
  beforeEach(() => {
    mkdirSync(inStore(''), { mode: 0o700 });
    chownSync(inStore(''), USERS.ana, USERS.ana);
    submit('ana', 'Ada Example');
    begin('ana', 'Bo Sample');
    const [draft = ''] = readdirSync(inStore('.drafts/ana'));
    renameSync(inStore(`.drafts/ana/${draft}`), inStore(`.drafts/${draft}`));
    chownSync(inStore(''), USERS.ana, TEAM);
    chmodSync(inStore(''), 0o2770);
  });

  test('is told to whoever it still shuts out, and opened by the next interview of its owner', () => {
    expect(modeOf('.drafts')).toBe('700');
    const shut = submit('ben', 'Ada Example');
    expect(shut.code).toBe(2);
    expect(shut.err).toMatch(/team\/\.drafts: no permission\n.*chmod g=rwx,g\+s/s);
    expect(as('ben', ['doctor', '--store', 'team']).out).toMatch(/^wrong {2}drafts +\S*team\/\.drafts: no permission/m);
    expect(as('ben', ['summary', '--store', 'team']).err).toContain('no permission');
    submit('ana', 'Cy Third');
    const opened = submit('ben', 'Ada Example');
    expect(opened).toMatchObject({ code: 0 });
    expect(opened.err).not.toContain('permission');
    // The old draft lies open by its name, and private.
    const doctor = as('ben', ['doctor', '--store', 'team']);
    expect(doctor, doctor.out).toMatchObject({ code: 0 });
    expect(as('ana', ['doctor', '--store', 'team']).out).toContain('2 files of yours in it cannot be read by the team');
  });
});
