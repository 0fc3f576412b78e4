import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { shellWord } from '../../core/text/shell-words.js';
import type { Style } from '../text/style.js';
import { count } from '../text/text.js';
import { inWords } from '../text/words.js';

/** What stays on the screen when a scorecard has been submitted: the result, where it is, what comes next. */
export function renderSubmitted(card: Scorecard, path: string, style: Style): string {
  const { result, rubric, verdict, redFlags } = card;
  const score = result.score === undefined ? 'no score' : `${result.score.toFixed(2)} of ${rubric.scale.max}`;
  const parts = [
    `${score} over ${result.coverage}% of the weight`,
    `recommendation ${inWords(result.recommendation)}`,
    ...(verdict ? [`verdict ${inWords(verdict.is)}`] : []),
    ...(redFlags.length > 0 ? [count(redFlags.length, 'red flag')] : []),
  ];
  return [
    `${style.good('Submitted:')} ${parts.join(', ')}\n`,
    `${path} (and .md)\n`,
    `${style.dim(`Next: scorecard report ${shellWord(path)} · scorecard verify ${shellWord(path)}`)}\n`,
  ].join('');
}
