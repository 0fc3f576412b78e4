import type { Path } from '../../problem.js';

/** A scorecard as another system gives it, before it is held against a rubric. */
export interface ForeignCard {
  readonly id: string | undefined;
  readonly state: 'submitted' | 'draft' | 'deleted';
  readonly candidateId: string | undefined;
  readonly interviewer: { readonly name?: string | undefined; readonly id?: string | undefined };
  /** The day of the interview, in UTC. */
  readonly day: string | undefined;
  readonly overall: Said | undefined;
  readonly answers: readonly ForeignAnswer[];
}

/** A word or a number, and where it stands. */
export interface Said {
  readonly text: string;
  readonly path: Path;
}

/** An attribute, a question or a field with what was given there. */
export interface ForeignAnswer {
  readonly name: string;
  readonly path: Path;
  readonly rating?: Said | undefined;
  /** Chosen from a list: a rating, where a dimension is asked for. */
  readonly choice?: Said | undefined;
  readonly texts: readonly string[];
  /** Asked for text, which nobody would take for a rating. */
  readonly isQuestion?: boolean;
  /** Whether the rating says in words that it may be the overall one. */
  readonly mayBeOverall?: boolean;
}

/** A text without the blank lines around it, as a list of its paragraphs; none where it is blank. */
export function paragraphsOf(text: string | null | undefined): readonly string[] {
  return (text ?? '')
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
