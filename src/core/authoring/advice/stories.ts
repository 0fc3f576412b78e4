import { createAdvice, type Path, type Problem } from '../../problem.js';
import { coreQuestions } from '../../rubric/core-questions.js';
import type { Dimension, Rubric } from '../../rubric/rubric.js';
import { contentWords, countShared } from './words.js';

/** Two questions that share more of their words than this ask for one story. */
const SHARED = 0.6;
/** Questions of fewer words that carry them are too short to be compared. */
const FEWEST_WORDS = 3;

interface Asked {
  readonly dimension: string;
  readonly path: Path;
  readonly words: ReadonlySet<string>;
}

/** Questions that one story answers: whoever tells it well is rated for it twice. */
export function storiesAdvice({ dimensions }: Rubric): readonly Problem[] {
  const asked = dimensions.flatMap(({ id, questions }, at) =>
    questions.map(
      ({ ask }, position): Asked => ({
        dimension: id,
        path: ['dimensions', at, 'questions', position, 'ask'],
        words: contentWords(ask),
      }),
    ),
  );
  return asked.flatMap((one, at) =>
    asked
      .slice(0, at)
      .filter((other) => isSameStory(one, other))
      .slice(0, 1)
      .map(({ dimension, path }) =>
        createAdvice('same-story', { dimension, question: Number(path.at(-2)) + 1 }, one.path),
      ),
  );
}

function isSameStory({ words: one }: Asked, { words: other }: Asked): boolean {
  const fewer = Math.min(one.size, other.size);
  return fewer >= FEWEST_WORDS && countShared(one, other) > SHARED * fewer;
}

/** The bar of a dimension has to be within reach of what every candidate is asked. */
export function barAdvice({ dimensions }: Rubric): readonly Problem[] {
  return dimensions.flatMap((dimension, at) => {
    const bar = contentWords(dimension.meetsBar);
    const shared = countShared(bar, coreWords(dimension));
    if (bar.size < 2 * FEWEST_WORDS || shared >= 2) return [];
    return [createAdvice('bar-unreached', { dimension: dimension.id }, ['dimensions', at, 'meetsBar'])];
  });
}

function coreWords(dimension: Dimension): ReadonlySet<string> {
  const texts = coreQuestions(dimension).flatMap(({ ask, followUps, listenFor }) => [ask, ...followUps, ...listenFor]);
  return contentWords(texts.join(' '));
}
