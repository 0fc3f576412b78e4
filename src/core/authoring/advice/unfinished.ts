import { createAdvice, type Path, type Problem } from '../../problem.js';
import type { Rubric } from '../../rubric/rubric.js';
import { starterRubric } from '../starter-rubric.js';
import { onOneLine, textsOf } from '../texts.js';
import { countWords } from './words.js';

/** What stands where an author has still to write. */
export const TO_WRITE = 'TODO';

const MARK = new RegExp(`^\\s*(?:${TO_WRITE}\\b|TBD\\b|FIXME\\b|\\?\\?\\?|…\\s*$|\\.\\.\\.\\s*$)`);

/** Shorter texts of the template, such as "years", may be anybody's. */
const FEWEST_WORDS = 4;

/** Texts that are still the template's, or that are marked as unwritten: told once for each dimension. */
export function unfinishedAdvice(rubric: Rubric): readonly Problem[] {
  const { dimensions, redFlags, ...rest } = rubric;
  const template = onOneLine(starterRubric('role', 'Role'));
  const isUnfinished = (text: string) =>
    MARK.test(text) || (countWords(text) >= FEWEST_WORDS && template.includes(onOneLine(text)));
  const tell = (part: unknown, path: Path, dimension?: string): readonly Problem[] => {
    const where = textsOf(part).flatMap(({ place, text }) => (isUnfinished(text) ? [place] : []));
    if (where.length === 0) return [];
    return [createAdvice('unfinished', { where, ...(dimension === undefined ? {} : { dimension }) }, path)];
  };
  return [
    ...tell({ summary: rest.summary, weightsRationale: rest.weightsRationale, howToRate: rest.howToRate }, ['summary']),
    ...dimensions.flatMap((dimension, at) => tell(dimension, ['dimensions', at], dimension.id)),
    ...redFlags.flatMap((flag, at) => tell(flag, ['redFlags', at])),
  ];
}
