import { resolve } from 'node:path';
import { type Aligned, alignCards } from '../../core/panel/align-cards.js';
import type { PanelCard } from '../../core/panel/card.js';
import { createEditionRegistry } from '../../core/panel/edition.js';
import { uniqueCards } from '../../core/panel/unique-cards.js';
import type { Problem } from '../../core/problem.js';
import { dayOf } from '../../core/text/date.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { didYouMean } from '../../core/text/wording.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import type { FoundFile } from '../../io/cards/card-files.js';
import { readPanelCards } from '../../io/cards/read-cards.js';
import { givenStore } from '../../io/store/layout.js';
import { exists } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { editionInWords } from '../../render/panel/panel-words.js';
import { count } from '../../render/text/text.js';
import { checkDay } from './check-day.js';
import type { DraftQuery, GatheredDrafts } from './gather-drafts.js';

export interface GatherOptions {
  readonly role?: string;
  readonly since?: string;
  readonly drafts?: boolean;
  /** Keep what the ratings rest on. */
  readonly evidence?: boolean;
  readonly acrossVersions?: boolean;
  /** Show what other interviewers rated while the own draft is open. */
  readonly unblind?: boolean;
  readonly store?: string;
  readonly rubrics?: string;
}

export interface Gathered {
  readonly cards: readonly PanelCard[];
  readonly problems: readonly Problem[];
  /** What was left out and what was merged, each as a part of a sentence. */
  readonly remarks: readonly TerminalText[];
  readonly exitCode: ExitCode;
}

/**
 * The scorecards that `summary` and `compare` work on: read, each once, and narrowed to what was asked for.
 *
 * @throws ScorecardError when a path isn't there, or an option's value says nothing
 */
export async function gatherCards(paths: readonly string[], options: GatherOptions, host: Host): Promise<Gathered> {
  const since = options.since === undefined ? undefined : checkDay(options.since, '--since');
  const reading = { registry: createEditionRegistry(), keepsEvidence: options.evidence === true };
  const read = await readPanelCards(sourcesOf(paths, options, host), reading, host);
  const drafts = await draftsOf(read.stores, { reading, isCounting: options.drafts !== true, host });
  const unique = uniqueCards([...read.cards, ...drafts.cards]);
  const { onlyVisible, storesAround } = await import('./visible-cards.js');
  const seen = onlyVisible(
    unique.cards,
    {
      authorOf: ({ candidate, interviewer, edition }) => ({ candidate, interviewer, role: edition.role }),
      stores: storesAround(host, { paths, folders: read.stores.map(({ path }) => path), given: options.store }),
      unblind: options.unblind === true,
    },
    host,
  );
  const submitted = options.drafts ? seen.cards : seen.cards.filter(({ isDraft }) => !isDraft);
  const draftCount = seen.cards.length - submitted.length + drafts.unread;
  const recent = since === undefined ? submitted : submitted.filter(({ at }) => at !== undefined && dayOf(at) >= since);
  const wanted = options.role === undefined ? recent : await ofRole(recent, options.role, { host, options });
  const aligned = options.acrossVersions ? alignCards(wanted) : undefined;
  const problems = [...read.problems, ...drafts.problems, ...unique.problems];
  const leftOut = read.leftOut + drafts.problems.length + unique.problems.length;
  return {
    cards: aligned?.cards ?? wanted,
    problems,
    remarks: [
      ...(draftCount > 0 ? [say`${count(draftCount, 'draft')} not counted (--drafts takes them in)`] : []),
      ...(unique.repeated > 0
        ? [say`${unique.repeated} stood twice and ${unique.repeated === 1 ? 'counts' : 'count'} once`]
        : []),
      ...olderRemark(submitted.length - recent.length, options.since),
      ...(aligned ? mergedRemarks(aligned) : []),
      ...(leftOut > 0 ? [say`${leftOut} left out, see above`] : []),
    ],
    exitCode: leftOut > 0 ? EXIT.no : seen.exitCode,
  };
}

/** What was named, else the store; a store that isn't there yet holds nothing. */
function sourcesOf(paths: readonly string[], { store }: GatherOptions, host: Host): readonly string[] {
  if (paths.length > 0) return store === undefined ? paths : [store, ...paths];
  if (store !== undefined) return [store];
  const fallback = givenStore(host, undefined);
  return exists(resolve(host.cwd, fallback)) ? [fallback] : [];
}

/** Of the stores among what was read; what knows journals isn't loaded where there are none. */
async function draftsOf(stores: readonly FoundFile[], query: DraftQuery): Promise<GatheredDrafts> {
  if (stores.length === 0) return { cards: [], problems: [], unread: 0 };
  const { gatherDrafts } = await import('./gather-drafts.js');
  return gatherDrafts(stores, query);
}

/** @throws ScorecardError when no scorecard is of that role, with the nearest that there is */
async function ofRole(
  cards: readonly PanelCard[],
  role: string,
  { host, options }: { readonly host: Host; readonly options: GatherOptions },
): Promise<readonly PanelCard[]> {
  const wanted = role.toLowerCase();
  const named = cards.filter(({ edition }) => edition.role.toLowerCase() === wanted);
  if (named.length > 0 || cards.length === 0) return named;
  const roles = [...new Set(cards.map(({ edition }) => edition.role))].sort();
  const id = await roleOfAlias(role, host, options);
  const aliased = cards.filter(({ edition }) => edition.role === id);
  if (aliased.length > 0) return aliased;
  throw new ScorecardError(`there is no scorecard of the role "${role}"${didYouMean(role, roles)}`, {
    hint: say`roles with scorecards: ${roles.map(clean).join(', ')}`,
  });
}

/** The id of the rubric that has this alias, where there is one. */
async function roleOfAlias(role: string, host: Host, options: GatherOptions): Promise<string | undefined> {
  const { findRubric } = await import('../../io/rubrics/rubric-library.js');
  try {
    return findRubric(role, host, options).rubric.id;
  } catch (error) {
    if (error instanceof ScorecardError) return undefined;
    throw error;
  }
}

function olderRemark(number: number, since: string | undefined): readonly TerminalText[] {
  return number > 0 ? [say`${number} before ${clean(since ?? '')} or without a date not counted`] : [];
}

function mergedRemarks({ merged, unlike }: Aligned): readonly TerminalText[] {
  return [
    ...merged.map(({ edition, others }) => {
      const names = others.map((other) => editionInWords(other)).join(', ');
      return say`${names} scored again with the dimensions, weights and rules of ${editionInWords(edition)}`;
    }),
    ...unlike.map((role) => say`the versions of ${clean(role)} have different scales and stay apart`),
  ];
}
