import { evaluateRatings } from '../interview/build-scorecard.js';
import type { PanelCard } from '../panel/card.js';
import { createEditionRegistry, editionOfRubric, type HeldRating, type RubricEdition } from '../panel/edition.js';
import { poolPanel } from '../panel/panel.js';
import type { Rubric } from '../rubric/rubric.js';
import type { Rating } from '../rubric/scale.js';
import { applySession } from '../rubric/session.js';
import { applyVariant } from '../rubric/variant.js';
import type { Because } from '../scoring/because.js';
import type { Recommendation } from '../scoring/rules.js';
import type { ExpectedReason } from './case-file.js';
import type { Case, CaseInterview } from './parse-cases.js';

/** What the rubric makes of a case. */
export interface Outcome {
  /** As it is shown, with two decimals; `null` where nothing was rated. */
  readonly score: number | null;
  readonly coverage: number;
  readonly recommendation: Recommendation;
  readonly borderline: boolean;
  /** Without the band. */
  readonly because: readonly ExpectedReason[];
}

/** Scores a case: as one scorecard, or pooled as a panel is. */
export function runCase({ variant, interviews, isPanel }: Case, plain: Rubric): Outcome {
  const rubric = applyVariant(
    plain,
    plain.variants.find(({ id }) => id === variant),
  );
  const [first] = interviews;
  return isPanel || !first ? pooled(interviews, rubric, variant) : single(first, rubric);
}

function single({ session, ratings, flags }: CaseInterview, whole: Rubric): Outcome {
  const rubric = applySession(
    whole,
    whole.sessions.find(({ id }) => id === session),
  );
  const { result } = evaluateRatings({
    rubric,
    session,
    ratings: rubric.dimensions.map(({ id }) => ratingOf(ratings, id) ?? 'not-assessed'),
    flags: flags.map((id) => ({ id, evidence: [] })),
  });
  return {
    score: result.score ?? null,
    coverage: result.coverage,
    recommendation: result.recommendation,
    borderline: result.borderline === true,
    because: reasonsOf(result.because),
  };
}

function pooled(interviews: readonly CaseInterview[], rubric: Rubric, variant: string | undefined): Outcome {
  const edition = editionOfRubric(rubric, variant, createEditionRegistry());
  const panel = poolPanel(
    edition,
    interviews.map((interview, at) => cardOf(interview, at, { rubric, edition })),
  );
  return {
    score: panel.hundredths === undefined ? null : panel.hundredths / 100,
    coverage: panel.coveragePercent,
    recommendation: panel.recommendation,
    borderline: panel.isBorderline,
    because: reasonsOf(panel.because),
  };
}

interface Held {
  readonly rubric: Rubric;
  readonly edition: RubricEdition;
}

/** The interview as a scorecard that is to be pooled, of an interviewer of its own. */
function cardOf({ session, ratings, flags }: CaseInterview, at: number, { rubric, edition }: Held): PanelCard {
  const own = rubric.sessions.find(({ id }) => id === session)?.dimensions;
  const given = ({ id }: { readonly id: string }): HeldRating =>
    own && !own.includes(id) ? 'not-held' : (ratingOf(ratings, id) ?? 'not-assessed');
  return {
    edition,
    id: undefined,
    candidate: { name: 'Candidate' },
    interviewer: { name: `Interviewer ${at + 1}` },
    isDraft: false,
    isShadow: false,
    session,
    rubricSha256: undefined,
    digest: undefined,
    amends: undefined,
    at: undefined,
    held: undefined,
    ratings: edition.dimensions.map(given),
    evidence: [],
    redFlags: rubric.redFlags
      .filter(({ id }) => flags.includes(id))
      .map(({ id, flag, severity }) => ({ id, flag, severity, evidence: undefined })),
    verdict: undefined,
    detail: undefined,
    source: '',
    line: undefined,
  };
}

function ratingOf(ratings: CaseInterview['ratings'], id: string): Rating | undefined {
  const answer = Object.hasOwn(ratings, id) ? ratings[id] : undefined;
  return typeof answer === 'object' ? answer.rating : answer;
}

function reasonsOf(because: readonly Because[]): readonly ExpectedReason[] {
  return because.flatMap(({ rule, text: _, ...about }) => (rule === 'band' ? [] : [{ rule, ...about }]));
}
