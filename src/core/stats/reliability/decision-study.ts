/**
 * Variance components of candidates × interviewers × dimensions, all crossed, in squared points of the scale; one that
 * was estimated below 0 is 0.
 */
export interface VarianceComponents {
  readonly candidate: number;
  readonly interviewer: number;
  readonly dimension: number;
  readonly candidateInterviewer: number;
  readonly candidateDimension: number;
  readonly interviewerDimension: number;
  readonly residual: number;
}

/** How often the facets are sampled: whole numbers from 1. */
export interface Design {
  readonly interviewers: number;
  readonly dimensions: number;
}

export interface DecisionStudy {
  /** Error variance of a mean where candidates are held against each other. */
  readonly relativeError: number;
  /** And where they are held against a fixed line. */
  readonly absoluteError: number;
  /** The generalizability coefficient Eρ², by the relative error; `undefined` where nothing varies. */
  readonly generalizability: number | undefined;
  /** The index of dependability Φ, by the absolute error; `undefined` where nothing varies. */
  readonly dependability: number | undefined;
}

/**
 * A decision study: how reliable the mean of so many interviewers on so many dimensions would be, by the components of
 * a generalizability study.
 *
 * @throws RangeError for a component below 0, or a design without interviewers or dimensions
 * @see Brennan (2001), Generalizability Theory, chapter 3
 */
export function decisionStudy(components: VarianceComponents, { interviewers, dimensions }: Design): DecisionStudy {
  const {
    candidate,
    interviewer,
    dimension,
    candidateInterviewer,
    candidateDimension,
    interviewerDimension,
    residual,
  } = components;
  const isSound = Object.values(components).every((component) => component >= 0);
  if (!isSound || !(interviewers >= 1) || !(dimensions >= 1)) throw new RangeError('components are at least 0');
  const both = interviewers * dimensions;
  const relativeError = candidateInterviewer / interviewers + candidateDimension / dimensions + residual / both;
  const absoluteError =
    relativeError + interviewer / interviewers + dimension / dimensions + interviewerDimension / both;
  const share = (error: number) => (candidate + error === 0 ? undefined : candidate / (candidate + error));
  return {
    relativeError,
    absoluteError,
    generalizability: share(relativeError),
    dependability: share(absoluteError),
  };
}
