import { resolve } from 'node:path';
import { createProblem, type Problem } from '../../core/problem.js';
import { type KeptHead, walkBack } from '../../core/scorecard/chain/walk-chains.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { readBytes } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import type { CheckedStore } from './check-chains.js';

interface Options {
  readonly head?: readonly string[];
  /** A file with heads among other text. */
  readonly heads?: string;
}

const DIGEST = /sha256:[0-9a-f]{64}/g;

/** The heads that somebody kept, each once. @throws ScorecardError for what is not a digest */
export function keptHeads({ head = [], heads }: Options, host: Host): readonly string[] {
  const given = head.flatMap((text) => {
    const digests = digestsIn(text);
    if (digests.length > 0) return digests;
    throw new ScorecardError(`--head ${text}: this is not a digest`, {
      hint: say`give it whole, as sha256: and 64 digits`,
    });
  });
  if (heads === undefined) return [...new Set(given)];
  const listed = digestsIn(new TextDecoder().decode(readBytes(resolve(host.cwd, heads), heads)));
  if (listed.length === 0) throw new ScorecardError(`${heads}: there is no digest in this file`);
  return [...new Set([...given, ...listed])];
}

function digestsIn(text: string): readonly string[] {
  return text.toLowerCase().match(DIGEST) ?? [];
}

export interface CheckedHeads {
  readonly heads: readonly KeptHead[];
  readonly problems: readonly Problem[];
}

/** Whether everything up to these heads is still there. @throws ScorecardError where no store is looked at */
export function checkHeads(digests: readonly string[], stores: readonly CheckedStore[]): CheckedHeads {
  if (digests.length === 0) return { heads: [], problems: [] };
  if (stores.length === 0) {
    throw new ScorecardError('--head is about a whole store', { hint: say`pass --store too, instead of files` });
  }
  const seals = { links: stores.flatMap(({ links }) => links), logged: stores.flatMap(({ logged }) => logged) };
  const heads = digests.map((digest) => walkBack(digest, seals));
  return {
    heads,
    problems: heads.flatMap(({ digest: head, missing }) =>
      missing.map((digest) => createProblem('missing-seal', { by: 'head', digest, head }, [])),
    ),
  };
}
