import { EXIT, ScorecardError } from '../../../errors.js';
import type { Host } from '../../../io/system/host.js';
import type { Gathered } from '../gather-cards.js';
import { allHidden } from './choose-named.js';
import { noScorecards } from './no-scorecards.js';

interface Places {
  readonly store: string | undefined;
  readonly paths: readonly string[];
}

/** @throws ScorecardError where nothing that was gathered counts: all of it is hidden or left out, or there is none */
export function checkFound(
  { cards, hidden, remarks }: Pick<Gathered, 'cards' | 'hidden' | 'remarks'>,
  places: Places,
  host: Host,
): void {
  if (cards.length > 0) return;
  if (hidden.length > 0) throw allHidden(hidden.length);
  if (remarks.length > 0) throw new ScorecardError(`no scorecard counts: ${remarks.join('; ')}`, { exitCode: EXIT.no });
  throw noScorecards(places, host);
}
