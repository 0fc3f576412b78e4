import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planReliability } from '../../../../src/core/reliability/plan.js';
import { decisionStudy, type VarianceComponents } from '../../../../src/core/stats/reliability/decision-study.js';

/** Our own data, 8 candidates × 3 interviewers × 4 dimensions: by mean squares and by REML alike. */
const CROSSED: VarianceComponents = {
  candidate: 0.732639,
  interviewer: 0.289683,
  dimension: 0.211806,
  candidateInterviewer: 0.102679,
  candidateDimension: 0.059028,
  interviewerDimension: 0.048115,
  residual: 0.25744,
};

describe('a decision study', () => {
  test.each([
    [1, 1, 0.63609, 0.430612],
    [3, 4, 0.912292, 0.76588],
    [3, 8, 0.933333, 0.805087],
    [5, 8, 0.955214, 0.859295],
    [6, 8, 0.960846, 0.874008],
  ])('of %d interviewers on %d dimensions', (interviewers, dimensions, relative, absolute) => {
    const study = decisionStudy(CROSSED, { interviewers, dimensions });
    expect(study.generalizability).toBeCloseTo(relative, 5);
    expect(study.dependability).toBeCloseTo(absolute, 5);
  });

  test('has no coefficient where nothing varies, and refuses what is no component', () => {
    const none = Object.fromEntries(Object.keys(CROSSED).map((key) => [key, 0])) as unknown as VarianceComponents;
    expect(decisionStudy(none, { interviewers: 2, dimensions: 2 }).generalizability).toBeUndefined();
    expect(() => decisionStudy({ ...CROSSED, residual: -1 }, { interviewers: 1, dimensions: 1 })).toThrow(RangeError);
    expect(() => decisionStudy(CROSSED, { interviewers: 0, dimensions: 1 })).toThrow(RangeError);
  });
});

test('as many interviewers as are needed reach the target, and one fewer does not', () => {
  const component = fc.double({ min: 0.01, max: 3, noNaN: true });
  const share = fc.integer({ min: 10, max: 95 }).map((percent) => percent / 100);
  fc.assert(
    fc.property(component, component, component, component, share, fc.integer({ min: 1, max: 8 }), (...drawn) => {
      const [candidate, candidateInterviewer, candidateDimension, residual, reach, dimensions] = drawn;
      const components = { ...CROSSED, candidate, candidateInterviewer, candidateDimension, residual };
      const basis = { type: 'components', source: 'x', degreesOfFreedom: 20, components } as const;
      const plan = planReliability({
        ...{ basis, reach, interviewers: [1], dimensions: [dimensions] },
        scale: { min: 1, max: 5 },
      });
      const needed = plan.needed[0]?.interviewers;
      const reached = (interviewers: number) =>
        decisionStudy(components, { interviewers, dimensions }).generalizability ?? 0;
      if (needed === undefined) {
        expect(reached(1e9)).toBeLessThan(reach + 1e-6);
        return;
      }
      expect(reached(needed)).toBeGreaterThan(reach - 1e-6);
      if (needed > 1) expect(reached(needed - 1)).toBeLessThan(reach + 1e-6);
    }),
  );
});
