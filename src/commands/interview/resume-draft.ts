import { didYouMean } from '../../core/text/wording.js';
import { ScorecardError } from '../../errors.js';
import { resumeDraft } from '../../io/store/recorder.js';
import { draftIds, isSubmitted, scorecardPaths, storeFolder } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import type { Opened } from './interview.js';

/** Goes on with the draft that `--resume` names, by its id or a part of it. @throws ScorecardError that lists the drafts */
export function resumeNamed(name: string, store: string | undefined, host: Host): Opened {
  const folder = storeFolder(host, store);
  return { recorder: resumeDraft(folder, knownDraft(folder, name), host), isResumed: true };
}

function knownDraft(store: string, id: string): string {
  if (isSubmitted(store, id))
    throw new ScorecardError(`${id} has been submitted; it can't be changed any more`, {
      hint: `see: scorecard report ${scorecardPaths(store, id).json}`,
    });
  const ids = draftIds(store);
  if (ids.includes(id)) return id;
  const matching = ids.filter((known) => known.includes(id));
  if (matching.length === 1 && matching[0]) return matching[0];
  const message =
    matching.length > 1 ? `"${id}" could be several drafts` : `there is no draft "${id}"${didYouMean(id, ids)}`;
  throw new ScorecardError(message, {
    hint: ids.length > 0 ? `drafts: ${ids.join(', ')}` : `there are no drafts in ${store}`,
  });
}
