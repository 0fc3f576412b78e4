import { clean, say } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import { didYouMean } from '../../core/text/wording.js';
import { ScorecardError } from '../../errors.js';
import type { Store } from '../../io/store/store.js';
import type { OpenedDraft } from './options.js';

/** Resumes the draft that `--resume` names, by its id or a part of it. @throws ScorecardError that lists the drafts */
export function resumeNamed(name: string, store: Store): OpenedDraft {
  return { recorder: store.resume(knownDraft(store, name)), isResumed: true };
}

function knownDraft(store: Store, id: string): string {
  const ids = store.draftIds();
  if (ids.includes(id)) return id;
  const scorecard = store.findScorecard(id);
  if (scorecard !== undefined) {
    throw new ScorecardError(`${id} has been submitted and can no longer be changed`, {
      hint: say`see: ${command`scorecard report ${scorecard}`}`,
    });
  }
  const matching = ids.filter((known) => known.includes(id));
  if (matching.length === 1 && matching[0]) return matching[0];
  const message =
    matching.length > 1 ? `"${id}" could be several drafts` : `there is no draft "${id}"${didYouMean(id, ids)}`;
  throw new ScorecardError(message, {
    hint:
      ids.length > 0 ? say`drafts: ${ids.map(clean).join(', ')}` : say`there are no drafts in ${clean(store.location)}`,
  });
}
