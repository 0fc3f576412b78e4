import type { Scorecard } from '../scorecard/scorecard.js';
import type { Voice } from './member.js';

/** A red flag, and who saw it. */
export interface PooledFlag {
  readonly id: string;
  readonly flag: string;
  readonly severity: Scorecard['redFlags'][number]['severity'];
  readonly seen: readonly { readonly interviewer: string | undefined; readonly evidence: string | undefined }[];
}

/** The flags that anybody saw, each once. */
export function poolFlags(voices: readonly Voice[]): readonly PooledFlag[] {
  const flags = new Map<string, PooledFlag>();
  for (const { interviewer, cards } of voices) {
    if (cards.every(({ redFlags }) => redFlags.length === 0)) continue;
    // Who saw it in two interviews has still one voice: the latest evidence stands.
    const own = new Map(cards.flatMap(({ redFlags }) => redFlags).map((flag) => [`${flag.severity} ${flag.id}`, flag]));
    for (const [key, { id, flag, severity, evidence }] of own) {
      const known = flags.get(key) ?? { id, flag, severity, seen: [] };
      flags.set(key, { ...known, seen: [...known.seen, { interviewer, evidence }] });
    }
  }
  return [...flags.values()];
}

/** The flag with the number of those who saw it, where the panel is more than one. */
export function flagInWords({ flag, seen }: PooledFlag, voices: number): string {
  if (voices === 1) return flag;
  return `${flag} (seen by ${seen.length} of ${voices} interviewers)`;
}
