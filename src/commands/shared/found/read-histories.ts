import { dirname, resolve } from 'node:path';
import { journalProblems } from '../../../core/interview/verify-journal.js';
import { sealProblem } from '../../../core/scorecard/check-seal.js';
import { storeAt } from '../../../io/store/folder-store.js';
import type { Host } from '../../../io/system/host.js';
import type { CardHistory } from '../../../render/history/history.js';
import { clean } from '../../../render/text/text.js';
import { type ReadCard, readFolder } from './read-found.js';

export interface ReadHistories {
  /** The earliest first. */
  readonly histories: readonly CardHistory[];
  /** Whether each scorecard has one, and is as it was sealed. */
  readonly isComplete: boolean;
}

/** The journals behind scorecards; what cannot be told, and why, is said on stderr. */
export function readHistories(cards: readonly ReadCard[], host: Host): ReadHistories {
  const histories: CardHistory[] = [];
  let isComplete = true;
  const leaveOut = (path: string, why: string) => {
    isComplete = false;
    host.stderr.write(`${clean(path)}: ${clean(why)}\n`);
  };
  for (const { card, stored, path } of [...cards].sort((a, b) => (a.card.startedAt < b.card.startedAt ? -1 : 1))) {
    const altered = sealProblem(stored);
    if (altered) leaveOut(path, `not as sealed: ${altered.message}`);
    const history = storeAt(dirname(resolve(host.cwd, path)), host).readHistory(card.id);
    switch (history.type) {
      case 'found': {
        const agrees = journalProblems(stored, history.events).length === 0;
        histories.push({ card, events: history.events, amended: nameOf(card.amends?.digest, path, host), agrees });
        break;
      }
      case 'none':
        leaveOut(path, 'there is no journal beside it: it was taken from a table, or copied here without');
        break;
      case 'unreadable':
        leaveOut(path, `its journal cannot be told: ${history.why}`);
    }
  }
  return { histories, isComplete };
}

/** The name of the scorecard beside this one that has the digest. */
function nameOf(digest: string | undefined, path: string, host: Host): string | undefined {
  if (digest === undefined) return undefined;
  return readFolder(dirname(resolve(host.cwd, path)), host).find(({ stored }) => stored.digest === digest)?.card.id;
}
