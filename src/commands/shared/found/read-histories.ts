import { dirname, resolve } from 'node:path';
import { journalProblems } from '../../../core/interview/verify-journal.js';
import { sealProblem } from '../../../core/scorecard/check-seal.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { storeAt } from '../../../io/store/folder-store.js';
import type { Histories } from '../../../io/store/store.js';
import type { Host } from '../../../io/system/host.js';
import type { CardHistory } from '../../../render/history/history.js';
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
    host.stderr.write(say`${clean(path)}: ${clean(why)}\n`);
  };
  const around = createSurroundings(host);
  for (const { card, stored, path } of [...cards].sort((a, b) => (a.card.startedAt < b.card.startedAt ? -1 : 1))) {
    const altered = sealProblem(stored);
    if (altered) leaveOut(path, `not as sealed: ${altered.message}`);
    const { histories: journals, nameOf } = around(dirname(resolve(host.cwd, path)));
    const history = journals.read(card.id);
    switch (history.type) {
      case 'found': {
        const agrees = journalProblems(stored, history.events).length === 0;
        histories.push({ card, events: history.events, amended: nameOf(card.amends?.digest), agrees });
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

/** What stands beside the scorecards of a folder, looked at once for all of them. */
interface Surroundings {
  readonly histories: Histories;
  /** The name of the scorecard that has the digest. */
  nameOf(digest: string | undefined): string | undefined;
}

function createSurroundings(host: Host): (folder: string) => Surroundings {
  const known = new Map<string, Surroundings>();
  return (folder) => {
    const before = known.get(folder);
    if (before) return before;
    let names: ReadonlyMap<string | undefined, string> | undefined;
    const surroundings: Surroundings = {
      histories: storeAt(folder, host).histories(),
      nameOf: (digest) => {
        if (digest === undefined) return undefined;
        // Only where something was amended.
        names ??= new Map(readFolder(folder, host).map(({ stored, card }) => [stored.digest, card.id]));
        return names.get(digest);
      },
    };
    known.set(folder, surroundings);
    return surroundings;
  };
}
