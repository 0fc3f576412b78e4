import { shorten } from '../text/wording.js';

interface CoreMinutes {
  readonly dimension: string;
  readonly count: number;
  readonly minutes: number;
  /** What one question takes. */
  readonly each: number;
}

interface LongShort {
  readonly words: number;
  readonly cells: number;
  readonly most: { readonly words: number; readonly cells: number };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** What could be better in a rubric. A rubric's `allow` names these codes. */
export const ADVICE_WORDS = {
  'unneeded-allow': ({ code }: { code: string }) => `nothing in this rubric calls for "${code}"; remove it`,
  'many-dimensions': ({ count, most }: { count: number; most: number }) =>
    `${count} dimensions are more than ${most}: nobody can rate so many separately; group them`,
  'few-dimensions': ({ count, fewest }: { count: number; fewest: number }) =>
    `${counted(count, 'dimension')} ${count === 1 ? 'is' : 'are'} fewer than ${fewest}: a single rating decides too much`,
  /** Without a dimension: none of them has any. */
  'no-minutes': ({ dimension }: { dimension?: string }) =>
    dimension === undefined
      ? 'no dimension has minutes, so there is no time plan'
      : `${dimension} has no minutes, but others do`,
  'minutes-total': ({ total, shortest, longest }: { total: number; shortest: number; longest: number }) =>
    `the minutes sum to ${total}; an interview lasts ${shortest} to ${longest}`,
  'core-minutes': ({ dimension, count, minutes, each }: CoreMinutes) =>
    `${dimension} has ${counted(count, 'core question')} in ${minutes} minutes; each takes about ${each} with its probes`,
  'session-minutes': ({ session, minutes, needed }: { session: string; minutes: number; needed: number }) =>
    `the session ${session} has ${minutes} minutes; its dimensions, greeting and closing take ${needed}`,
  'session-size': ({ session, count }: { session: string; count: number }) =>
    `the session ${session} has ${count} dimensions; one interviewer keeps 3 or 4 apart`,
  'no-session': ({ missing }: { missing: readonly string[] }) => `no session asks about ${missing.join(', ')}`,
  'needless-rationale': () => 'equal weights need no rationale',
  'no-rationale': () => 'the weights differ, and nothing says why: write weightsRationale',
  /** `variant`: the one whose weights they are; else they are those of the dimensions. */
  'like-weights': ({ lowest, highest, variant }: { lowest: number; highest: number; variant: string | undefined }) =>
    `the weights are nearly alike, ${lowest} to ${highest}, and the difference can turn a recommendation; ${variant === undefined ? 'leave out all of them' : 'write "weights: equal"'}, and all weigh the same`,
  'unreachable-band': ({ band }: { band: string }) => `no ratings lead to the band "${band}"`,
  'wide-borderline': ({ borderline }: { borderline: number }) =>
    `borderline ${borderline} reaches half-way to another band; make it smaller`,
  /** Without a weight: all weigh the same. */
  'idle-weight': ({ dimension, weight }: { dimension: string; weight: number | undefined }) =>
    `the weight of ${dimension},${weight === undefined ? ' the same as of all others,' : ` ${weight}%,`} is so small that its rating never changes the recommendation`,
  'vague-anchor': ({ word }: { word: string }) =>
    `"${word}" is praise, not behaviour; say what the person does or says`,
  'same-anchor': ({ ratings: [one, other] }: { ratings: readonly [number, number] }) =>
    `the anchors of ${one} and ${other} say the same thing`,
  'adverb-anchor': ({ ratings: [one, other] }: { ratings: readonly [number, number] }) =>
    `the anchors of ${one} and ${other} differ only in degree; name a different behaviour`,
  /** Without a dimension: no anchor has any. */
  'no-short': ({ dimension, ratings = [] }: { dimension?: string; ratings?: readonly number[] }) =>
    dimension === undefined
      ? 'the anchors have no short forms; the board shows those, of a long text only its beginning'
      : `${dimension} has no short form for ${ratings.join(', ')}`,
  'long-short': ({ words, cells, most }: LongShort) =>
    words > most.words
      ? `the short form has ${words} words; ${most.words} can be seen at a glance`
      : `the short form has ${cells} characters; ${most.cells} fit one line of the board`,
  'long-anchor': ({ rating, words, most }: { rating: number; words: number; most: number }) =>
    `the anchor of ${rating} has ${words} words; more than ${most} cannot be read while someone speaks`,
  'many-conditions': ({ rating, count, most }: { rating: number; count: number; most: number }) =>
    `the anchor of ${rating} has ${count} conditions; above ${most} two careful raters differ`,
  'or-anchor': ({ rating }: { rating: number }) =>
    `the anchor of ${rating} has an "or": two unlike answers would get one rating; choose one`,
  'no-guard': ({ rating }: { rating: number }) =>
    `the anchor of ${rating} has no guard, so a mistake told as a lesson is rated ${rating}; add "and sees no harm in it"`,
  'double-question': () => 'asks two things at once; make the second a follow-up',
  'years-question': () => 'asks for the last years, which leaves out who was away; ask for recent work',
  'same-story': ({ dimension, question }: { dimension: string; question: number }) =>
    `the story that answers question ${question} of ${dimension} answers this too; ask for another`,
  'bar-unreached': ({ dimension }: { dimension: string }) =>
    `no core question of ${dimension} asks for what meetsBar tells; mark another with core: true, or reword one`,
  'required-product': ({ product }: { product: string }) =>
    `${product} is required by name; allow an equivalent in the note, or set required: false`,
  'header-clash': ({ header, owner }: { header: string; owner: string }) =>
    `a CSV header "${header}" would also mean ${owner}; choose another name`,
  unfinished: ({ dimension, where }: { dimension?: string; where: readonly string[] }) =>
    `still to be written${dimension === undefined ? '' : ` in ${dimension}`}: ${where.join(', ')}`,
  'bare-key': ({ key }: { key: string }) =>
    `quote the key "${key}": programs that read YAML 1.1 take it for true or false`,
  'cut-at-hash': ({ text, rest }: { text: string; rest: string }) =>
    `the text ends at "${shorten(text)}": "#${shorten(rest)}" is a comment; quote the text`,
  'cut-at-comma': ({ text, rest }: { text: string; rest: string }) =>
    `a comma ends "${shorten(text)}", and "${shorten(rest)}" is an item of its own; quote the text`,
  'lost-at-hash': ({ rest }: { rest: string }) =>
    `"#${shorten(rest)}" is a comment, and nothing stands before it; quote the text`,
  'leading-question': () => 'suggests its own answer; ask openly',
  'protected-question': ({ ground }: { ground: string }) =>
    `comes close to what the law protects in many places (${ground}); ask about the work`,
  'samples-version': ({ version, now }: { version: string; now: string }) =>
    `the answers were rated by version ${version}; the rubric is at ${now}: rate them again`,
  'few-samples': ({ dimension, count, fewest }: { dimension: string; count: number; fewest: number }) =>
    `${dimension} has ${counted(count, 'sample')}; ${fewest} show where one rating ends`,
  'narrow-samples': ({ dimension, ratings }: { dimension: string; ratings: readonly number[] }) =>
    `the samples of ${dimension} are all rated ${ratings.join(' or ')}; spread them over the scale`,
  'no-border-sample': ({ dimension }: { dimension: string }) =>
    `no sample of ${dimension} is near a border, where raters differ`,
  'no-signal': ({ dimension, missing }: { dimension: string; missing: readonly ('strong' | 'weak')[] }) =>
    `${dimension} has no ${missing.join(' and no ')} signal to listen for`,
} satisfies Record<string, (about: never) => string>;
