import type { Rubric, Variant } from '../rubric/rubric.js';
import { applyVariant } from '../rubric/variant.js';
import { diffRubrics } from './rubric-diff.js';

/** A rubric as a variant reshapes it, with what the variant changes told a line each. */
export interface Overlay {
  readonly title: string;
  readonly why: string;
  readonly changes: readonly string[];
}

export function describeOverlay(rubric: Rubric, variant: Variant): Overlay {
  const { changes } = diffRubrics(rubric, applyVariant(rubric, variant));
  const told = changes.map(({ message, after }) =>
    after === undefined || message.includes(' → ') ? message : `${message}: ${after}`,
  );
  const flags = variant.redFlags.map(({ flag }) => `red flag added: ${flag}`);
  return {
    title: variant.title,
    why: variant.why,
    changes: [...told.filter((line) => !/: added$/.test(line)), ...flags],
  };
}
