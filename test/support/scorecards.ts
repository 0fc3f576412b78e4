import { buildScorecard } from '../../src/core/interview/build-scorecard.js';
import type { OpenEvent, SessionEvent } from '../../src/core/interview/event.js';
import { replay } from '../../src/core/interview/session.js';
import { type PanelCard, readPanelCard } from '../../src/core/panel/card.js';
import { createEditionRegistry, type EditionRegistry } from '../../src/core/panel/edition.js';
import type { Rubric } from '../../src/core/rubric/rubric.js';
import type { Rating } from '../../src/core/rubric/scale.js';
import { applySession } from '../../src/core/rubric/session.js';
import type { Scorecard } from '../../src/core/scorecard/scorecard.js';
import type { VerdictWord } from '../../src/core/scoring/verdict.js';
import { createRubric } from './rubrics.js';

interface Parts {
  readonly candidate?: string;
  readonly interviewer?: string;
  /** One for each dimension, in their order; `undefined` is left open. */
  readonly ratings: readonly (Rating | undefined)[];
  readonly rubric?: Rubric;
  /** One of the rubric's: then only its dimensions' ratings are given. */
  readonly session?: string;
  readonly variant?: string;
  readonly flags?: readonly string[];
  readonly verdict?: VerdictWord;
  /** Day of the interview. */
  readonly day?: string;
  readonly isDraft?: boolean;
  readonly notes?: readonly string[];
}

/** Three dimensions of 50, 30 and 20; the first has a minimum of 3, the last is optional. */
export const PANEL_RUBRIC = createRubric([
  { id: 'depth', weight: 50, minimum: 3 },
  { id: 'care', weight: 30 },
  { id: 'talk', weight: 20, optional: true },
]);

/** Four dimensions of 40, 30, 20 and 10 in three sessions; the third dimension is in two of them, the last is optional. */
export const SESSIONS_RUBRIC = createRubric(
  [
    { id: 'depth', weight: 40 },
    { id: 'care', weight: 30, minimum: 2 },
    { id: 'talk', weight: 20 },
    { id: 'tools', weight: 10, optional: true },
  ],
  {
    sessions: [
      { id: 'making', title: 'Making', minutes: 45, dimensions: ['depth', 'talk'] },
      { id: 'caring', title: 'Caring', minutes: 30, dimensions: ['care'] },
      { id: 'telling', title: 'Telling', minutes: 30, dimensions: ['talk', 'tools'] },
    ],
  },
);

/** A scorecard as an interview leaves it. */
export function createScorecard({
  candidate = 'Ada Example',
  interviewer = 'R. Panel',
  rubric = PANEL_RUBRIC,
  day = '2026-11-20',
  ...parts
}: Parts): Scorecard {
  const at = `${day}T14:00:00+00:00`;
  const session = rubric.sessions.find((one) => one.id === parts.session);
  const part = applySession(rubric, session);
  const id = [day, candidate, rubric.id, ...(session ? [session.id] : []), interviewer]
    .join('-')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, '-');
  const { variant } = parts;
  const open: OpenEvent = {
    at,
    type: 'open',
    schemaVersion: 2,
    ...{ id, candidate: { name: candidate }, interviewer: { name: interviewer }, rubric: part, sha256: 'f'.repeat(64) },
    ...(variant === undefined ? {} : { variant }),
    ...(session ? { session: session.id } : {}),
  };
  const events: SessionEvent[] = [];
  for (const [position, { id: dimension }] of rubric.dimensions.entries()) {
    if (!part.dimensions.some(({ id }) => id === dimension)) continue;
    const rating = parts.ratings[position];
    if (rating !== undefined) events.push({ at, type: 'rate', dimension, rating });
    for (const text of parts.notes ?? []) events.push({ at, type: 'note', dimension, text });
  }
  for (const flag of parts.flags ?? []) events.push({ at, type: 'flag', flag, evidence: `saw ${flag}` });
  if (parts.verdict) events.push({ at, type: 'verdict', is: parts.verdict });
  if (!parts.isDraft) events.push({ at, type: 'submit' });
  return buildScorecard(replay([open, ...events]));
}

/** Scorecards as a panel takes them, all of one registry. */
export function createCards(parts: readonly Parts[], registry: EditionRegistry = createEditionRegistry()): PanelCard[] {
  return parts.map((one, at) => readCard(createScorecard(one), `card ${at + 1}`, registry));
}

function readCard(data: unknown, source: string, registry: EditionRegistry): PanelCard {
  const checked = readPanelCard(data, source, { registry, keepsEvidence: true });
  if (!checked?.ok) throw new Error(checked?.problems.map(({ message }) => message).join('; ') ?? 'does not fit');
  return checked.value;
}

/** Scorecard files by name, as a fake host takes them. */
export function scorecardFiles(folder: string, parts: readonly Parts[]): Record<string, string> {
  const cards = parts.map(createScorecard);
  return Object.fromEntries(
    cards.map((card) => [`${folder}/${card.id}.json`, `${JSON.stringify(card, undefined, 2)}\n`]),
  );
}
