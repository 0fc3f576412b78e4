import { didYouMean } from '../../core/nearest.js';
import type { Rubric } from '../../core/rubric.js';
import { isSameName } from '../../core/same-name.js';
import type { OpenChange } from '../../core/session-event.js';
import { applyVariant } from '../../core/variant.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { isDraftOpen } from '../../io/draft-lock.js';
import type { Host } from '../../io/host.js';
import { beginDraft, openElsewhere, type Recorder, resumeDraft } from '../../io/recorder.js';
import { findRubric, findVariant, listRubrics } from '../../io/rubric-library.js';
import {
  archiveDraft,
  type Draft,
  draftIds,
  freeId,
  isSubmitted,
  listDrafts,
  scorecardPaths,
  storeFolder,
} from '../../io/scorecard-store.js';
import { type Asker, createKeyAsker, createLineAsker } from '../../io/terminal/ask.js';
import { createLineReader } from '../../io/terminal/line-reader.js';
import { timestamp } from '../../io/timestamp.js';
import type { GlobalOptions } from '../context.js';
import { holdInterview } from './hold-interview.js';
import { interviewFromAnswers } from './interview-answers.js';

export interface InterviewOptions extends GlobalOptions {
  readonly role?: string;
  readonly candidate?: string;
  readonly interviewer?: string;
  readonly variant?: string;
  readonly store?: string;
  readonly answers?: string;
  readonly plain?: boolean;
  readonly resume?: string;
  readonly restart?: boolean;
  readonly ascii?: boolean;
  readonly format?: 'json' | 'markdown';
}

/** Holds an interview, by an answers file or at the prompts, and writes its scorecard. */
export async function interview(options: InterviewOptions, host: Host): Promise<ExitCode> {
  if (options.answers !== undefined) return interviewFromAnswers(options.answers, options, host);
  const isTerminal = host.stdin.isTTY === true && host.stderr.isTTY;
  if (!isTerminal && !options.plain) {
    throw new ScorecardError('an interview needs a terminal, and there is none', {
      hint: 'pass --answers FILE to take the answers from a file, or --plain to read them line by line from a pipe',
    });
  }
  const lines = wantsPlain(options, host.env) || !isTerminal ? createLineReader(host) : undefined;
  const asker = lines ? createLineAsker(lines) : createKeyAsker(host);
  try {
    const opened = await openDraft(options, asker, host);
    if (opened === undefined) return inputEnded(host);
    return await holdInterview(opened, options, { host, lines });
  } finally {
    lines?.close();
  }
}

function wantsPlain({ plain }: InterviewOptions, env: Host['env']): boolean {
  return plain === true || (env.SCORECARD_PLAIN ?? '') !== '' || env.TERM === 'dumb';
}

function inputEnded(host: Host): ExitCode {
  host.stderr.write('The input ended before the interview began; nothing was written.\n');
  return EXIT.no;
}

export interface Opened {
  readonly recorder: Recorder;
  readonly isResumed: boolean;
}

/** The draft to go on with, or a new one. `undefined` when the input ended at a question. */
async function openDraft(options: InterviewOptions, asker: Asker, host: Host): Promise<Opened | undefined> {
  const store = storeFolder(host, options.store);
  if (options.resume !== undefined) {
    return { recorder: resumeDraft(store, knownDraft(store, options.resume), host), isResumed: true };
  }
  const role = options.role ?? (await chooseRole(options, asker, host));
  if (role === undefined) return undefined;
  const { rubric, sha256 } = findRubric(role, host, options);
  const variant = findVariant(rubric, options.variant);
  const candidate = options.candidate ?? (await asker.text('Candidate'));
  if (candidate === undefined) return undefined;
  const interviewer = options.interviewer ?? (await host.userName());
  if (interviewer === undefined) {
    throw new ScorecardError('the name of the interviewer is not known', { hint: 'pass --interviewer NAME' });
  }
  const who = { candidate: candidate.trim(), interviewer: interviewer.trim() };
  const draft = newest(listDrafts(store), who, rubric);
  if (draft) {
    if (isDraftOpen(draft.path)) throw openElsewhere(draft.id, draft.path);
    const choice = options.restart ? 'new' : await offerDraft(draft, asker);
    if (choice === undefined) return undefined;
    if (choice === 'resume') return { recorder: resumeDraft(store, draft.id, host), isResumed: true };
    tellArchived(archiveDraft(store, draft.id), options, host);
  }
  const open: OpenChange = {
    type: 'open',
    schemaVersion: 1,
    id: freeId(store, { ...who, role: rubric.id, startedAt: timestamp(host.now()) }),
    ...who,
    rubric: applyVariant(rubric, variant),
    ...(variant ? { variant: variant.id } : {}),
    sha256,
  };
  return { recorder: beginDraft(store, open, host), isResumed: false };
}

async function chooseRole(options: InterviewOptions, asker: Asker, host: Host): Promise<string | undefined> {
  const { rubrics } = listRubrics(host, options);
  return asker.choose(
    'Role',
    rubrics.map(({ rubric }) => ({ value: rubric.id, name: `${rubric.title} (${rubric.id})` })),
  );
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

function newest(
  drafts: readonly Draft[],
  who: { candidate: string; interviewer: string },
  rubric: Rubric,
): Draft | undefined {
  return drafts
    .filter(({ open }) => open.rubric.id === rubric.id)
    .filter(({ open }) => isSameName(open.candidate, who.candidate) && isSameName(open.interviewer, who.interviewer))
    .sort((a, b) => Date.parse(b.session.lastAt) - Date.parse(a.session.lastAt))[0];
}

async function offerDraft({ session }: Draft, asker: Asker): Promise<string | undefined> {
  const { dimensions } = session.content;
  const decided = dimensions.filter(({ rating }) => rating !== undefined).length;
  const since = `${session.startedAt.slice(0, 10)} ${session.startedAt.slice(11, 16)}`;
  return asker.choose(`There is a draft from ${since}, ${decided} of ${dimensions.length} decided`, [
    { value: 'resume', name: 'Go on with the draft' },
    { value: 'new', name: 'Begin anew; the draft is kept as history' },
  ]);
}

function tellArchived(path: string, { quiet }: InterviewOptions, host: Host): void {
  if (!quiet) host.stderr.write(`The earlier draft is kept as ${path}\n`);
}
