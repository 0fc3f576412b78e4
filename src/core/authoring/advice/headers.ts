import { createAdvice, type Problem } from '../../problem.js';
import type { Rubric } from '../../rubric/rubric.js';
import { type ColumnMeaning, normaliseHeader, readHeader } from '../../table/header.js';

/** Names that would be taken for another column when they stand at the head of a CSV. */
export function headersAdvice(rubric: Rubric): readonly Problem[] {
  const parts = [
    ...rubric.dimensions.map((part, at) => ({ part, at, kind: 'dimensions', type: 'rating' }) as const),
    ...rubric.requirements.map((part, at) => ({ part, at, kind: 'requirements', type: 'requirement' }) as const),
  ];
  return parts.flatMap(({ part, at, kind, type }) => {
    const others = { ...rubric, [kind]: rubric[kind].with(at, { ...part, id: '', name: '', aliases: [] } as never) };
    return headersOfPart(part).flatMap((header) => {
      const read = readHeader(header, rubric);
      const isOwn = read?.type === type && read.at === at;
      const other = isOwn ? readHeader(header, others) : read;
      // Of two parts, the one that loses its header is told.
      if (other === undefined || (isOwn && (other.type === 'rating' || other.type === 'requirement'))) return [];
      return [createAdvice('header-clash', { header, owner: ownerOf(other, rubric) }, [kind, at])];
    });
  });
}

/** The headers that name a part, each once. */
function headersOfPart({ id, name, aliases }: Rubric['dimensions' | 'requirements'][number]): readonly string[] {
  const byForm = new Map([id, name, ...aliases].map((header) => [normaliseHeader(header), header]));
  return [...byForm.values()];
}

/** What the other column is, in words. */
function ownerOf(meaning: ColumnMeaning, { dimensions, requirements, redFlags }: Rubric): string {
  switch (meaning.type) {
    case 'rating':
      return dimensions[meaning.at]?.id ?? '';
    case 'evidence':
      return `the evidence of ${dimensions[meaning.at]?.id}`;
    case 'requirement':
      return requirements[meaning.at]?.id ?? '';
    case 'flag':
      return `the red flag ${redFlags[meaning.at]?.id}`;
    case 'flag-evidence':
      return `the evidence of the red flag ${redFlags[meaning.at]?.id}`;
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
    case 'candidate':
    case 'interviewer':
    case 'verdict':
      return `the ${meaning.type}`;
    default:
      return meaning satisfies never;
  }
}
