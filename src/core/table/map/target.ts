import type { Rubric } from '../../rubric/rubric.js';
import { type ColumnMeaning, fixedNames, readHeader } from '../header.js';

/** What `--map` takes for this meaning: the first of its names that is read as it; `undefined` where none is. */
export function targetOf(meaning: ColumnMeaning, rubric: Rubric): string | undefined {
  const wanted = JSON.stringify(meaning, KEYS);
  return namesOf(meaning, rubric).find((name) => JSON.stringify(readHeader(name, rubric), KEYS) === wanted);
}

const KEYS = ['type', 'at', 'words'];

function namesOf(meaning: ColumnMeaning, { dimensions, requirements, redFlags }: Rubric): readonly string[] {
  switch (meaning.type) {
    case 'rating': {
      const names = partNames(dimensions[meaning.at]);
      return meaning.words === 'ours' ? names : names.map((name) => `${name} (${meaning.words})`);
    }
    case 'evidence':
      return partNames(dimensions[meaning.at]).map((name) => `${name} evidence`);
    case 'requirement':
      return partNames(requirements[meaning.at]);
    case 'flag':
      return flagNames(redFlags[meaning.at]);
    case 'flag-evidence':
      return flagNames(redFlags[meaning.at]).map((name) => `${name} evidence`);
    case 'verdict':
      return [
        ...fixedNames(meaning),
        ...fixedNames({ type: 'verdict', words: 'ours' }).map((name) => `${name} (${meaning.words})`),
      ];
    default:
      return [meaning.type.replaceAll('-', ' '), ...fixedNames(meaning)];
  }
}

type Part = Rubric['dimensions' | 'requirements'][number];

function partNames(part: Part | undefined): readonly string[] {
  return part ? [part.id, part.name, ...part.aliases] : [];
}

function flagNames(flag: Rubric['redFlags'][number] | undefined): readonly string[] {
  return flag ? [flag.id, `flag: ${flag.id}`, flag.flag] : [];
}
