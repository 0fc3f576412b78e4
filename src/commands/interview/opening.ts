import type { Variant } from '../../core/rubric/rubric.js';
import { applyVariant } from '../../core/rubric/variant.js';
import { ScorecardError } from '../../errors.js';
import type { LoadedRubric } from '../../io/rubrics/rubric-file.js';
import type { Opening } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';

export interface Names {
  readonly candidate: string;
  readonly interviewer: string;
}

/**
 * Who is interviewed, and by whom: as given, else by the person at the keyboard.
 *
 * @throws ScorecardError when a name is empty, or it is not known who interviews
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
}

/** What an interview begins with; its store gives it a name. */
export function createOpening({ names, loaded, variant }: OpeningInput): Opening {
  const { rubric, sha256 } = loaded;
  return {
    type: 'open',
    schemaVersion: 1,
    ...names,
    rubric: applyVariant(rubric, variant),
    ...(variant ? { variant: variant.id } : {}),
    sha256,
  };
}
