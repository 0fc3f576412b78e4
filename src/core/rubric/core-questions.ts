import type { Dimension, Question } from './rubric.js';

/** The follow-ups that anchors speak of. */
export function probesOf({ followUps }: Pick<Question, 'followUps'>): readonly string[] {
  return followUps.slice(0, 2);
}

/** Position of the question to ask next: core ones first, of those not `asked` yet; the first where all were. */
export function nextQuestion(questions: readonly Question[], asked: readonly number[]): number {
  const isOpen = (at: number) => !asked.includes(at);
  const core = questions.findIndex((question, at) => question.core && isOpen(at));
  if (core >= 0) return core;
  return Math.max(
    0,
    questions.findIndex((_question, at) => isOpen(at)),
  );
}

/** What every candidate is asked: the questions that are marked, or the first one where none is. */
export function coreQuestions(dimension: Pick<Dimension, 'questions'>): readonly Question[] {
  return corePositions(dimension).flatMap((position) => dimension.questions[position] ?? []);
}

/** The positions of `coreQuestions`. */
export function corePositions({ questions }: Pick<Dimension, 'questions'>): readonly number[] {
  const marked = questions.flatMap(({ core }, position) => (core ? [position] : []));
  return marked.length > 0 ? marked : questions.slice(0, 1).map((_question, position) => position);
}
