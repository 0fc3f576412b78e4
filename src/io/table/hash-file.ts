import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ScorecardError } from '../../errors.js';
import { reason } from '../system/files.js';

/** Hexadecimal SHA-256 of a file's bytes. @throws ScorecardError where it can't be read; `shown` is how that names it */
export async function sha256OfFile(path: string, shown: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) hash.update(chunk as Uint8Array);
  } catch (error) {
    throw new ScorecardError(`${shown}: ${reason(error)}`);
  }
  return hash.digest('hex');
}
