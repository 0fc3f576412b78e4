import type { Agreement } from '../../core/agreement/agreement.js';
import { type Figure, isMissing, type Missing } from '../../core/agreement/figure.js';
import type { InterviewerLine } from '../../core/agreement/interviewers.js';
import type { AgreementShare } from '../../core/agreement/shares.js';
import { type CsvText, type JsonText, jsonDocument } from '../../core/text/safe-text.js';
import { renderCsv } from '../text/csv.js';
import { coefficientsOf } from './document.js';
import { agreementNotes, agreementSentences } from './sentences.js';
import type { AgreementReport } from './words.js';

/** All of it; what has no number says what is missing. */
export function renderAgreementJson(report: AgreementReport): JsonText {
  const { groups, isNaming, me, afterTalk, hidden } = report;
  return jsonDocument({
    schemaVersion: 1,
    ...{ names: isNaming, me, afterTalk, hidden },
    groups: groups.map(groupData),
    notes: agreementNotes(report),
  });
}

function groupData(group: Agreement) {
  const { edition, lines, pairs, dimensions, shares, ...rest } = group;
  const { role, version, variant, revision, title, scale } = edition;
  return {
    rubric: { id: role, version, variant, revision, title, scale },
    sentences: agreementSentences(group),
    ...rest,
    agreement: shares,
    dimensions: dimensions.map(({ dimension: { id, name }, shares: own, alpha }) => ({
      id,
      name,
      agreement: own,
      alpha,
    })),
    interviewersShown: lines.map(lineData),
    pairs: { ...pairs, shown: pairs.shown.map(({ names, shares: own }) => ({ names, agreement: own })) },
  };
}

function lineData({ shown, ...line }: InterviewerLine) {
  return { interviewer: shown, ...line };
}

type Row = readonly (string | number | undefined)[];

/** A row for each number, or for what is missing for it. */
export function renderAgreementCsv({ groups }: AgreementReport): CsvText {
  return renderCsv(
    [
      'role',
      'version',
      'variant',
      'measure',
      'of',
      'value',
      'from',
      'to',
      'agreed',
      'pairs',
      'needs',
      'least',
      'there',
    ],
    groups.flatMap((group) =>
      csvRows(group).map((row) => [group.edition.role, group.edition.version, group.edition.variant, ...row]),
    ),
  );
}

function csvRows(group: Agreement): readonly Row[] {
  const shareRows = (of: string, { exact, within }: Agreement['shares']) => [
    shareRow('same rating', of, exact),
    shareRow('within a point', of, within),
  ];
  return [
    ...shareRows('', group.shares),
    ...coefficientsOf(group).map(({ name, found }) => figureRow(name, '', found)),
    ...group.dimensions.flatMap(({ dimension, shares, alpha }) => [
      ...shareRows(dimension.id, shares),
      figureRow('alpha', dimension.id, alpha),
    ]),
    ...group.lines.flatMap(({ shown, severity, halo, drift }) => [
      figureRow('severity', shown, severity),
      figureRow('halo', shown, halo),
      figureRow('drift', shown, drift),
    ]),
    ...group.pairs.shown.flatMap(({ names, shares }) => shareRows(names.join(', '), shares)),
  ];
}

function shareRow(measure: string, of: string, { value, interval, agreed, pairs }: AgreementShare): Row {
  return [measure, of, value, interval?.[0], interval?.[1], agreed, pairs];
}

function figureRow(measure: string, of: string, found: Figure | Missing): Row {
  if (!isMissing(found)) return [measure, of, found.value, ...found.interval];
  const { need, least, there } = found.missing;
  return [measure, of, undefined, undefined, undefined, undefined, undefined, need, least, there];
}
