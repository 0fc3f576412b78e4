import type { Problem } from '../../problem.js';
import type { Rubric } from '../../rubric/rubric.js';
import { headerClashes } from '../header-clashes.js';

/** Names that a CSV may hold evidence under too; those that cost a column are mistakes. */
export function headersAdvice(rubric: Rubric): readonly Problem[] {
  return headerClashes(rubric).filter(({ severity }) => severity === 'advice');
}
