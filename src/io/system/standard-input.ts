import { ScorecardError } from '../../errors.js';
import { LIMITS } from '../yaml/yaml-source.js';
import type { Host } from './host.js';

/** All of standard input, up to what a document may have. @throws ScorecardError when there is more */
export async function readStandardInput({ stdin }: Pick<Host, 'stdin'>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > LIMITS.bytes) throw new ScorecardError(`standard input has more than ${LIMITS.bytes} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
