import type { PanelCard } from '../../../core/panel/card.js';
import { type EditionRegistry, editionOfRubric } from '../../../core/panel/edition.js';
import { type JoinedSessions, joinSessions, type WholeRubric } from '../../../core/panel/joining/join-sessions.js';
import type { Rubric } from '../../../core/rubric/rubric.js';
import { applyVariant } from '../../../core/rubric/variant.js';
import { ScorecardError } from '../../../errors.js';
import type { LoadedRubric } from '../../../io/rubrics/rubric-file.js';
import { findRubric, type LibraryOptions } from '../../../io/rubrics/rubric-library.js';
import type { Store } from '../../../io/store/store.js';
import type { Host } from '../../../io/system/host.js';

interface Library extends LibraryOptions {
  readonly stores: readonly Store[];
  readonly registry: EditionRegistry;
}

/**
 * Pools scorecards of one session with those of the others, in the edition of the whole rubric: as a store has kept it,
 * else as it is looked for where roles are.
 */
export function joinWithRubrics(cards: readonly PanelCard[], library: Library, host: Host): JoinedSessions {
  const asked = new Map<string, PanelCard>();
  for (const card of cards) {
    const { session, rubricSha256, edition } = card;
    if (session === undefined) continue;
    const key = JSON.stringify([rubricSha256 ?? '', edition.role, edition.version, edition.variant, session]);
    if (!asked.has(key)) asked.set(key, card);
  }
  const inOrder = [...asked].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, card]) => card);
  return joinSessions(
    cards,
    inOrder.flatMap((card) => wholesOf(card, library, host)),
  );
}

/** The rubrics of which a scorecard's session may be a part. */
function wholesOf(card: PanelCard, library: Library, host: Host): readonly WholeRubric[] {
  const { rubricSha256: sha256, edition } = card;
  const kept = sha256 === undefined ? [] : library.stores.flatMap((store) => store.readRubric(sha256) ?? []);
  const wholes = kept.flatMap((rubric) => wholeOf(rubric, card, library));
  if (wholes.length > 0) return wholes;
  // Copies of scorecards come without a store, and with a variant no rubric was kept by older versions.
  const found = inLibrary(edition.role, host, library);
  if (!found) return [];
  const isPlanSame = found.sha256 === sha256 || hasSession(found.rubric, card);
  return wholeOf(found.rubric, card, library).map((whole) => (isPlanSame ? whole : { ...whole, sessions: undefined }));
}

/** Whether the plan has the scorecard's session with the dimensions that it holds. */
function hasSession({ sessions }: Rubric, { session, edition: { dimensions } }: PanelCard): boolean {
  const planned = sessions.find(({ id }) => id === session)?.dimensions;
  return planned?.length === dimensions.length && dimensions.every(({ id }) => planned.includes(id));
}

/** Nothing, where the rubric is another by its name, version or variants. */
function wholeOf(
  rubric: Rubric,
  { edition: { role, version, variant } }: PanelCard,
  { registry }: Library,
): readonly WholeRubric[] {
  const overlay = rubric.variants.find(({ id }) => id === variant);
  const isOther = rubric.id !== role || rubric.version !== version || (variant !== undefined && !overlay);
  if (isOther) return [];
  return [{ edition: editionOfRubric(applyVariant(rubric, overlay), variant, registry), sessions: rubric.sessions }];
}

/** The rubric that has this id today, where there is one without mistakes. */
function inLibrary(role: string, host: Host, options: LibraryOptions): LoadedRubric | undefined {
  try {
    return findRubric(role, host, options);
  } catch (error) {
    if (error instanceof ScorecardError) return undefined;
    throw error;
  }
}
