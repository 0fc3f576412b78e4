import { nameKey } from '../person/name.js';
import { type AllowedSigner, matchesPatterns, timeOf } from './allowed-signers.js';
import { fingerprintOf } from './public-key.js';
import { checkSshSignature, NAMESPACE } from './ssh-signature.js';

/** What a signature is worth. Words are parts of a sentence. */
export type SignatureVerdict =
  | { readonly type: 'good'; readonly signer: string; readonly key: string }
  | { readonly type: 'somebody-else'; readonly signer: string; readonly key: string }
  | { readonly type: 'bad'; readonly why: string };

export interface SignedFile {
  readonly bytes: Uint8Array;
  /** Armoured. */
  readonly signature: string;
  /** Who must have made it, by every name they go by. */
  readonly interviewer: readonly string[];
  /** When, in milliseconds since the epoch: the key must have been valid then. */
  readonly at: number;
}

/** Whether the file is as its interviewer signed it, with a key that is theirs. */
export function verifySignature(file: SignedFile, signers: readonly AllowedSigner[]): SignatureVerdict {
  const checked = checkSshSignature(file.signature, file.bytes);
  if (checked.type === 'bad') return checked;
  const base64 = Buffer.from(checked.keyBlob).toString('base64');
  const key = `${checked.key.name} ${fingerprintOf(checked.keyBlob)}`;
  const lines = signers.filter((signer) => signer.key === base64);
  if (lines.length === 0) return { type: 'bad', why: `nobody is known by the key that made it (${key})` };
  const usable = lines.filter((line) => refusalOf(line, file.at) === undefined);
  const own = usable.find(({ principals }) => file.interviewer.some((name) => isNamed(principals, name)));
  const [first] = usable;
  if (own) return { type: 'good', signer: own.principals, key };
  if (first) return { type: 'somebody-else', signer: first.principals, key };
  const why = lines.map((line) => refusalOf(line, file.at)).find((reason) => reason !== undefined);
  return { type: 'bad', why: `the key that made it (${key}) does not count: ${why}` };
}

/** Why a line doesn't count for a scorecard of that time; `undefined` where it does. */
function refusalOf(line: AllowedSigner, at: number): string | undefined {
  const { isAuthority, namespaces, validAfter, validBefore } = line;
  if (isAuthority) return 'it is a certificate authority, and certificates are not checked here';
  if (namespaces !== undefined && !matchesPatterns(namespaces, NAMESPACE)) return `it is only for ${namespaces}`;
  if (validAfter !== undefined && at < (timeOf(validAfter) ?? at + 1)) return `it was valid only after ${validAfter}`;
  if (validBefore !== undefined && at > (timeOf(validBefore) ?? at - 1))
    return `it was valid only before ${validBefore}`;
  return undefined;
}

function isNamed(principals: string, name: string): boolean {
  return matchesPatterns(nameKey(principals), nameKey(name));
}
