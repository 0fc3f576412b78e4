import type { Rubric } from '../../core/rubric/rubric.js';
import { isSameName } from '../../core/text/person-name.js';
import { didYouMean } from '../../core/text/wording.js';
import { ScorecardError } from '../../errors.js';
import { findRubric, findVariant, listRubrics } from '../../io/rubrics/rubric-library.js';
import { isDraftOpen } from '../../io/store/draft-lock.js';
import { beginDraft, openElsewhere, resumeDraft } from '../../io/store/recorder.js';
import {
  archiveDraft,
  type Draft,
  draftIds,
  isSubmitted,
  listDrafts,
  scorecardPaths,
  storeFolder,
} from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import type { Prompter } from '../../io/terminal/ask.js';
import { createOpenEvent, type Names, resolveNames } from './opening.js';
import type { InterviewOptions, OpenedDraft } from './options.js';

/** A new draft, or the one that the same names and role have already. `undefined` when the input ended at a question. */
export async function openDraft(
  options: InterviewOptions,
  prompter: Prompter,
  host: Host,
): Promise<OpenedDraft | undefined> {
  const store = storeFolder(host, options.store);
  const role = options.role ?? (await chooseRole(options, prompter, host));
  if (role === undefined) return undefined;
  const loaded = findRubric(role, host, options);
  const variant = findVariant(loaded.rubric, options.variant);
  const candidate = options.candidate ?? (await prompter.text('Candidate'));
  if (candidate === undefined) return undefined;
  const names = await resolveNames(candidate, options.interviewer, host);
  const draft = newest(listDrafts(store), names, loaded.rubric);
  if (draft) {
    if (isDraftOpen(draft.path)) throw openElsewhere(draft.id, draft.path);
    const choice = options.restart ? 'new' : await offerDraft(draft, prompter);
    if (choice === undefined) return undefined;
    if (choice === 'resume') return { recorder: resumeDraft(store, draft.id, host), isResumed: true };
    tellArchived(archiveDraft(store, draft.id), options, host);
  }
  const open = createOpenEvent({ names, loaded, variant, store }, host);
  return { recorder: beginDraft(store, open, host), isResumed: false };
}

async function chooseRole(options: InterviewOptions, prompter: Prompter, host: Host): Promise<string | undefined> {
  const { rubrics } = listRubrics(host, options);
  return prompter.choose(
    'Role',
    rubrics.map(({ summary }) => ({ value: summary.id, name: `${summary.title} (${summary.id})` })),
  );
}

function newest(drafts: readonly Draft[], who: Names, rubric: Rubric): Draft | undefined {
  return drafts
    .filter(({ open }) => open.rubric.id === rubric.id)
    .filter(({ open }) => isSameName(open.candidate, who.candidate) && isSameName(open.interviewer, who.interviewer))
    .sort((a, b) => Date.parse(b.session.lastAt) - Date.parse(a.session.lastAt))[0];
}

async function offerDraft({ session }: Draft, prompter: Prompter): Promise<string | undefined> {
  const { dimensions } = session.content;
  const decided = dimensions.filter(({ rating }) => rating !== undefined).length;
  const since = `${session.startedAt.slice(0, 10)} ${session.startedAt.slice(11, 16)}`;
  return prompter.choose(`There is a draft from ${since}, ${decided} of ${dimensions.length} decided`, [
    { value: 'resume', name: 'Go on with the draft' },
    { value: 'new', name: 'Begin anew; the draft is kept as history' },
  ]);
}

function tellArchived(path: string, { quiet }: InterviewOptions, host: Host): void {
  if (!quiet) host.stderr.write(`The earlier draft is kept as ${path}\n`);
}

/** Goes on with the draft that `--resume` names, by its id or a part of it. @throws ScorecardError that lists the drafts */
export function resumeNamed(name: string, store: string | undefined, host: Host): OpenedDraft {
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
