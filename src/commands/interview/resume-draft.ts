import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { command, programLine } from '../../core/text/shell-words.js';
import { didYouMean } from '../../core/text/wording.js';
import { ScorecardError } from '../../errors.js';
import type { Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import type { OpenedDraft } from './options.js';

/** Resumes the draft that `--resume` names, by its id or a part of it. @throws ScorecardError that lists the drafts */
export function resumeNamed(name: string, store: Store): OpenedDraft {
  const [open, submitted] = [store.draftIds(), store.submittedIds()];
  // One that was submitted may not be finished; where the name could be either, the open one is meant.
  const id = match(name, open) ?? (open.some((known) => known.includes(name)) ? undefined : match(name, submitted));
  const recorder = id === undefined ? undefined : store.resume(id);
  const isOver = id === undefined || (submitted.includes(id) && recorder?.session.submission === undefined);
  if (recorder && !isOver) return { recorder, isResumed: true };
  recorder?.close();
  throw noSuchDraft(id ?? name, store);
}

/** The open draft that is named by its id or a part of it. @throws ScorecardError that lists the drafts */
export function knownDraft(name: string, store: Store): string {
  const id = match(name, store.draftIds());
  if (id !== undefined) return id;
  throw noSuchDraft(name, store);
}

/** What resumes a draft once its name is put to it, for the store that was named. */
export function resumeCommand(store: string | undefined, { program }: Pick<Host, 'program'>): TerminalText {
  const where = store === undefined ? [] : ['--store', store];
  return programLine(program, ['interview', ...where, '--resume']);
}

/** The one name that is meant, where it is one. */
function match(name: string, ids: readonly string[]): string | undefined {
  if (ids.includes(name)) return name;
  const [only, ...others] = ids.filter((known) => known.includes(name));
  return others.length === 0 ? only : undefined;
}

function noSuchDraft(id: string, store: Store): ScorecardError {
  const ids = store.draftIds();
  const scorecard = store.findScorecard(id);
  if (scorecard !== undefined) {
    return new ScorecardError(`${id} has been submitted and can no longer be changed`, {
      hint: say`see: ${command`scorecard report ${scorecard}`}; to amend it: ${command`scorecard amend ${scorecard}`}`,
    });
  }
  const isAmbiguous = ids.some((known) => known.includes(id));
  const message = isAmbiguous ? `"${id}" could be several drafts` : `there is no draft "${id}"${didYouMean(id, ids)}`;
  return new ScorecardError(message, {
    hint:
      ids.length > 0 ? say`drafts: ${ids.map(clean).join(', ')}` : say`there are no drafts in ${clean(store.location)}`,
  });
}
