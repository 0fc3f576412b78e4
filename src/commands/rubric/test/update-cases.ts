import { freshExpectation } from '../../../core/cases/compare-case.js';
import { runCase } from '../../../core/cases/run-case.js';
import { BYTE_ORDER_MARK } from '../../../core/text/safe-text.js';
import { type ReadCases, rewriteCases } from '../../../io/rubrics/case-files.js';
import type { RubricPath } from '../../../io/rubrics/rubric-folder.js';
import { setInMaps } from '../../../io/yaml/set-in-maps.js';

/** Writes down what comes out of the cases of a file, and tells of how many it was something else. */
export function updateCases(file: RubricPath, { rubric, cases, bytes }: ReadCases): number {
  const changes = cases.flatMap((one, at) => {
    const values = freshExpectation(one, runCase(one, rubric));
    if (Object.keys(values).length === 0) return [];
    const path = ['cases', at];
    return [one.expected ? { path: [...path, 'expect'], values } : { path, values: { expect: values } }];
  });
  if (changes.length > 0) {
    const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const front = whole.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
    rewriteCases(file, `${front}${setInMaps(whole.slice(front.length), changes)}`);
  }
  return changes.length;
}
