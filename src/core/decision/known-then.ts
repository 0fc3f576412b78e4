import type { Meeting } from '../meeting/meeting.js';
import type { RatingRow } from '../meeting/rating-rows.js';
import { type Rational, toNumber } from '../numbers/rational.js';
import type { PanelCard } from '../panel/card.js';
import type { Repeat } from '../panel/counting-cards.js';
import { type RubricEdition, weighRatings } from '../panel/edition.js';
import type { PanelMember } from '../panel/member.js';
import type { PooledFlag } from '../panel/panel-flags.js';
import { isRated } from '../rubric/scale.js';
import { shownHundredths } from '../scoring/shown-score.js';
import { meanOfWeighed } from '../scoring/weighted-sum.js';
import type { DecisionRecord } from './decision.js';

/** What a decision keeps of the panel on which it rests. */
export type KnownThen = Pick<DecisionRecord, 'rubric' | 'panel' | 'scorecards' | 'dimensions' | 'redFlags'>;

interface Basis {
  readonly meeting: Meeting;
  /** What became of scorecards that were sealed again. */
  readonly repeats: readonly Repeat[];
  /** Whether scorecards of other versions were pooled with the newest weights. */
  readonly isAcrossVersions: boolean;
}

/** The panel as it is now, for a record that is read when the scorecards are gone. */
export function knownThen({ meeting, repeats, isAcrossVersions }: Basis): KnownThen {
  const { panel, rows } = meeting;
  const { edition, members } = panel;
  return {
    rubric: {
      id: edition.role,
      version: edition.version,
      ...(edition.variant === undefined ? {} : { variant: edition.variant }),
      title: edition.title,
      scale: { ...edition.scale, ...(edition.bar === undefined ? {} : { bar: edition.bar }) },
      ...(isAcrossVersions ? { acrossVersions: true } : {}),
    },
    panel: panelThen(meeting),
    scorecards: members.flatMap(({ cards }) => cards.map((card) => scorecardThen(card, edition, repeats))),
    dimensions: rows.map((row) => dimensionThen(row, members)),
    redFlags: panel.flags.map((flag) => flagThen(flag, members)),
  };
}

function panelThen({ panel, standardError }: Meeting): KnownThen['panel'] {
  const { exact, hundredths, sessions } = panel;
  return {
    ...(hundredths === undefined ? {} : { score: hundredths / 100 }),
    ...(exact ? { exact: fractionOf(exact) } : {}),
    ...(standardError === undefined ? {} : { standardError }),
    coverage: panel.coveragePercent,
    recommendation: panel.recommendation,
    ...(panel.isBorderline ? { borderline: true } : {}),
    because: panel.because.map((reason) => ({ ...reason })),
    pool: panel.edition.rules.pool ?? 'mean',
    ...(sessions.length === 0
      ? {}
      : {
          sessions: sessions.map(({ id, title, isIn }) => ({ id, ...(title === undefined ? {} : { title }), isIn })),
        }),
  };
}

/** A part that JSON's readers would round comes as text. */
function fractionOf({ numerator, denominator }: Rational): NonNullable<KnownThen['panel']['exact']> {
  const part = (value: bigint) => (Number.isSafeInteger(Number(value)) ? Number(value) : value.toString());
  return { numerator: part(numerator), denominator: part(denominator) };
}

function scorecardThen(
  card: PanelCard,
  edition: RubricEdition,
  repeats: readonly Repeat[],
): KnownThen['scorecards'][number] {
  const { digest, id, interviewer, session, verdict, detail } = card;
  const sealedAt = detail?.submittedAt;
  const score = meanOfWeighed(weighRatings(card.ratings, edition), edition.scale);
  const amends = amendedThen(card, repeats);
  return {
    ...(digest === undefined ? {} : { digest }),
    ...(id === undefined ? {} : { id }),
    ...(interviewer === undefined ? {} : { interviewer }),
    ...(session === undefined ? {} : { session }),
    ...(sealedAt === undefined ? {} : { sealedAt }),
    ...(verdict === undefined
      ? {}
      : { verdict: { is: verdict.is, ...(verdict.reason === undefined ? {} : { reason: verdict.reason }) } }),
    ...(score === undefined ? {} : { score: shownHundredths(score, edition.rules.bands) / 100 }),
    ...(amends === undefined ? {} : { amends }),
    ...(detail?.isUnblinded ? { unblinded: true } : {}),
  };
}

type Amended = NonNullable<KnownThen['scorecards'][number]['amends']>;

/** In whose place it stands, and what that changed. */
function amendedThen(card: PanelCard, repeats: readonly Repeat[]): Amended | undefined {
  if (card.amends === undefined) return undefined;
  const replaced = repeats.find(({ counting }) => counting.includes(card))?.replaced ?? [];
  const [first] = replaced;
  const firstSealed = first?.detail?.submittedAt;
  return {
    // Of one whose predecessor is elsewhere, the seal alone is known.
    digests: first === undefined ? [card.amends] : replaced.flatMap(({ digest }) => digest ?? []),
    ...(card.detail?.amends?.isAfterDebrief ? { after: 'debrief' as const } : {}),
    ...(firstSealed === undefined ? {} : { sealedAt: firstSealed }),
    ...(first === undefined
      ? {}
      : { ratings: card.ratings.filter((rating, at) => rating !== first.ratings[at]).length }),
  };
}

function dimensionThen(
  { dimension, ratings, median, mean, range, isApart }: RatingRow,
  members: readonly PanelMember[],
): KnownThen['dimensions'][number] {
  return {
    id: dimension.id,
    name: dimension.name,
    ...(dimension.weight === undefined ? {} : { weight: dimension.weight }),
    ratings: ratings.map(({ rating, reason }, at) => ({
      ...interviewerOf(members[at]),
      rating,
      ...(reason === undefined || isRated(rating) ? {} : { reason }),
    })),
    ...(median ? { median: toNumber(median) } : {}),
    ...(mean ? { mean: toNumber(mean) } : {}),
    ...(range === undefined ? {} : { range }),
    ...(isApart ? { apart: true } : {}),
  };
}

function interviewerOf(member: PanelMember | undefined) {
  return member?.interviewer === undefined ? {} : { interviewer: member.interviewer };
}

function flagThen(
  { id, flag, severity, seen }: PooledFlag,
  members: readonly PanelMember[],
): KnownThen['redFlags'][number] {
  return {
    id,
    flag,
    severity,
    seen: seen.map(({ interviewer, shown, evidence }) => {
      const member = members.find((one) => one.interviewer === interviewer && one.shown === shown);
      // As the pool counts it: of several scorecards the latest stands.
      const told = member?.cards.findLast((card) => card.redFlags.some((one) => one.id === id))?.detail?.flags;
      const noted =
        told?.find((one) => one.id === id)?.evidence ?? (evidence === undefined ? [] : [{ text: evidence }]);
      return { ...interviewerOf(member), ...(noted.length === 0 ? {} : { evidence: [...noted] }) };
    }),
  };
}
