import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loggedSeals } from '../../core/log/logged-seals.js';
import { createPeople, type Person } from '../../core/person/person.js';
import type { SealedPart } from '../../core/plan/seats.js';
import { headsOf, ownSeals, type Seal } from '../../core/scorecard/chain/chain.js';
import { isScorecard } from '../../core/scorecard/quick-check.js';
import { briefOf } from '../../core/scorecard/sealed-brief.js';
import { type StoredScorecard, upgradeScorecard } from '../../core/scorecard/stored-scorecard.js';
import { attempt, ScorecardError, systemCode } from '../../errors.js';
import { isReadable, readRegularFile, reason } from '../system/files.js';
import { parseJson } from '../system/parse-json.js';
import { readLog } from './log/log.js';
import { sameIn } from './people.js';
import type { SealedScorecard, StoreSeals } from './store.js';

/**
 * What an interviewer has sealed in this folder, under any of their names, by name of the file. What is
 * not a scorecard is passed over.
 *
 * @throws ScorecardError when the folder can't be listed
 */
export function sealedBy(folder: string, interviewer: Person): readonly SealedScorecard[] {
  const sealed = [...sealedIn(folder)];
  const isTheirs = isSameAs(interviewer, authorsOf(sealed), folder);
  return sealed.filter(({ card }) => isTheirs(card.interviewer));
}

/**
 * What is sealed in this folder, read once however much is asked of it: each scorecard in brief, and the digest of the
 * last that an interviewer has sealed, whether it is still there or was erased. An altered one counts by the digest that
 * it names.
 */
export function readSeals(folder: string): StoreSeals {
  const cards: StoreSeals['cards'][number][] = [];
  const seals = new Map<string, { readonly by: Person; readonly seals: Seal[] }>();
  for (const { location, stored, card } of sealedIn(folder)) {
    if (!card.shadow) cards.push({ ...briefOf(card), location });
    const seal = sealOf(stored);
    if (!seal) continue;
    const by = card.interviewer;
    const spelling = JSON.stringify([by.name, by.id]);
    const known = seals.get(spelling);
    if (known) known.seals.push(seal);
    else seals.set(spelling, { by, seals: [seal] });
  }
  const logged = seen(folder);
  const authors = [...[...seals.values()].map(({ by }) => by), ...logged.flatMap((seal) => seal.sealed?.by ?? [])];
  return {
    cards,
    last: (interviewer) => {
      const isTheirs = isSameAs(interviewer, authors, folder);
      const present = [...seals.values()].flatMap((author) => (isTheirs(author.by) ? author.seals : []));
      return headsOf(ownSeals(isTheirs, { present, logged })).at(-1)?.digest;
    },
  };
}

/** What is sealed in this folder, as far as plans look at it. */
export function sealedParts(folder: string): readonly SealedPart[] {
  const parts: SealedPart[] = [];
  for (const { card } of sealedIn(folder)) {
    const { candidate, interviewer, rubric, session, shadow, submittedAt: at = '', digest } = card;
    parts.push({ candidate, interviewer, role: rubric.id, session, isShadow: shadow === true, at, digest });
  }
  return parts;
}

/** What anybody has sealed in this folder, one at a time: all of a large store would not fit into memory. */
function* sealedIn(folder: string): Generator<SealedScorecard> {
  for (const name of scorecardFiles(folder)) {
    const location = join(folder, name);
    const stored = readStored(location);
    if (stored?.digest === undefined || stored.submittedAt === undefined) continue;
    yield { location, stored, card: upgradeScorecard(stored) };
  }
}

function authorsOf(sealed: readonly SealedScorecard[]): readonly Person[] {
  return sealed.map(({ card }) => card.interviewer);
}

function isSameAs(person: Person, others: readonly Person[], folder: string): (other: Person) => boolean {
  const people = createPeople([...others, person], sameIn(folder));
  return (other) => people.isSame(other, person);
}

/** A log that can't be read stops nobody. */
function seen(folder: string): ReturnType<typeof loggedSeals> {
  return attempt(
    () => loggedSeals(readLog(folder)),
    () => [],
  );
}

/** The link that a scorecard is in its interviewer's chain; `undefined` for version 1, which stands outside. */
function sealOf({ schemaVersion, digest, previous, submittedAt }: StoredScorecard): Seal | undefined {
  if (schemaVersion === 1 || digest === undefined || submittedAt === undefined) return undefined;
  return { digest, previous: typeof previous === 'string' ? previous : undefined, at: submittedAt };
}

function readStored(path: string): StoredScorecard | undefined {
  // One that the user may not read is a colleague's.
  const bytes = isReadable(path) ? readRegularFile(path) : undefined;
  const data = bytes && parseJson(bytes);
  return isScorecard(data) ? data : undefined;
}

/** The names of the files of a store that may be scorecards. @throws ScorecardError when it can't be listed */
export function scorecardFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw new ScorecardError(`${folder}: ${reason(error)}`);
  }
}
