import { resolve } from 'node:path';
import { dayOfCard, type PanelCard } from '../../core/panel/card.js';
import { countingCards, type Repeat } from '../../core/panel/counting-cards.js';
import { createEditionRegistry, type EditionRegistry } from '../../core/panel/edition.js';
import { type Aligned, alignCards, moveCard } from '../../core/panel/joining/align-cards.js';
import type { JoinedSessions } from '../../core/panel/joining/join-sessions.js';
import { uniqueCards } from '../../core/panel/unique-cards.js';
import { type Who, whoIsWho } from '../../core/panel/who.js';
import type { Known } from '../../core/person/people-file.js';
import type { Label } from '../../core/plan/labels.js';
import type { Plan } from '../../core/plan/plan.js';
import type { Problem } from '../../core/problem.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { slugOf } from '../../core/text/slug.js';
import { didYouMean } from '../../core/text/wording.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import type { FoundFile } from '../../io/cards/card-files.js';
import { readPanelCards } from '../../io/cards/read-cards.js';
import { givenStore } from '../../io/store/layout.js';
import type { Store } from '../../io/store/store.js';
import { exists, isFolder } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { shadowsInWords } from '../../render/panel/people-words.js';
import { count } from '../../render/text/text.js';
import { checkDay } from './check-day.js';
import { checkStore } from './found/no-scorecards.js';
import type { DraftQuery, GatheredDrafts } from './gather-drafts.js';
import { mergedRemarks, olderRemark } from './gathering/remarks.js';
import { parseSame, recordSame, withSame } from './known-people.js';

export interface GatherOptions {
  readonly role?: string;
  readonly since?: string;
  readonly drafts?: boolean;
  /** Keep what the ratings rest on. */
  readonly evidence?: boolean;
  /** Keep all that a page tells of each. */
  readonly detail?: boolean;
  readonly acrossVersions?: boolean;
  /** Whether it is for the record of the decision, with which names are known: nobody is labelled. */
  readonly isRecord?: boolean;
  /** Show what other interviewers rated while the own draft is open. */
  readonly unblind?: boolean;
  /** Who sits at the keyboard, where it is said. */
  readonly as?: string;
  /** Names and ids that are one person, as they were typed. */
  readonly same?: readonly string[];
  readonly store?: string;
  readonly rubrics?: string;
}

export interface Gathered {
  /** Those that count. */
  readonly cards: readonly PanelCard[];
  /** Those that may not be seen yet. */
  readonly hidden: readonly PanelCard[];
  readonly problems: readonly Problem[];
  /** What was left out and what was merged, each as a part of a sentence. */
  readonly remarks: readonly TerminalText[];
  readonly people: GatheredPeople;
  readonly exitCode: ExitCode;
}

/** Who is who among the scorecards, and what there is to say about it. */
export interface GatheredPeople {
  readonly who: Who;
  readonly repeats: readonly Repeat[];
  readonly different: Known['different'];
}

/**
 * The scorecards that `summary` and `compare` work on: read, each once, and narrowed to what was asked for.
 *
 * @throws ScorecardError when a path isn't there, or an option's value says nothing
 */
export async function gatherCards(paths: readonly string[], options: GatherOptions, host: Host): Promise<Gathered> {
  checkStore(options.store, host);
  const since = options.since === undefined ? undefined : checkDay(options.since, '--since');
  const said = parseSame(options.same);
  const reading = {
    registry: createEditionRegistry(),
    keepsEvidence: options.evidence === true,
    keepsDetail: options.detail === true,
  };
  const read = await readPanelCards(sourcesOf(paths, options, host), reading, host);
  const drafts = await draftsOf(read.stores, { reading, isCounting: options.drafts !== true, host });
  const unique = uniqueCards([...read.cards, ...drafts.cards]);
  const { onlyVisible, readKnown, storesAround } = await import('./visible-cards.js');
  const folders = [
    ...read.stores.map(({ path }) => path),
    ...paths.filter((path) => isFolder(resolve(host.cwd, path))),
  ];
  const stores = storesAround(host, { paths: [...paths, ...read.links], folders, given: options.store });
  recordSame(said, storeToKeep(stores, { paths, folders, given: options.store }, host), host);
  const known = withSame(readKnown(stores), said);
  const seen = await onlyVisible(
    unique.cards,
    {
      authorOf: ({ candidate, interviewer, edition }) => ({ candidate, interviewer, role: edition.role }),
      digestOf: ({ digest }) => digest,
      labelled: options.isRecord ? 'unneeded' : labelledCard,
      stores,
      unblind: options.unblind === true,
      as: options.as,
      same: known.same,
    },
    host,
  );
  const planned = seen.cards.map((card) => withPlan(card, seen.planOf(card)));
  const submitted = options.drafts ? planned : planned.filter(({ isDraft }) => !isDraft);
  const draftCount = planned.length - submitted.length + drafts.unread;
  const ofRoles = options.role === undefined ? submitted : await ofRole(submitted, options.role, { host, options });
  const joined = await joinedSessions(ofRoles, { stores, registry: reading.registry, options, host });
  const aligned = options.acrossVersions ? alignCards(joined.cards) : undefined;
  const who = whoIsWho(seen.cards, known.same);
  const altered = read.altered.map(joined.move);
  const counting = countingCards(
    aligned?.cards ?? joined.cards,
    who,
    aligned ? alignAltered(altered, aligned) : altered,
  );
  const cards = since === undefined ? counting.cards : counting.cards.filter((card) => isSince(card, since));
  const problems = [...read.problems, ...drafts.problems, ...unique.problems, ...counting.problems];
  const leftOut = read.leftOut + drafts.problems.length + unique.problems.length + counting.problems.length;
  return {
    cards,
    hidden: seen.hidden,
    problems,
    remarks: [
      ...(draftCount > 0 ? [say`${count(draftCount, 'draft')} not counted (--drafts takes them in)`] : []),
      ...(seen.waiting === '' ? [] : [seen.waiting]),
      ...(counting.shadows.length > 0 ? [shadowsInWords(counting.shadows)] : []),
      ...(unique.repeated > 0
        ? [say`${unique.repeated} stood twice and ${unique.repeated === 1 ? 'counts' : 'count'} once`]
        : []),
      ...olderRemark(counting.cards.length - cards.length, options.since),
      ...(aligned ? mergedRemarks(aligned) : []),
      ...(leftOut > 0 ? [say`${leftOut} left out, see above`] : []),
    ],
    people: { who, repeats: counting.repeats, different: known.different },
    exitCode: leftOut > 0 ? EXIT.no : seen.exitCode,
  };
}

/** With a label in place of the name, also in what names the file. */
function labelledCard(card: PanelCard, label: Label): PanelCard {
  const name = [
    card.candidate.name,
    card.edition.role,
    ...(card.session === undefined ? [] : [card.session]),
    label.text,
  ]
    .map(slugOf)
    .join('-');
  return { ...card, interviewer: { name: label.text }, isLabelled: true, letter: label.letter, id: name, source: name };
}

function withPlan(card: PanelCard, plan: Plan | undefined): PanelCard {
  if (plan === undefined) return card;
  const counting = plan.interviewers.filter(({ isShadow }) => !isShadow);
  return {
    ...card,
    planned: { ids: counting.flatMap(({ sessions }) => sessions ?? []), own: plan.sessions, lead: plan.lead },
  };
}

function isSince(card: PanelCard, since: string): boolean {
  const day = dayOfCard(card);
  return day !== undefined && day >= since;
}

/** In the edition that the others of their role stand in now: their own never decides which that is. */
function alignAltered(altered: readonly PanelCard[], { merged }: Aligned): readonly PanelCard[] {
  const editions = new Map(merged.map(({ edition }) => [edition.role, edition]));
  return altered.map((card) => moveCard(card, editions.get(card.edition.role) ?? card.edition, 'not-assessed'));
}

interface JoinQuery {
  readonly stores: readonly Store[];
  readonly registry: EditionRegistry;
  readonly options: GatherOptions;
  readonly host: Host;
}

/** Rubrics are looked for only where a scorecard is of one session. */
async function joinedSessions(
  cards: readonly PanelCard[],
  { stores, registry, options: { rubrics }, host }: JoinQuery,
): Promise<JoinedSessions> {
  if (cards.every(({ session }) => session === undefined)) return { cards, move: (card) => card };
  const { joinWithRubrics } = await import('./gathering/join-sessions.js');
  return joinWithRubrics(cards, { stores, registry, rubrics }, host);
}

/**
 * Where `--same` is kept: the store that is given or usual, else the one folder that is named; none that isn't there
 * yet.
 */
function storeToKeep(
  [usual, ...around]: readonly Store[],
  { paths, folders, given }: { paths: readonly string[]; folders: readonly string[]; given: string | undefined },
  host: Host,
): Store | undefined {
  const named = new Set(folders.map((folder) => resolve(host.cwd, folder)));
  const isUsual = given !== undefined || paths.length === 0 || named.size !== 1;
  const store = isUsual ? usual : around.find(({ location }) => named.has(location));
  return store && exists(store.location) ? store : undefined;
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
