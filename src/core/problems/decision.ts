/** What a decision, and what it rests on, do not agree on. */
export const DECISION_WORDS = {
  'no-decision': () => 'is not a decision',
  'unsealed-decision': () => 'the decision has no digest: it was not sealed, or that was taken out',
  'rests-on': ({ state, interviewer, digest }: RestsOn) =>
    `it rests on a scorecard of ${interviewer} ${STATES[state]}: ${digest}`,
  'missing-decision': ({ by, digest }: { by: keyof typeof MISSING; digest: string }) =>
    `${MISSING[by]}: none here has the digest ${digest}`,
  /** It need not be wrong. */
  'two-decisions': ({ other }: { other: string }) =>
    `${other} is about the same candidate and role, and neither stands in place of the other: the later counts`,
  /** It need not be wrong. */
  'unlogged-decision': () => 'is not in the log: it was put in from elsewhere',
} satisfies Record<string, (about: never) => string>;

interface RestsOn {
  readonly state: keyof typeof STATES;
  readonly interviewer: string;
  readonly digest: string;
}

const STATES = {
  gone: 'that is gone',
  altered: 'that was changed after it was sealed',
  /** Nothing is wrong with it. */
  erased: 'that was erased, as the log says',
} as const;

const MISSING = {
  log: 'the log tells of a decision that is gone',
  next: 'the decision in whose place it stands is gone',
} as const;
