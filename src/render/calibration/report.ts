import { agreementOf, confusionsOf, type RatedPair } from '../../core/calibration/agreement.js';
import type { CalibrationAnswers } from '../../core/calibration/answers.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { dayInWords } from '../../core/text/date.js';
import { type JsonText, jsonDocument } from '../../core/text/safe-text.js';
import { type Block, type Document, list, paragraph, type Section } from '../document/document.js';
import { agreementSentences, confusionSections, shareInWords, timesInWords } from './words.js';

/** One rater's ratings of the written answers, held against what was agreed. */
export interface CalibrationReport {
  readonly rubric: Rubric;
  readonly answers: CalibrationAnswers;
  readonly pairs: readonly RatedPair[];
  /** Answers that were chosen and not rated. */
  readonly unrated: number;
  readonly day: string;
}

export function calibrationDocument({ rubric, answers, pairs, unrated, day }: CalibrationReport): Document {
  const { rater = 'the rater' } = answers;
  const sides = { given: rater, against: undefined };
  const confusions = confusionsOf(pairs);
  return {
    title: `Calibration: ${rubric.title}`,
    sections: [
      { title: '', level: 2, blocks: [paragraph(`${rater} · ${dayInWords(day)} · version ${rubric.version}`)] },
      {
        title: 'How far it agrees',
        level: 2,
        blocks: [
          ...list([
            ...agreementSentences(agreementOf(pairs), sides),
            ...(unrated === 0 ? [] : [`Not rated: ${unrated}.`]),
          ]),
          byDimension(rubric, pairs),
        ],
      },
      {
        title: 'Which anchors were confused',
        level: 2,
        blocks: [paragraph(confusions.length === 0 ? 'None: every rating is the agreed one.' : mostConfused(pairs))],
      },
      ...confusionSections(confusions, rubric.scale, sides),
    ],
  };
}

/** The two ratings that were taken for each other most often, over all dimensions. */
function mostConfused(pairs: readonly RatedPair[]): string {
  const counts = new Map<string, number>();
  for (const { given, against } of pairs) {
    if (given === against) continue;
    const key = `${against} taken for ${given}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([what, count]) => `${what}, ${timesInWords(count)}`)
    .join('; ')
    .concat('.');
}

function byDimension({ dimensions }: Rubric, pairs: readonly RatedPair[]): Block {
  const rows = dimensions.flatMap(({ id, name }) => {
    const own = pairs.filter(({ item }) => item.dimension.id === id);
    const { count, exact, within, direction } = agreementOf(own);
    if (count === 0 || !direction) return [];
    return [[name, `${count}`, `${exact.part}`, `${within.part}`, direction.mean.toFixed(2)]];
  });
  return {
    type: 'table',
    head: ['DIMENSION', 'RATED', 'SAME', 'WITHIN 1', 'MEAN DIFFERENCE'],
    rows,
    right: [1, 2, 3, 4],
  };
}

/** The report as data; it is a file of answers too, to go on with or to compare. */
export function renderCalibrationJson({ rubric, answers, pairs, unrated, day }: CalibrationReport): JsonText {
  return jsonDocument({
    schemaVersion: 1,
    ...answers,
    title: rubric.title,
    day,
    unrated,
    agreement: agreementOf(pairs),
    answers: pairs.map(({ item, given, against }) => ({
      key: item.key,
      dimension: item.dimension.id,
      given,
      agreed: against,
      why: item.why,
    })),
  });
}

/** Two raters' ratings of the same answers. */
export interface CalibrationComparison {
  readonly rubric: Rubric;
  readonly raters: readonly [string, string];
  /** Of the first against the second. */
  readonly between: readonly RatedPair[];
  /** Of each against what was agreed. */
  readonly agreed: readonly [readonly RatedPair[], readonly RatedPair[]];
}

export function comparisonDocument({ rubric, raters, between, agreed }: CalibrationComparison): Document {
  const [one, other] = raters;
  const confusions = confusionsOf(between);
  const each = raters.map((rater, at) => {
    const { count, exact, within } = agreementOf(agreed[at] ?? []);
    return count === 0
      ? `${rater}: no answer in common with the rubric's.`
      : `${rater} against what was agreed: the same ${shareInWords(exact, count)}, at most one apart ${shareInWords(within, count)}.`;
  });
  return {
    title: `Calibration compared: ${rubric.title}`,
    sections: [
      {
        title: `${one} and ${other}`,
        level: 2,
        blocks: list([...agreementSentences(agreementOf(between), { given: one, against: other }), ...each]),
      },
      ...(confusions.length === 0 ? [] : [{ title: 'Where they differ', level: 2, blocks: [] } satisfies Section]),
      ...confusionSections(confusions, rubric.scale, { given: one, against: other }),
    ],
  };
}

export function renderComparisonJson({ rubric, raters, between, agreed }: CalibrationComparison): JsonText {
  return jsonDocument({
    schemaVersion: 1,
    rubric: rubric.id,
    version: rubric.version,
    raters,
    agreement: agreementOf(between),
    againstAgreed: agreed.map(agreementOf),
    answers: between.map(({ item, given, against }) => ({
      key: item.key,
      dimension: item.dimension.id,
      ratings: [given, against],
      agreed: item.agreed,
    })),
  });
}
