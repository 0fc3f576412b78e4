import { formatDecimal } from '../../core/numbers/decimal.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import type { Style } from '../text/style.js';
import { count } from '../text/text.js';
import { inWords, recommendationInWords } from '../text/words.js';

/** What stays on the screen when a scorecard has been submitted: the result, where it is, what comes next. */
export function renderSubmitted(card: Scorecard, path: string, style: Style): TerminalText {
  const { result, rubric, verdict, redFlags } = card;
  const score = result.score === undefined ? say`no score` : say`${formatDecimal(result.score)} of ${rubric.scale.max}`;
  const parts = [
    say`${score} over ${result.coverage}% of the weight`,
    say`recommendation ${recommendationInWords(result)}`,
    ...(verdict ? [say`verdict ${inWords(verdict.is)}`] : []),
    ...(redFlags.length > 0 ? [count(redFlags.length, 'red flag')] : []),
  ];
  return [
    say`${style.good(say`Submitted:`)} ${parts.join(', ')}\n`,
    say`${clean(path)} (and .md)\n`,
    say`${style.dim(say`Next: ${command`scorecard report ${path}`} · ${command`scorecard verify ${path}`}`)}\n`,
  ].join('');
}
