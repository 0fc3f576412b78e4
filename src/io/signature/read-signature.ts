import { dirname, join, resolve } from 'node:path';
import { type AllowedSigners, parseAllowedSigners } from '../../core/signature/allowed-signers.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { exists, readBytes } from '../system/files.js';
import type { Host } from '../system/host.js';
import { readGitSigning } from './git-signing.js';
import { signaturePath } from './signature-path.js';

/**
 * The signature beside a scorecard's file, armoured; `undefined` where there is none.
 *
 * @throws ScorecardError when it can't be read
 */
export function readSignature(path: string): string | undefined {
  const file = signaturePath(path);
  return exists(file) ? Buffer.from(readBytes(file)).toString('latin1') : undefined;
}

export interface KnownSigners extends AllowedSigners {
  /** As the user would name it. */
  readonly file: string;
  /** Whether it stands beside the scorecards: whoever may write those may write it. */
  readonly isBeside: boolean;
}

/**
 * The signers that count: of the file that was named, else of git's, else of `allowed_signers` beside the scorecards.
 *
 * @throws ScorecardError when there is none, or when it can't be read
 */
export function loadAllowedSigners(
  { given, card }: { readonly given: string | undefined; readonly card: string },
  host: Pick<Host, 'cwd' | 'env'>,
): KnownSigners {
  const beside = join(dirname(card), 'allowed_signers');
  const named = given ?? readGitSigning(host).allowedSigners;
  const file = named ?? (exists(resolve(host.cwd, beside)) ? beside : undefined);
  if (file === undefined) {
    throw new ScorecardError('nothing says whose keys count', {
      hint: say`pass --signers FILE, with lines such as: "r.panel@example.com,R. Panel" ssh-ed25519 AAAA…`,
    });
  }
  const text = Buffer.from(readBytes(resolve(host.cwd, file), file)).toString('utf8');
  return { ...parseAllowedSigners(text), file, isBeside: named === undefined };
}
