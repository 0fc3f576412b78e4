/** What could be better in a rubric. A rubric's `allow` names these codes. */
export const ADVICE_WORDS = {
  'unneeded-allow': ({ code }: { code: string }) => `nothing in this rubric calls for "${code}"; remove it`,
  'many-dimensions': ({ count, most }: { count: number; most: number }) =>
    `${count} dimensions are more than ${most}: nobody can rate so many separately; group them`,
  /** Without a dimension: none of them has any. */
  'no-minutes': ({ dimension }: { dimension?: string }) =>
    dimension === undefined
      ? 'no dimension has minutes, so there is no time plan'
      : `${dimension} has no minutes, but others do`,
  'minutes-total': ({ total, shortest, longest }: { total: number; shortest: number; longest: number }) =>
    `the minutes sum to ${total}; an interview lasts ${shortest} to ${longest}`,
  'needless-rationale': () => 'equal weights need no rationale',
  'no-rationale': () => 'the weights differ, and nothing says why: write weightsRationale',
  'unreachable-band': ({ band }: { band: string }) => `no ratings lead to the band "${band}"`,
  'idle-weight': ({ dimension, weight }: { dimension: string; weight: number }) =>
    `the weight of ${dimension}, ${weight}%, is so small that its rating never changes the recommendation`,
  'vague-anchor': ({ word }: { word: string }) =>
    `"${word}" is praise, not behaviour; say what the person does or says`,
  'same-anchor': ({ ratings: [one, other] }: { ratings: readonly [number, number] }) =>
    `the anchors of ${one} and ${other} say the same thing`,
  'adverb-anchor': ({ ratings: [one, other] }: { ratings: readonly [number, number] }) =>
    `the anchors of ${one} and ${other} differ only in degree; name a different behaviour`,
  'double-question': () => 'asks two things at once; make the second a follow-up',
  'leading-question': () => 'suggests its own answer; ask openly',
  'protected-question': ({ ground }: { ground: string }) =>
    `comes close to what the law protects in many places (${ground}); ask about the work`,
  'no-signal': ({ dimension, missing }: { dimension: string; missing: readonly ('strong' | 'weak')[] }) =>
    `${dimension} has no ${missing.join(' and no ')} signal to listen for`,
} satisfies Record<string, (about: never) => string>;
