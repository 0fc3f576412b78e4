import type { CalibrationItem } from '../../core/calibration/pack.js';
import { anchorsOf } from '../../core/rubric/anchors.js';
import { coreQuestions } from '../../core/rubric/core-questions.js';
import type { Scale } from '../../core/rubric/scale.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { count, hang } from '../text/text.js';

/** What has to be known to show an answer. */
export interface Asked {
  readonly item: CalibrationItem;
  /** Counted from 1. */
  readonly number: number;
  readonly of: number;
  readonly scale: Scale;
}

/** What is said at the prompt. Nothing of what was agreed: it is rated blind. */
export function createCalibrationTexts(width: number) {
  const lines = (all: readonly TerminalText[]) => all.map((line) => say`${line}\n`).join('');
  const paragraph = (first: TerminalText, text: string) => lines(hang(first, clean(text), width));
  return {
    opening: (title: string, answers: number) =>
      paragraph(
        say``,
        `Calibration: ${title}, ${count(answers, 'answer')}. Rate each by its anchors, as if it had been said to you. A number alone rates and goes on; words are a note; /help tells the rest. What was agreed comes at the end.`,
      ),
    item: ({ item, number, of, scale }: Asked): TerminalText => {
      const questions = coreQuestions(item.dimension).map(({ ask }) => paragraph(say`Asked: `, ask));
      const anchors = anchorsOf(item.dimension, scale).map(({ rating, text }) =>
        paragraph(say`${rating}${rating === scale.bar ? ' (the bar)' : ''}: `, text),
      );
      return [
        say`\n`,
        paragraph(say``, `Answer ${number} of ${of} · ${item.dimension.name}`),
        say`\n`,
        ...questions,
        say`\n`,
        ...anchors,
        say`\n`,
        paragraph(say`  » `, item.answer),
        say`\n`,
      ].join('');
    },
    rated: (rating: number, was: number | undefined) =>
      was === undefined || was === rating ? say`rated ${rating}\n` : say`rated ${rating} (was ${was})\n`,
    message: (text: string) => paragraph(say``, text),
    help: (scale: Scale) =>
      lines([
        say`${scale.min} to ${scale.max} alone   rates, and goes on`,
        say`words           a note on this answer, kept with the rating`,
        say`/back           the answer before`,
        say`/skip           on, without a rating`,
        say`/again          this answer again`,
        say`/quit           ends here; what was rated is reported`,
      ]),
    prompt: say`rating › `,
    end: lines([say``, say`That was the last one. Enter shows what was agreed, /back goes back.`]),
    endPrompt: say`› `,
  };
}

export type CalibrationTexts = ReturnType<typeof createCalibrationTexts>;
