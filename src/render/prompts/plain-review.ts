import { evidenceText, reasonsOf } from '../../core/interview/content.js';
import type { Session } from '../../core/interview/session.js';
import { askedCount, gapWords } from '../../core/line/gaps.js';
import { VERDICT_CHOICES, verdictInWords } from '../../core/line/parse-line.js';
import { recommendationWords, scoreWords } from '../../core/line/result-words.js';
import { formatHundredths } from '../../core/numbers/decimal.js';
import type { Evaluation } from '../../core/scoring/evaluate.js';
import { verdictDiffers } from '../../core/scoring/verdict.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { asPhrase } from '../../core/text/wording.js';
import { recommendationInWords } from '../text/words.js';
import { inPlainWords, type Paragraph, tellRating } from './plain-words.js';

/** All that was noted and rated, what is missing, and how to give a verdict. */
export function reviewText(session: Session, paragraph: Paragraph): TerminalText {
  const { open, content } = session;
  const { rubric } = open;
  const { count: asked, of } = askedCount(session);
  const gaps = gapWords(session);
  const flags = content.flags.flatMap(({ id, evidence }) => {
    const flag = rubric.redFlags.find((one) => one.id === id);
    const seen = evidenceText(evidence);
    const words = flag && `${asPhrase(flag.flag)}${seen === '' ? '' : `: ${asPhrase(seen)}`}.`;
    return flag && words ? [paragraph(say`Red flag, ${flag.severity}: `, words)] : [];
  });
  return [
    say`\n${paragraph(say``, `Review: ${open.candidate.name}, for ${rubric.title}. Asked ${asked} of ${of}.`)}`,
    ...rubric.dimensions.flatMap(({ name }, at) => {
      const state = content.dimensions[at];
      if (!state) return [];
      return [
        paragraph(say``, `${at + 1}. ${name}: ${tellRating(state, rubric.scale.labels)}.`),
        ...state.notes.map(({ text }) => paragraph(say`   Note: `, text)),
      ];
    }),
    ...flags,
    ...content.notes.map(({ text }) => paragraph(say`On the whole: `, text)),
    gaps.length > 0 ? paragraph(say`Gaps: `, inPlainWords(`${gaps.join('; ')}.`)) : say``,
    content.verdict
      ? paragraph(say``, `Verdict so far: ${verdictText(content.verdict)}.`)
      : paragraph(
          say``,
          `Your verdict comes before the score. First why, in your words; then one of ${VERDICT_CHOICES.replaceAll(' · ', ', ')}.`,
        ),
  ].join('');
}

/** With the reason that came with it; those that were said in words stand among the notes. */
function verdictText({ is, reason }: NonNullable<Session['content']['verdict']>): string {
  return reason === undefined ? verdictInWords(is) : `${verdictInWords(is)}: ${asPhrase(reason)}`;
}

/** What the verdict reveals: score, recommendation and its reasons. */
export function outcomeText(session: Session, { score, result, reasons }: Evaluation): TerminalText {
  const { verdict } = session.content;
  const shown =
    score.hundredths === undefined
      ? say`none, nothing was rated`
      : say`${formatHundredths(score.hundredths)} of ${session.open.rubric.scale.max}`;
  const recommendation =
    session.open.session === undefined
      ? recommendationInWords(result, (word) => say`${word}`)
      : clean(recommendationWords(session));
  const isUnexplained =
    verdict !== undefined &&
    verdictDiffers(verdict.is, result.recommendation) &&
    reasonsOf(session.content).length === 0;
  return [
    session.open.session === undefined
      ? say`Score: ${shown}. Coverage: ${result.coverage} percent.\n`
      : say`Of this session: ${clean(scoreWords(session, { score, result, reasons }))}.\n`,
    say`Recommendation: ${recommendation}. Verdict: ${verdict?.is ?? 'none'}.\n`,
    ...result.because.map(({ text }) => say`Because: ${clean(asPhrase(text))}.\n`),
    isUnexplained ? say`They differ: say why in words.\n` : say``,
  ].join('');
}
