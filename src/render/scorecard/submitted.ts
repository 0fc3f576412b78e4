import { formatDecimal } from '../../core/numbers/decimal.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { clean, type ShellText, say, type TerminalText } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import type { Style } from '../text/style.js';
import { count } from '../text/text.js';
import { inWords, recommendationInWords } from '../text/words.js';

/**
 * What stays on the screen when a scorecard has been sealed: whose it is, the result, where it is, what comes next.
 * `program` is how this one was started, to be typed again.
 */
export function renderSubmitted(card: Scorecard, path: string, program: ShellText, style: Style): TerminalText {
  const { candidate, result, rubric, session, verdict, redFlags } = card;
  const rubricSays =
    session === undefined ? recommendationInWords(result) : clean(result.because[0]?.text ?? 'nothing');
  const parts = [
    ...(verdict ? [say`your verdict ${inWords(verdict.is)}`] : []),
    result.score === undefined ? say`no score` : say`score ${formatDecimal(result.score)}`,
    say`rubric: ${rubricSays}`,
    ...(redFlags.length > 0 ? [count(redFlags.length, 'red flag')] : []),
  ];
  return [
    say`${style.good(say`Sealed:`)} ${clean(candidate.name)} · ${clean(rubric.title)}\n`,
    say`${parts.join(' · ')}\n`,
    say`${clean(path)}\n`,
    say`A change is an amendment now. ${style.dim(say`Next: ${program} ${command`report ${path}`}`)}\n`,
  ].join('');
}
