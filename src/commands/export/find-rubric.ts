import { dirname, resolve } from 'node:path';
import type { Rubric } from '../../core/rubric/rubric.js';
import { areSameScale } from '../../core/rubric/scale.js';
import { attempt, ScorecardError } from '../../errors.js';
import { findRubric } from '../../io/rubrics/rubric-library.js';
import { storeAt } from '../../io/store/folder-store.js';
import type { Host } from '../../io/system/host.js';
import type { ReadCard } from '../shared/found/read-found.js';

interface Options {
  readonly role?: string;
  readonly rubrics?: string;
}

/**
 * What finds the rubric of a scorecard: the one that `--role` names, else that of its id as it is today, since a map may
 * have been added since, else as it was kept in the store. `undefined` where there is none, or only on another scale.
 *
 * @throws ScorecardError when there is no such role, or it is not that of the scorecard
 */
export function rubricFinder(options: Options, host: Host): (read: ReadCard) => Rubric | undefined {
  const named = options.role === undefined ? undefined : findRubric(options.role, host, options).rubric;
  const byId = new Map<string, Rubric | undefined>();
  return ({ card, path }) => {
    const { id, scale, sha256 } = card.rubric;
    if (named !== undefined) {
      if (named.id === id && areSameScale(named.scale, scale)) return named;
      throw new ScorecardError(`${path} is by the rubric ${id}, and not by ${named.id} on the scale of --role`);
    }
    if (!byId.has(id)) byId.set(id, rubricOfId(id, options, host));
    const now = byId.get(id);
    if (now && areSameScale(now.scale, scale)) return now;
    return storeAt(dirname(resolve(host.cwd, path)), host).readRubric(sha256);
  };
}

function rubricOfId(id: string, options: Options, host: Host): Rubric | undefined {
  return attempt(
    () => findRubric(id, host, options).rubric,
    () => undefined,
  );
}
