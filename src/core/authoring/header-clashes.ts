import { createAdvice, createProblem, type Problem } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import { normaliseHeader } from '../table/header/header-form.js';
import { type ColumnMeaning, readHeader } from '../table/header.js';

/**
 * Names of dimensions and requirements that mean another column too when they stand at the head of a table: of two
 * columns of one header, one would be lost. Where the other is only evidence, which has headers of its own, it is advice.
 */
export function headerClashes(rubric: Rubric): readonly Problem[] {
  const parts = [
    ...rubric.dimensions.map((part, at) => ({ part, at, kind: 'dimensions', type: 'rating' }) as const),
    ...rubric.requirements.map((part, at) => ({ part, at, kind: 'requirements', type: 'requirement' }) as const),
  ];
  return parts.flatMap(({ part, at, kind, type }) => {
    const others = { ...rubric, [kind]: rubric[kind].with(at, { ...part, id: '', name: '', aliases: [] } as never) };
    return headersOfPart(part).flatMap(({ header, path }) => {
      const read = readHeader(header, rubric);
      const isOwn = read?.type === type && read.at === at;
      const other = isOwn ? readHeader(header, others) : read;
      // Of two parts, the one that loses its header is told.
      if (other === undefined || (isOwn && (other.type === 'rating' || other.type === 'requirement'))) return [];
      const about = { header, owner: ownerOf(other, rubric) };
      const where = [kind, at, ...path];
      return [
        isOnlyEvidence(other)
          ? createAdvice('header-clash', about, where)
          : createProblem('taken-header', about, where),
      ];
    });
  });
}

function isOnlyEvidence({ type }: ColumnMeaning): boolean {
  return type === 'evidence' || type === 'flag' || type === 'flag-evidence';
}

/** The headers that name a part, each once. */
function headersOfPart({ id, name, aliases }: Rubric['dimensions' | 'requirements'][number]) {
  const all = [
    { header: id, path: ['id'] },
    { header: name, path: ['name'] },
    ...aliases.map((header, at) => ({ header, path: ['aliases', at] })),
  ];
  return [...new Map(all.map((one) => [normaliseHeader(one.header), one])).values()];
}

/** What the other column is, in words. */
function ownerOf(meaning: ColumnMeaning, { dimensions, requirements, redFlags }: Rubric): string {
  switch (meaning.type) {
    case 'rating':
      return `the dimension ${dimensions[meaning.at]?.id}`;
    case 'evidence':
      return `the evidence of ${dimensions[meaning.at]?.id}`;
    case 'requirement':
      return `the requirement ${requirements[meaning.at]?.id}`;
    case 'flag':
      return `the red flag ${redFlags[meaning.at]?.id}`;
    case 'flag-evidence':
      return `the evidence of the red flag ${redFlags[meaning.at]?.id}`;
    case 'date':
      return 'the day of the interview';
    case 'verdict-reason':
      return "the verdict's reason";
    case 'flags':
      return 'the red flags';
    case 'reject':
      return 'the reason why a row was left out';
    case 'candidate-id':
      return "the candidate's id";
    case 'interviewer-id':
      return "the interviewer's id";
    case 'candidate-first':
    case 'candidate-last':
    case 'interviewer-first':
    case 'interviewer-last':
      return `the ${meaning.type.replace('-', "'s ")} name`;
    case 'candidate':
    case 'interviewer':
    case 'session':
    case 'verdict':
      return `the ${meaning.type}`;
    default:
      return meaning satisfies never;
  }
}
