import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPanels } from '../../../src/core/reliability/own-panels.js';
import { planReliability } from '../../../src/core/reliability/plan.js';
import { decisionStudy } from '../../../src/core/stats/generalizability/decision-study.js';
import type { ComponentName } from '../../../src/core/stats/generalizability/designs.js';
import type { Generalizability } from '../../../src/core/stats/generalizability/generalizability.js';

function studyOf(variances: Partial<Record<ComponentName, number>>): Generalizability {
  const components = Object.entries(variances).map(([name, variance]) => ({ name: name as ComponentName, variance }));
  return { design: 'candidate x interviewer x dimension', components, ratings: 96, missing: 0 };
}

test('as many interviewers as are needed reach the target, and one fewer does not', () => {
  const component = fc.double({ min: 0.01, max: 3, noNaN: true });
  const share = fc.integer({ min: 10, max: 95 }).map((percent) => percent / 100);
  fc.assert(
    fc.property(component, component, component, component, share, fc.integer({ min: 1, max: 8 }), (...drawn) => {
      const [candidate, byInterviewer, byDimension, residual, reach, dimensions] = drawn;
      const study = studyOf({
        candidate,
        'candidate:interviewer': byInterviewer,
        'candidate:dimension': byDimension,
        residual,
      });
      const basis = { type: 'own', study, degreesOfFreedom: 20, candidates: 8, interviewers: 3 } as const;
      const plan = planReliability({
        ...{ basis, reach, interviewers: [1], dimensions: [dimensions] },
        scale: { min: 1, max: 5 },
      });
      const needed = plan.needed[0]?.interviewers;
      const reached = (interviewers: number) =>
        decisionStudy(study, { interviewers, dimensions }).generalizability.value ?? 0;
      if (needed === undefined) {
        expect(reached(1e9)).toBeLessThan(reach + 1e-6);
        return;
      }
      expect(reached(needed)).toBeGreaterThan(reach - 1e-6);
      if (needed > 1) expect(reached(needed - 1)).toBeLessThan(reach + 1e-6);
    }),
  );
});

test('own panels say something from 10 degrees of freedom on, and where candidates and interviewers differ', () => {
  const rated = (level: number) => [
    [level, level - 1, level],
    [level - 1, level, level],
  ];
  const levels = Array.from({ length: 10 }, (_candidate, at) => 2 + (at % 4));
  expect(ownPanels(levels.slice(1).map(rated))).toEqual({ lacking: 'interviewers', degreesOfFreedom: 9 });
  expect(ownPanels(levels.map(() => rated(3)))).toEqual({ lacking: 'same-candidates', degreesOfFreedom: 10 });
  const alike = (level: number) => [
    [level, level - 1, level],
    [level + 1, level, level + 1],
  ];
  expect(ownPanels(levels.map(alike))).toEqual({ lacking: 'same-ratings', degreesOfFreedom: 10 });
  const differing = levels.map((level, at) => (at % 3 === 0 ? rated(level).toReversed() : rated(level)));
  expect(ownPanels(differing)).toMatchObject({ degreesOfFreedom: 10, candidates: 10, interviewers: 2 });
});

test('where dimensions leave exactly nothing of the error that is allowed, no number of interviewers reaches it', () => {
  for (const reach of [0.6, 0.7, 0.8, 0.9, 0.95]) {
    for (const candidate of [0.1, 0.3, 0.7, 1, 1.1]) {
      // In another order of the same product, as an estimate has it.
      const study = studyOf({ candidate, 'candidate:dimension': 3 * candidate * (1 / reach - 1), residual: 0.2 });
      const basis = { type: 'own', study, degreesOfFreedom: 20, candidates: 8, interviewers: 3 } as const;
      const request = { basis, reach, interviewers: [1], dimensions: [3], scale: { min: 1, max: 5 } };
      expect(planReliability(request).needed).toEqual([{ dimensions: 3, interviewers: undefined, exactly: undefined }]);
    }
  }
});
