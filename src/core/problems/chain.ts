/** What is found where a store is verified as a whole, and what became of a scorecard's journal. */
export const CHAIN_WORDS = {
  'missing-seal': (about: MissingSeal) => missingWords(about),
  'other-chain': ({ before }: { before: string }) => `follows a seal of ${before}, who is somebody else`,
  'no-journal': ({ isPerhapsElsewhere }: { isPerhapsElsewhere: boolean }) =>
    isPerhapsElsewhere
      ? 'was sealed here by the log, and has no journal: it is on another machine, or was taken out'
      : 'its journal is gone: the log says that it was sealed here, and others of its interviewer are there',
  /** Nothing is wrong with it. */
  fork: ({ files, isFirst }: { files: readonly string[]; isFirst: boolean }) =>
    `${isFirst ? 'follows no seal' : 'follows the same seal'}, as ${files.join(', ')}: sealed at once, or on two machines`,
  /** It need not be wrong. */
  'from-elsewhere': ({ lacks }: { lacks: keyof typeof LACKING }) => LACKING[lacks],
  'kept-journal': ({ id }: { id: string }) => `the scorecard "${id}" was erased, and its journal is still here`,
} satisfies Record<string, (about: never) => string>;

type MissingSeal =
  /** The scorecard that is told of names the one that is gone. */
  | { readonly by: 'next' | 'amendment'; readonly digest: string }
  | { readonly by: 'head'; readonly digest: string; readonly head: string }
  /** There are scorecards that this user may not read. */
  | { readonly by: 'unread'; readonly digest: string }
  | { readonly by: 'log'; readonly digest: string; readonly interviewer: string; readonly at: string }
  | { readonly by: 'journal'; readonly id: string };

function missingWords(about: MissingSeal): string {
  switch (about.by) {
    case 'next':
      return `the scorecard before it is gone: none here has the digest ${about.digest}`;
    case 'amendment':
      return `the scorecard that it amends is gone: none here has the digest ${about.digest}`;
    case 'head':
      return about.digest === about.head
        ? `nothing here has the digest ${about.digest}`
        : `nothing here has the digest ${about.digest}, which is behind ${about.head}`;
    case 'log':
      return `the scorecard that ${about.interviewer} sealed at ${about.at} is gone: none here has the digest ${about.digest}`;
    case 'unread':
      return `no scorecard that you may read has the digest ${about.digest}, which belongs here`;
    case 'journal':
      return `the scorecard "${about.id}" is gone: this journal says that it was sealed`;
  }
}

const LACKING = {
  previous:
    'names a seal before it that was never here: it was put in from elsewhere, or all trace of that was taken out',
  journal:
    'has no journal, and others of its interviewer have one: it was put in from elsewhere, or its journal was taken out',
  log: 'is not in the log: it was put in from elsewhere',
} as const;
