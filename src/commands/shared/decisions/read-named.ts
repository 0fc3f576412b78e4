import { resolve } from 'node:path';
import { isDecision } from '../../../core/decision/is-decision.js';
import { ScorecardError } from '../../../errors.js';
import { type FoundDecision, readDecision, storeOfDecision } from '../../../io/store/decisions/read-decisions.js';
import { openStore, storeAt } from '../../../io/store/folder-store.js';
import type { Store } from '../../../io/store/store.js';
import { behindLinks, exists, isRegularFile, readRegularFile } from '../../../io/system/files.js';
import type { Host } from '../../../io/system/host.js';
import { parseJson } from '../../../io/system/parse-json.js';

/** Whether a word on a command line is the file of a decision. */
export function isDecisionFile(word: string, { cwd }: Pick<Host, 'cwd'>): boolean {
  const path = resolve(cwd, word);
  if (!/\.json$/i.test(word) || !exists(path) || !isRegularFile(path)) return false;
  return isDecision(parseJson(readRegularFile(path) ?? new Uint8Array()));
}

/** @throws ScorecardError with every mistake of the file */
export function loadDecision(word: string, { cwd }: Pick<Host, 'cwd'>): FoundDecision {
  const read = readDecision(resolve(cwd, word), word);
  if (read.ok) return read.value;
  throw new ScorecardError(`${word} is not a valid decision`, { problems: read.problems });
}

/** The store that holds a decision; `undefined` where its file lies elsewhere. A link shows no more than what it leads to. */
export function storeHolding({ path }: Pick<FoundDecision, 'path'>, host: Host): Store | undefined {
  const folder = storeOfDecision(behindLinks(path));
  return folder === undefined ? undefined : storeAt(folder, host);
}

/** Those whose drafts may hide a decision: the store that holds it, and the user's own. */
export function storesOf(decision: FoundDecision, given: string | undefined, host: Host): readonly Store[] {
  const holding = storeHolding(decision, host);
  return [openStore(host, given), ...(holding ? [holding] : [])];
}
