import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { createWireReader, MalformedError, type WireReader } from './wire.js';

/** The elliptic curves of SSH: their names elsewhere, the bytes of a coordinate, and the hash that goes with each. */
const CURVES = {
  nistp256: { jwk: 'P-256', size: 32, hash: 'sha256' },
  nistp384: { jwk: 'P-384', size: 48, hash: 'sha384' },
  nistp521: { jwk: 'P-521', size: 66, hash: 'sha512' },
} as const;

export type Curve = (typeof CURVES)[keyof typeof CURVES];

interface Known {
  /** As the key itself names it: `ssh-ed25519`. */
  readonly algorithm: string;
  readonly key: KeyObject;
  /** As ssh-keygen names it: `ED25519`. */
  readonly name: string;
  /** What a hardware key signs for; `undefined` for others. */
  readonly application: string | undefined;
}

/** A public key of SSH, by the arithmetic that it signs with. */
export type PublicKey =
  | (Known & { readonly type: 'ed25519' })
  | (Known & { readonly type: 'ecdsa'; readonly curve: Curve })
  | (Known & { readonly type: 'rsa' });

/** Shorter ones are no proof any more. */
const FEWEST_RSA_BITS = 2048;

/** @throws MalformedError that says why it can't be used */
export function parsePublicKey(blob: Uint8Array): PublicKey {
  const reader = createWireReader(blob);
  const algorithm = reader.text();
  const key = { ...readKey(algorithm, reader), algorithm };
  if (!reader.isAtEnd) throw new MalformedError('the key has more parts than its type');
  return key;
}

type KeyParts = WithoutAlgorithm<PublicKey>;
type WithoutAlgorithm<Key> = Key extends unknown ? Omit<Key, 'algorithm'> : never;

function readKey(type: string, reader: WireReader): KeyParts {
  switch (type) {
    case 'ssh-ed25519':
      return { type: 'ed25519', name: 'ED25519', key: ed25519Key(reader), application: undefined };
    case 'sk-ssh-ed25519@openssh.com':
      return { type: 'ed25519', name: 'ED25519-SK', key: ed25519Key(reader), application: reader.text() };
    case 'ecdsa-sha2-nistp256':
    case 'ecdsa-sha2-nistp384':
    case 'ecdsa-sha2-nistp521':
      return { type: 'ecdsa', name: 'ECDSA', ...ecdsaKey(type.slice(-8), reader), application: undefined };
    case 'sk-ecdsa-sha2-nistp256@openssh.com':
      return { type: 'ecdsa', name: 'ECDSA-SK', ...ecdsaKey('nistp256', reader), application: reader.text() };
    case 'ssh-rsa':
      return { type: 'rsa', name: 'RSA', key: rsaKey(reader), application: undefined };
    default:
      throw new MalformedError(`keys of the type "${type.slice(0, 60)}" are not known here`);
  }
}

function ed25519Key(reader: WireReader): KeyObject {
  const point = reader.bytes();
  if (point.length !== 32) throw new MalformedError('the key has the wrong length');
  return importKey({ kty: 'OKP', crv: 'Ed25519', x: point.toString('base64url') });
}

function ecdsaKey(expected: string, reader: WireReader): { readonly key: KeyObject; readonly curve: Curve } {
  const name = reader.text();
  const point = reader.bytes();
  const curve = Object.entries(CURVES).find(([known]) => known === name)?.[1];
  if (!curve || name !== expected) throw new MalformedError('the key is of another curve than its type');
  if (point.length !== 1 + 2 * curve.size || point[0] !== 4) throw new MalformedError('the key is not a whole point');
  const [x, y] = [point.subarray(1, 1 + curve.size), point.subarray(1 + curve.size)];
  const key = importKey({ kty: 'EC', crv: curve.jwk, x: x.toString('base64url'), y: y.toString('base64url') });
  return { key, curve };
}

function rsaKey(reader: WireReader): KeyObject {
  const exponent = digitsOf(reader.bytes());
  const key = importKey({ kty: 'RSA', e: exponent, n: digitsOf(reader.bytes()) });
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < FEWEST_RSA_BITS)
    throw new MalformedError(`the RSA key has ${bits} bits; at least ${FEWEST_RSA_BITS} count`);
  return key;
}

/** Without the zero that marks a number as positive. */
function digitsOf(number: Buffer): string {
  return number.subarray(number[0] === 0 ? 1 : 0).toString('base64url');
}

function importKey(jwk: JsonWebKey): KeyObject {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    throw new MalformedError('the key is not a valid one');
  }
}

/** As `ssh-keygen -l` prints it: `SHA256:…`. */
export function fingerprintOf(blob: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
