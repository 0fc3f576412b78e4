import type { Scorecard } from '../scorecard/scorecard.js';
import type { Session } from './session.js';

type Changes = NonNullable<Scorecard['changedAfterReveal']>;

/**
 * What the interviewer changed once the recommendation had been shown: ratings, and red flags observed or withdrawn.
 * What was changed and changed back is not among them; the journal has it.
 */
export function changesAfterReveal({ open, content, revealed }: Session): Pick<Scorecard, 'changedAfterReveal'> {
  if (revealed === undefined || revealed === content) return {};
  const ratings = open.rubric.dimensions.flatMap(({ id }, at): Changes => {
    const from = revealed.dimensions[at]?.rating ?? 'not-assessed';
    const to = content.dimensions[at]?.rating ?? 'not-assessed';
    return from === to ? [] : [{ dimension: id, from, to }];
  });
  const before = new Set(revealed.flags.map(({ id }) => id));
  const after = new Set(content.flags.map(({ id }) => id));
  const flags: Changes = [
    ...[...before].filter((flag) => !after.has(flag)).map((flag) => ({ flag, to: 'withdrawn' as const })),
    ...[...after].filter((flag) => !before.has(flag)).map((flag) => ({ flag, to: 'observed' as const })),
  ];
  const changes = [...ratings, ...flags];
  return changes.length === 0 ? {} : { changedAfterReveal: changes };
}
