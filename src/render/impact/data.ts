import type { GroupResult, SetResult } from '../../core/impact/analyse.js';
import { type Rational, toNumber } from '../../core/numbers/rational.js';
import type { CsvText, JsonText } from '../../core/text/safe-text.js';
import { jsonDocument } from '../../core/text/safe-text.js';
import { renderCsv } from '../text/csv.js';
import { setSentences } from './sentences.js';
import type { ImpactReport } from './words.js';

/** The report as data; exact numbers stand as fractions too. */
export function renderImpactJson(report: ImpactReport): JsonText {
  const { sets, ...rest } = report;
  return jsonDocument({
    schemaVersion: 1,
    ...rest,
    sets: sets.map((set) => ({
      stage: set.stage,
      isBottomLine: set.isBottomLine,
      category: set.category,
      unknown: set.unknown,
      reference: set.reference?.name,
      sentences: setSentences(set, report),
      groups: set.groups.map(groupData),
    })),
  });
}

function groupData({ name, applicants, selected, rate, interval, standing, comparison }: GroupResult): object {
  const tests = comparison?.tests;
  const flip = tests?.flip;
  return {
    ...{ name, applicants, selected, rate: exactData(rate), interval, standing },
    ...(comparison && { ratio: exactData(comparison.ratio), ratioInterval: comparison.interval }),
    ...(tests && {
      belowFourFifths: tests.isBelow,
      fisher: tests.fisher,
      z: tests.z,
      oneDifferent: flip && { ...flip, ratio: exactData(flip.ratio) },
      shortfall: tests.shortfall,
    }),
  };
}

function exactData(value: Rational | undefined) {
  if (value === undefined) return undefined;
  return { value: toNumber(value), numerator: Number(value.numerator), denominator: Number(value.denominator) };
}

const HEAD = [
  ...['stage', 'bottomLine', 'category', 'group', 'applicants', 'selected', 'rate', 'rateFrom', 'rateTo', 'standing'],
  ...['ratio', 'ratioFrom', 'ratioTo', 'belowFourFifths', 'fisher', 'fisherLess', 'z', 'oneDifferentChanges'],
  ...['shortOfFourFifths', 'shortOfParity'],
];

/** A row for each group. */
export function renderImpactCsv({ sets }: ImpactReport): CsvText {
  return renderCsv(
    HEAD,
    sets.flatMap((set) => set.groups.map((group) => csvRow(set, group))),
  );
}

function csvRow({ stage, isBottomLine, category }: SetResult, group: GroupResult) {
  const { name, applicants, selected, rate, interval, standing, comparison } = group;
  const tests = comparison?.tests;
  const yes = (claim: boolean | undefined) => (claim === undefined ? undefined : String(claim));
  return [
    ...[stage, yes(isBottomLine), category, name, applicants, selected],
    ...[rate && toNumber(rate), interval?.[0], interval?.[1], standing],
    ...[comparison && toNumber(comparison.ratio), comparison?.interval?.[0], comparison?.interval?.[1]],
    ...[yes(tests?.isBelow), tests?.fisher?.twoSided, tests?.fisher?.less, tests?.z?.z, yes(tests?.flip?.changes)],
    ...[tests?.shortfall?.fourFifths, tests?.shortfall?.parity],
  ];
}
