import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost, temporaryFolder } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const CARD = 'scorecards/2026-11-20-ada-example-small-r-panel.json';
const FILES = { 'rubrics/small.yaml': SMALL_RUBRIC, 'a.yaml': 'ratings: { craft: 4, talk: 3 }\nverdict: yes\n' };

const isThere = spawnSync('ssh-keygen', ['-?']).error === undefined;
if (!isThere) console.warn('ssh-keygen (openssh-client) is not there: nothing is signed in these tests');

let cwd = '';
beforeEach(() => {
  cwd = temporaryFolder();
});

const inFolder = (path: string) => join(cwd, path);

/** A public key as a line; the private one is in the file of that name. */
function makeKey(name: string): string {
  spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', name], { cwd });
  return readFileSync(inFolder(`${name}.pub`), 'utf8').trim();
}

async function interview(env: Record<string, string> = {}): Promise<FakeHost> {
  const host = createFakeHost({ cwd, files: FILES, env: { HOME: cwd, ...env } });
  const exit = await run(['interview', '--role', 'small', '-c', 'Ada Example', '--answers', 'a.yaml', '-q'], host);
  expect(exit, host.stderr.text).toBe(EXIT.ok);
  return host;
}

async function verify(...options: readonly string[]) {
  const host = createFakeHost({ cwd, env: { HOME: cwd } });
  const exit = await run(['verify', CARD, ...options], host);
  return { exit, out: host.stdout.text, err: host.stderr.text };
}

describe('without a key', () => {
  test('nothing is signed, nothing is asked, and verify says so in a line', async () => {
    const host = await interview();
    expect(host.stderr.text).toBe('');
    expect(existsSync(inFolder(`${CARD}.sig`))).toBe(false);
    expect((await verify()).err).toBe('0 signed, 1 unsigned\n1 scorecard verified: all agree\n');
  });

  test('a scorecard that must be signed is told', async () => {
    await interview();
    writeFileSync(inFolder('scorecards/allowed_signers'), '');
    expect(await verify('--signed')).toMatchObject({ exit: EXIT.no, out: `${CARD} error unsigned (unsigned)\n` });
  });

  test('nothing can be said where nobody says whose keys count', async () => {
    await interview();
    expect(await verify('--signed')).toMatchObject({
      exit: EXIT.usage,
      err: expect.stringContaining('--signers FILE'),
    });
  });
});

describe('with a key that does not work', () => {
  test('the scorecard stands, and a warning says why it is not signed', async () => {
    const host = await interview({ SCORECARD_SIGNING_KEY: 'nothing-here' });
    expect(host.stderr.text).toMatch(/ada-example-small-r-panel\.json is not signed: .*ssh-keygen/);
    expect(existsSync(inFolder(`${CARD}.sig`))).toBe(false);
    expect((await verify()).exit).toBe(EXIT.ok);
  });

  test('a program that is missing is named', async () => {
    const host = await interview({ SCORECARD_SIGNING_KEY: 'nothing-here', PATH: '/nowhere' });
    expect(host.stderr.text).toContain('there is no program ssh-keygen (openssh-client)');
  });
});

describe.skipIf(!isThere)('with a key', () => {
  test('a scorecard is signed as it is submitted, for its owner’s eyes alone, as ssh-keygen understands it', async () => {
    const key = makeKey('own');
    await interview({ SCORECARD_SIGNING_KEY: 'own' });
    expect(statSync(inFolder(`${CARD}.sig`)).mode & 0o777).toBe(0o600);
    writeFileSync(inFolder('signers'), `"r.panel@example.com,R. Panel" ${key}\n`);
    expect(await verify('--signed', '--signers', 'signers')).toMatchObject({
      exit: EXIT.ok,
      out: expect.stringMatching(
        /^scorecards\/\S+\.json good, by r\.panel@example\.com,R\. Panel \(ED25519 SHA256:[A-Za-z0-9+/]{43}\)\n$/,
      ),
    });
    const args = ['-Y', 'verify', '-f', 'signers', '-I', 'R. Panel', '-n', 'scorecard', '-s', `${CARD}.sig`];
    expect(spawnSync('ssh-keygen', args, { cwd, input: readFileSync(inFolder(CARD)) }).status).toBe(0);
    expect((await verify()).err).toContain('1 signed, 0 unsigned (--signed checks the signatures)\n');
  });

  test('a program that ended before it signed: the next interview signs, and makes no second signature', async () => {
    const key = makeKey('own');
    writeFileSync(inFolder('signers'), `"R. Panel" ${key}\n`);
    const env = { SCORECARD_SIGNING_KEY: 'own' };
    await interview(env);
    const id = basename(CARD, '.json');
    const putBack = () =>
      renameSync(
        inFolder(`scorecards/.history/r-panel/${id}.ndjson`),
        inFolder(`scorecards/.drafts/r-panel/${id}.ndjson`),
      );
    const resume = () =>
      run(['interview', '--plain', '--resume', id, '-q'], createFakeHost({ cwd, env: { HOME: cwd, ...env } }));
    putBack();
    for (const path of [`${CARD}.sig`, CARD.replace('.json', '.md')]) rmSync(inFolder(path));
    expect(await resume()).toBe(EXIT.ok);
    expect(await verify('--signers', 'signers')).toMatchObject({ exit: EXIT.ok });
    const signed = statSync(inFolder(`${CARD}.sig`));
    putBack();
    expect(await resume()).toBe(EXIT.ok);
    expect(statSync(inFolder(`${CARD}.sig`))).toMatchObject({ ino: signed.ino, mtimeMs: signed.mtimeMs });
  });

  test('of git, where git signs with SSH, both key and signers are taken', async () => {
    const key = makeKey('own');
    const git =
      '[gpg]\n\tformat = ssh\n[user]\n\tsigningkey = ~/own.pub\n[gpg "ssh"]\n\tallowedSignersFile = ~/known\n';
    writeFileSync(inFolder('.gitconfig'), git);
    writeFileSync(inFolder('known'), `"R. Panel" namespaces="scorecard" ${key}\n`);
    await interview();
    expect(await verify('--signed')).toMatchObject({
      exit: EXIT.ok,
      out: expect.stringContaining('good, by R. Panel'),
    });
  });

  test('of git, where git signs otherwise, nothing is taken', async () => {
    makeKey('own');
    writeFileSync(inFolder('.gitconfig'), '[user]\n\tsigningkey = ~/own.pub\n');
    await interview();
    expect(existsSync(inFolder(`${CARD}.sig`))).toBe(false);
  });

  test('that is somebody else’s, the signature is told as theirs', async () => {
    const key = makeKey('own');
    await interview({ SCORECARD_SIGNING_KEY: 'own' });
    writeFileSync(inFolder('scorecards/allowed_signers'), `s.other@example.com ${key}\n`);
    const { exit, out, err } = await verify('--signed');
    expect(exit).toBe(EXIT.no);
    expect(out).toContain('good, but by somebody else than the interviewer R. Panel: s.other@example.com (ED25519');
    expect(err).toContain('whose keys count says scorecards/allowed_signers: whoever may write there can change it');
  });

  test('a scorecard that was changed, or signed by a stranger, is bad', async () => {
    const [key, other] = [makeKey('own'), makeKey('other')];
    await interview({ SCORECARD_SIGNING_KEY: 'own' });
    writeFileSync(inFolder('signers'), `"R. Panel" ${other}\n`);
    expect((await verify('--signers', 'signers')).out).toContain('error bad: nobody is known by the key that made it');
    writeFileSync(inFolder('signers'), `"R. Panel" ${key}\n"R. Panel" mystery ${key}\n`);
    writeFileSync(inFolder(CARD), `${readFileSync(inFolder(CARD), 'utf8')}\n`);
    const { exit, out, err } = await verify('--signers', 'signers');
    expect(exit).toBe(EXIT.no);
    expect(out).toContain('error bad: it does not fit the file: one of them was changed (signature)');
    expect(err).toContain('signers:2 is not understood, and counts for nobody');
  });

  test('a scorecard forged with all that stands beside it has no good signature', async () => {
    const key = makeKey('own');
    await interview({ SCORECARD_SIGNING_KEY: 'own' });
    const signature = readFileSync(inFolder(`${CARD}.sig`));
    rmSync(inFolder('scorecards'), { recursive: true });
    writeFileSync(inFolder('a.yaml'), FILES['a.yaml'].replace('craft: 4', 'craft: 5'));
    const host = createFakeHost({ cwd });
    await run(['interview', '--role', 'small', '-c', 'Ada Example', '--answers', 'a.yaml', '-q'], host);
    writeFileSync(inFolder(`${CARD}.sig`), signature);
    writeFileSync(inFolder('signers'), `"R. Panel" ${key}\n`);
    expect((await verify()).exit).toBe(EXIT.ok);
    expect((await verify('--signers', 'signers')).exit).toBe(EXIT.no);
  });
});
