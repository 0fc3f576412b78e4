import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseAllowedSigners } from '../../../src/core/signature/allowed-signers.js';
import { verifySignature } from '../../../src/core/signature/verify-signature.js';
import { wireField } from '../../../src/core/signature/wire.js';
import { temporaryFolder } from '../../support/fake-host.js';

/** Each check here is made twice, by this program and by ssh-keygen: they must say the same. */

const isThere = spawnSync('ssh-keygen', ['-?']).error === undefined;
if (!isThere) console.warn('ssh-keygen (openssh-client) is not there: signatures are not held against it');

const FILE = Buffer.from('{ "candidate": "Ada Łukasz 太郎" }\n');
const AT = Date.parse('2026-11-20T14:00:00Z');

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

function keygen(args: readonly string[], input: string | Uint8Array = ''): { ok: boolean; out: string } {
  const { status, stdout, stderr } = spawnSync('ssh-keygen', args, { cwd: folder, input, encoding: 'utf8' });
  return { ok: status === 0, out: `${stdout}${stderr}` };
}

/** The public key as a line; the private one is in the file of that name. */
function makeKey(name: string, ...options: readonly string[]): string {
  const made = keygen(['-q', '-N', '', '-C', name, '-f', name, ...options]);
  expect(made.ok, made.out).toBe(true);
  return readFileSync(join(folder, `${name}.pub`), 'utf8').trim();
}

function signWith(name: string, { namespace = 'scorecard', options = [] as readonly string[] } = {}): string {
  writeFileSync(join(folder, 'file'), FILE);
  const signed = keygen(['-q', '-Y', 'sign', '-n', namespace, '-f', name, ...options], FILE);
  expect(signed.ok, signed.out).toBe(true);
  return signed.out;
}

/** What both say: whether it is good, by R. Panel. */
function isGood(signature: string, allowed: string, bytes: Uint8Array = FILE): boolean {
  writeFileSync(join(folder, 'allowed'), `${allowed}\n`);
  writeFileSync(join(folder, 'sig'), signature);
  const verifyArgs = ['-Y', 'verify', '-f', 'allowed', '-I', 'R. Panel', '-n', 'scorecard', '-s', 'sig'];
  const theirs = keygen([...verifyArgs, '-O', 'verify-time=20261120140000Z'], bytes);
  const { signers } = parseAllowedSigners(allowed);
  const ours = verifySignature({ bytes, signature, interviewer: ['R. Panel'], at: AT }, signers);
  expect(ours.type === 'good', `${JSON.stringify(ours)}; ssh-keygen: ${theirs.out}`).toBe(theirs.ok);
  if (ours.type === 'good') expect(theirs.out).toContain(ours.key.replace(' ', ' key '));
  return theirs.ok;
}

const TYPES: readonly (readonly [string, readonly string[]])[] = [
  ['Ed25519', ['-t', 'ed25519']],
  ['ECDSA P-256', ['-t', 'ecdsa', '-b', '256']],
  ['ECDSA P-384', ['-t', 'ecdsa', '-b', '384']],
  ['ECDSA P-521', ['-t', 'ecdsa', '-b', '521']],
  ['RSA of 2048 bits', ['-t', 'rsa', '-b', '2048']],
  ['RSA of 3072 bits', ['-t', 'rsa', '-b', '3072']],
];

describe.skipIf(!isThere).each(TYPES)('a signature with %s', (_name, options) => {
  test('is good as it was made, with either hash; not over other bytes, by another key, for something else', () => {
    const line = `"R. Panel" ${makeKey('own', ...options)}`;
    const signature = signWith('own');
    expect(isGood(signature, line)).toBe(true);
    expect(isGood(signWith('own', { options: ['-O', 'hashalg=sha256'] }), line)).toBe(true);
    expect(isGood(signature, line, Buffer.concat([FILE, Buffer.from('\n')]))).toBe(false);
    expect(isGood(signWith('own', { namespace: 'file' }), line)).toBe(false);
    expect(isGood(signature, `"R. Panel" ${makeKey('other', '-t', 'ed25519')}`)).toBe(false);
    expect(isGood(signature, line.replace('R. Panel', 'S. Other'))).toBe(false);
  });

  test('is bad with any one of its bytes changed', () => {
    const line = `"R. Panel" ${makeKey('own', ...options)}`;
    const bytes = bytesOf(signWith('own'));
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 24)) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((bytes[at] ?? 0) ^ 1, at);
      expect(isGood(armoured(changed), line)).toBe(false);
    }
  });

  test('is bad cut off anywhere', () => {
    const { signers } = parseAllowedSigners(`"R. Panel" ${makeKey('own', ...options)}`);
    const bytes = bytesOf(signWith('own'));
    for (let length = 0; length < bytes.length; length += 1) {
      const signature = armoured(bytes.subarray(0, length));
      const verdict = verifySignature({ bytes: FILE, signature, interviewer: ['R. Panel'], at: AT }, signers);
      expect(verdict.type).toBe('bad');
    }
  });
});

test.skipIf(!isThere)('an RSA signature over SHA-1 does not count', () => {
  const line = `"R. Panel" ${makeKey('own', '-t', 'rsa', '-b', '2048', '-m', 'PEM')}`;
  const blob = Buffer.from(line.split(' ')[3] ?? '', 'base64');
  const hash = createHash('sha512').update(FILE).digest();
  const toSign = Buffer.concat([Buffer.from('SSHSIG'), ...['scorecard', '', 'sha512', hash].map(wireField)]);
  const made = (digest: string, algorithm: string) => {
    const value = sign(digest, toSign, readFileSync(join(folder, 'own'), 'utf8'));
    return armouredSignature(blob, Buffer.concat([algorithm, value].map(wireField)));
  };
  expect(isGood(made('sha512', 'rsa-sha2-512'), line)).toBe(true);
  expect(isGood(made('sha256', 'rsa-sha2-256'), line)).toBe(true);
  expect(isGood(made('sha1', 'ssh-rsa'), line)).toBe(false);
  expect(isGood(made('sha1', 'rsa-sha2-256'), line)).toBe(false);
});

describe.skipIf(!isThere)('what an allowed_signers file says', () => {
  test.each<[string, string, boolean]>([
    ['a pattern', '*.Panel,"nobody"', false],
    ['a star', 'R*', true],
    ['one sign open', '"R.?Panel"', true],
    ['one excluded', '"*,!R. Panel"', false],
    ['several', '"r.panel@example.com,R. Panel"', true],
    ['this namespace', '"R. Panel" namespaces="git,scorecard"', true],
    ['another namespace', '"R. Panel" namespaces="git"', false],
    ['a namespace by pattern', '"R. Panel" namespaces="score*"', true],
    ['valid by now', '"R. Panel" valid-after="20261101"', true],
    ['valid later only', '"R. Panel" valid-after="20261121"', false],
    ['valid until later', '"R. Panel" valid-before="20261120140001Z",namespaces="scorecard"', true],
    ['not valid any more', '"R. Panel" valid-before="202611201359Z"', false],
    ['a certificate authority', '"R. Panel" cert-authority', false],
    ['an option that nobody knows', '"R. Panel" frobnicate', false],
  ])('%s', (_what, beginning, expected) => {
    const key = makeKey('own', '-t', 'ed25519');
    expect(isGood(signWith('own'), `# a comment\n\n${beginning} ${key}`)).toBe(expected);
  });
});

describe.skipIf(!isThere)('a signature with a hardware key', () => {
  test('Ed25519 is good as it was made, and bad with other flags, counter or application', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const point = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    const type = 'sk-ssh-ed25519@openssh.com';
    holdsForHardware(type, [point], (data) => wireField(sign(null, data, privateKey)));
  });

  test('ECDSA is good as it was made, and bad with other flags, counter or application', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
    const type = 'sk-ecdsa-sha2-nistp256@openssh.com';
    holdsForHardware(type, ['nistp256', point], (data) => wireField(ecdsa(data, privateKey)));
  });
});

/** There is no such key here: its part is played by what it does (PROTOCOL.u2f). */
function holdsForHardware(
  type: string,
  parts: readonly (string | Uint8Array)[],
  signData: (data: Uint8Array) => Uint8Array,
): void {
  const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();
  const blobOf = (application: string) => Buffer.concat([type, ...parts, application].map(wireField));
  const tail = Buffer.from([1, 0, 0, 0, 7]);
  const hash = createHash('sha512').update(FILE).digest();
  const toSign = Buffer.concat([Buffer.from('SSHSIG'), ...['scorecard', '', 'sha512', hash].map(wireField)]);
  const value = signData(Buffer.concat([sha256('ssh:'), tail, sha256(toSign)]));
  const build = (application: string, end: Uint8Array) => {
    const signature = Buffer.concat([wireField(type), value, end]);
    return armouredSignature(blobOf(application), signature);
  };
  const line = (application: string) => `"R. Panel" ${type} ${blobOf(application).toString('base64')}`;
  expect(isGood(build('ssh:', tail), line('ssh:'))).toBe(true);
  expect(isGood(build('ssh:', Buffer.from([5, 0, 0, 0, 7])), line('ssh:'))).toBe(false);
  expect(isGood(build('ssh:', Buffer.from([1, 0, 0, 0, 8])), line('ssh:'))).toBe(false);
  expect(isGood(build('ssh:other', tail), line('ssh:other'))).toBe(false);
}

function ecdsa(data: Uint8Array, key: KeyObject): Buffer {
  const pair = sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' });
  // A number that would look negative has a zero before it.
  const number = (bytes: Buffer) => wireField(Buffer.concat([Buffer.from((bytes[0] ?? 0) > 127 ? [0] : []), bytes]));
  return Buffer.concat([number(pair.subarray(0, 32)), number(pair.subarray(32))]);
}

function armouredSignature(blob: Uint8Array, signature: Uint8Array): string {
  const fields = [blob, 'scorecard', '', 'sha512', signature].map(wireField);
  return armoured(Buffer.concat([Buffer.from('SSHSIG'), Buffer.from([0, 0, 0, 1]), ...fields]));
}

function armoured(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,70}/g) ?? [];
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`;
}

function bytesOf(signature: string): Buffer {
  return Buffer.from(signature.replace(/-----[A-Z ]+-----/g, ''), 'base64');
}
