import type { Person } from '../person/person.js';
import type { Scorecard } from '../scorecard/scorecard.js';
import { asPhrase } from '../text/wording.js';
import type { PanelMember } from './member.js';

/** A red flag, and who saw it. */
export interface PooledFlag {
  readonly id: string;
  readonly flag: string;
  readonly severity: Scorecard['redFlags'][number]['severity'];
  readonly seen: readonly {
    readonly interviewer: Person | undefined;
    readonly shown: string | undefined;
    readonly evidence: string | undefined;
  }[];
}

/** The flags that anybody saw, each once. */
export function poolFlags(members: readonly PanelMember[]): readonly PooledFlag[] {
  const flags = new Map<string, PooledFlag>();
  for (const { interviewer, shown, cards } of members) {
    if (cards.every(({ redFlags }) => redFlags.length === 0)) continue;
    // A member who saw it in two interviews counts once: the latest evidence stands.
    const memberFlags = new Map(
      cards.flatMap(({ redFlags }) => redFlags).map((flag) => [`${flag.severity} ${flag.id}`, flag]),
    );
    for (const [key, { id, flag, severity, evidence }] of memberFlags) {
      const known = flags.get(key) ?? { id, flag, severity, seen: [] };
      flags.set(key, { ...known, seen: [...known.seen, { interviewer, shown, evidence }] });
    }
  }
  return [...flags.values()];
}

/** The flag, with the number of members who saw it where there is more than one member. */
export function flagInWords({ flag, seen }: PooledFlag, members: number): string {
  if (members === 1) return flag;
  return `${asPhrase(flag)} (seen by ${seen.length} of ${members} interviewers)`;
}

/** Flags in the order in which they are talked about: those that stop first. */
export function stopsFirst(flags: readonly PooledFlag[]): readonly PooledFlag[] {
  return [...flags].sort((a, b) => Number(b.severity === 'stop') - Number(a.severity === 'stop'));
}
