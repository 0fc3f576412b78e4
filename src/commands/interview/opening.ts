import type { OpenChange } from '../../core/interview/event.js';
import type { Variant } from '../../core/rubric/rubric.js';
import { applyVariant } from '../../core/rubric/variant.js';
import { ScorecardError } from '../../errors.js';
import type { LoadedRubric } from '../../io/rubrics/rubric-file.js';
import type { Store } from '../../io/store/store.js';
import { type Host, timestamp } from '../../io/system/host.js';

export interface Names {
  readonly candidate: string;
  readonly interviewer: string;
}

/**
 * Who is interviewed, and by whom: as given, else by the person at the keyboard.
 *
 * @throws ScorecardError when a name is empty, or nobody knows who interviews
 */
export async function resolveNames(candidate: string, interviewer: string | undefined, host: Host): Promise<Names> {
  const by = interviewer ?? (await host.userName());
  if (by === undefined) {
    throw new ScorecardError('the name of the interviewer is not known', { hint: 'pass --interviewer NAME' });
  }
  const names = { candidate: candidate.trim(), interviewer: by.trim() };
  for (const [who, name] of Object.entries(names)) {
    if (name === '') throw new ScorecardError(`the name of the ${who} is empty`, { hint: `pass --${who} NAME` });
  }
  return names;
}

interface OpeningInput {
  readonly names: Names;
  readonly loaded: Pick<LoadedRubric, 'rubric' | 'sha256'>;
  readonly variant: Variant | undefined;
  readonly store: Store;
}

/** The event that an interview begins with, under a name that its store doesn't have yet. */
export function createOpenEvent({ names, loaded, variant, store }: OpeningInput, host: Host): OpenChange {
  const { rubric, sha256 } = loaded;
  return {
    type: 'open',
    schemaVersion: 1,
    id: store.freeId({ ...names, role: rubric.id, startedAt: timestamp(host.now()) }),
    ...names,
    rubric: applyVariant(rubric, variant),
    ...(variant ? { variant: variant.id } : {}),
    sha256,
  };
}
