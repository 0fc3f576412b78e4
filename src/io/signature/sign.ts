import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NAMESPACE } from '../../core/signature/ssh-signature.js';
import { systemCode } from '../../errors.js';
import { accessIn } from '../system/access.js';
import { exists, reason } from '../system/files.js';
import type { Host } from '../system/host.js';
import { writeAtomically } from '../system/write-file.js';
import { readGitSigning } from './git-signing.js';
import { signaturePath } from './signature-path.js';

/** A hardware key waits for a finger (milliseconds). */
const PATIENCE = 120_000;

/**
 * Signs a scorecard's file with the user's SSH key, where one is configured and no signature stands: `NAME.json.sig`
 * beside it. Returns why it could not, in words; the scorecard stands all the same.
 */
export function signScorecard(path: string, host: Pick<Host, 'cwd' | 'env' | 'stderr'>): string | undefined {
  if (exists(signaturePath(path))) return undefined;
  const key = host.env.SCORECARD_SIGNING_KEY || readGitSigning(host).key;
  if (key === undefined) return undefined;
  try {
    const signature = withKeyFile(key, (file) => sign(readFileSync(path), file, host));
    writeAtomically(signaturePath(path), signature, { mayReplace: true, ...accessIn(dirname(path)).sealed });
    return undefined;
  } catch (error) {
    return `${path} is not signed: ${reason(error)}; later: ssh-keygen -Y sign -n ${NAMESPACE} -f KEY FILE`;
  }
}

/** git takes the text of a public key too, whose private half an agent has. */
function withKeyFile<Value>(key: string, use: (file: string) => Value): Value {
  const text = /^(?:key::)?((?:ssh|ecdsa|sk)-\S+ .*)$/.exec(key)?.[1];
  if (text === undefined) return use(key);
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-key-'));
  try {
    const file = join(folder, 'key.pub');
    writeFileSync(file, `${text}\n`);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The signature of these bytes, as text. @throws Error with the program's own words */
function sign(bytes: Uint8Array, key: string, { cwd, env, stderr }: Pick<Host, 'cwd' | 'env' | 'stderr'>): string {
  const signed = spawnSync('ssh-keygen', ['-q', '-Y', 'sign', '-n', NAMESPACE, '-f', key], {
    ...{ cwd, env, timeout: PATIENCE, encoding: 'utf8', input: bytes },
    // So that a hardware key can ask to be touched.
    stdio: ['pipe', 'pipe', stderr.isTTY ? 'inherit' : 'pipe'],
  });
  if (systemCode(signed.error) === 'ENOENT') throw new Error('there is no program ssh-keygen (openssh-client)');
  if (signed.error) throw signed.error;
  if (signed.status === 0) return signed.stdout;
  const said = (signed.stderr ?? '')
    .trim()
    .split(/\s*\n\s*/)
    .join('; ');
  throw new Error(said === '' ? 'ssh-keygen could not' : `ssh-keygen says: ${said}`);
}
