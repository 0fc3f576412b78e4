import { createHash, verify } from 'node:crypto';
import { type PublicKey, parsePublicKey } from './public-key.js';
import { createWireReader, MalformedError, unsignedBytes, type WireReader, wireField } from './wire.js';

/** What a signature is for, so that one made for something else (a commit, a file) proves nothing here. */
export const NAMESPACE = 'scorecard';

const MAGIC = 'SSHSIG';
const ARMOUR = /^\s*-----BEGIN SSH SIGNATURE-----\r?\n([A-Za-z0-9+/=\r\n]*)-----END SSH SIGNATURE-----\s*$/;

/** An SSH signature as OpenSSH's PROTOCOL.sshsig has it, version 1. */
interface SshSignature {
  readonly keyBlob: Buffer;
  readonly key: PublicKey;
  readonly hash: 'sha256' | 'sha512';
  readonly reserved: Buffer;
  /** Its own type and parts. */
  readonly signature: Buffer;
}

/** `why` is a part of a sentence. */
export type CheckedSignature =
  | { readonly type: 'bad'; readonly why: string }
  | { readonly type: 'valid'; readonly key: PublicKey; readonly keyBlob: Uint8Array };

/**
 * Whether the signature (armoured, as `ssh-keygen -Y sign` writes it) is one of this message, made with the key that it
 * names. Whose key that is, it doesn't say.
 */
export function checkSshSignature(armoured: string, message: Uint8Array): CheckedSignature {
  try {
    const signature = parseSignature(armoured);
    const { key, keyBlob } = signature;
    if (isMadeOver(signedData(signature, message), signature)) return { type: 'valid', key, keyBlob };
    return { type: 'bad', why: 'it does not fit the file: one of them was changed' };
  } catch (error) {
    if (error instanceof MalformedError) return { type: 'bad', why: error.message };
    throw error;
  }
}

function parseSignature(armoured: string): SshSignature {
  const base64 = ARMOUR.exec(armoured)?.[1];
  if (base64 === undefined) throw new MalformedError('it is not an SSH signature');
  const reader = createWireReader(Buffer.from(base64, 'base64'));
  if (reader.take(MAGIC.length).toString('latin1') !== MAGIC) throw new MalformedError('it is not an SSH signature');
  const version = reader.uint32();
  if (version !== 1) throw new MalformedError(`version ${version} of SSH signatures is not known here`);
  const keyBlob = reader.bytes();
  const namespace = reader.text();
  if (namespace !== NAMESPACE) {
    throw new MalformedError(`it was made for "${namespace.slice(0, 60)}", not for "${NAMESPACE}"`);
  }
  const reserved = reader.bytes();
  const hash = reader.text();
  if (hash !== 'sha256' && hash !== 'sha512')
    throw new MalformedError(`its hash "${hash.slice(0, 60)}" does not count`);
  const signature = reader.bytes();
  if (!reader.isAtEnd) throw new MalformedError('something follows the signature');
  return { keyBlob, key: parsePublicKey(keyBlob), hash, reserved, signature };
}

/** What the key signed: not the message itself, but its hash, with what it is for. */
function signedData({ reserved, hash }: SshSignature, message: Uint8Array): Buffer {
  const digest = createHash(hash).update(message).digest();
  return Buffer.concat([Buffer.from(MAGIC), ...[NAMESPACE, reserved, hash, digest].map(wireField)]);
}

function isMadeOver(data: Buffer, { key, signature }: SshSignature): boolean {
  const reader = createWireReader(signature);
  const algorithm = reader.text();
  const value = reader.bytes();
  const signed = key.application === undefined ? data : hardwareData(key.application, data, reader);
  if (!reader.isAtEnd) throw new MalformedError('something follows the signature');
  switch (key.type) {
    case 'ed25519':
      checkAlgorithm(algorithm, key);
      return verify(null, signed, key.key, value);
    case 'ecdsa':
      checkAlgorithm(algorithm, key);
      return verify(key.curve.hash, signed, { key: key.key, dsaEncoding: 'ieee-p1363' }, pairOf(value, key.curve.size));
    case 'rsa':
      return verify(rsaHash(algorithm), signed, key.key, value);
  }
}

function checkAlgorithm(algorithm: string, key: PublicKey): void {
  if (algorithm !== key.algorithm) throw new MalformedError('it is of another type than its key');
}

/** A hardware key signs hashes, with its flags (1: somebody touched it) and its counter between them. */
function hardwareData(application: string, data: Buffer, reader: WireReader): Buffer {
  const flagsAndCounter = reader.take(5);
  const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();
  return Buffer.concat([sha256(Buffer.from(application, 'latin1')), flagsAndCounter, sha256(data)]);
}

/** The two numbers of an ECDSA signature, one after the other. */
function pairOf(value: Buffer, size: number): Buffer {
  const reader = createWireReader(value);
  const pair = Buffer.concat([unsignedBytes(reader.bytes(), size), unsignedBytes(reader.bytes(), size)]);
  if (!reader.isAtEnd) throw new MalformedError('something follows the signature');
  return pair;
}

function rsaHash(algorithm: string): 'sha256' | 'sha512' {
  if (algorithm === 'rsa-sha2-256') return 'sha256';
  if (algorithm === 'rsa-sha2-512') return 'sha512';
  throw new MalformedError('an RSA signature counts only with SHA-2');
}
