import type { Agreement } from '../../core/agreement/agreement.js';
import { type Figure, GATES, isMissing, type Missing } from '../../core/agreement/figure.js';
import type { Drift, InterviewerLine } from '../../core/agreement/interviewers.js';
import type { AgreementShare } from '../../core/agreement/shares.js';
import { type Block, type Document, list, paragraph, type Section } from '../document/document.js';
import { count } from '../text/text.js';
import { agreementNotes, agreementSentences } from './sentences.js';
import {
  type AgreementReport,
  editionTitle,
  intervalInWords,
  missingInWords,
  percent,
  shareCell,
  shareInWords,
  signed,
  twoDecimals,
} from './words.js';

export const AGREEMENT_TITLE = 'How interviewers agree';

/** Sentences first; with details, a table of each thing. */
export function agreementDocument(report: AgreementReport, { hasDetails }: { readonly hasDetails: boolean }): Document {
  const { groups } = report;
  return {
    title: AGREEMENT_TITLE,
    sections: [
      ...(groups.length === 0 ? [{ title: '', level: 2 as const, blocks: [paragraph(NOTHING)] }] : []),
      ...groups.flatMap((group): readonly Section[] => [
        {
          title: editionTitle(group.edition),
          level: 2,
          blocks: [paragraph(whatThereIs(group)), ...list(agreementSentences(group))],
        },
        ...(hasDetails ? details(group) : []),
      ]),
      ...(groups.length === 0
        ? []
        : [{ title: 'What this rests on', level: 2 as const, blocks: list(agreementNotes(report)) }]),
    ],
  };
}

export const NOTHING = 'There are no ratings to compare.';

export function whatThereIs({ candidates, byTwo, interviewers, ratings }: Agreement): string {
  const some = byTwo === 0 ? 'none' : byTwo;
  const rated =
    candidates === 1 ? `${byTwo === 1 ? '' : 'not '}rated by two or more` : `${some} of them rated by two or more`;
  return `${count(candidates, 'candidate')}, ${rated}; ${count(interviewers, 'interviewer')}; ${count(ratings, 'rating')}.`;
}

function details(group: Agreement): readonly Section[] {
  const { lines, pairs } = group;
  return [
    ...(group.byTwo === 0
      ? []
      : [
          section('Agreement in figures', coefficientsTable(group), ...list(coefficientsMissing(group))),
          section('By dimension', dimensionsTable(group)),
        ]),
    ...(lines.length === 0 && group.others.interviewers === 0
      ? []
      : [section('By interviewer', ...interviewerBlocks(group))]),
    ...(pairs.enough + pairs.few === 0 ? [] : [section('Who agrees with whom', ...pairBlocks(group))]),
  ];
}

function section(title: string, ...blocks: readonly Block[]): Section {
  return { title, level: 3, blocks };
}

/** One of the coefficients, under its name. */
export interface NamedFigure {
  readonly name: string;
  readonly found: Figure | Missing;
  readonly note: string;
}

/** Alpha, the scores' reliability, AC2: in the order in which they are read. */
export function coefficientsOf({ alpha, ac2, scores }: Agreement): readonly NamedFigure[] {
  const scored = isMissing(scores)
    ? [{ name: 'ICC', found: scores, note: '' }]
    : scores.forms.map((found) => ({
        name: found.form,
        found,
        note: isMissing(found) ? '' : (found.label ?? ''),
      }));
  return [
    { name: 'Alpha, ordinal', found: alpha, note: isMissing(alpha) ? '' : (alpha.label ?? '') },
    ...scored,
    { name: 'AC2, quadratic', found: ac2, note: '' },
  ];
}

function coefficientsTable(group: Agreement): Block {
  const { exact, within } = group.shares;
  const row = (title: string, share: AgreementShare) => [
    title,
    share.interval ? shareCell(share) : '–',
    share.interval ? intervalInWords(share.interval, percent) : '',
    `${share.agreed} of ${share.pairs}`,
  ];
  const shares = [row('Same rating', exact), row('Within a point', within)];
  const rows = coefficientsOf(group).map(({ name, found, note }) =>
    isMissing(found) ? [name, '–', '', ''] : [name, twoDecimals(found.value), intervalInWords(found.interval), note],
  );
  return { type: 'table', head: ['MEASURE', 'VALUE', '95%', 'NOTE'], rows: [...shares, ...rows], right: [1, 2] };
}

/** What is missing for those that have no number, and how the others came about. */
export function coefficientsMissing(group: Agreement): readonly string[] {
  const { alpha, scores } = group;
  return [
    ...coefficientsOf(group).flatMap(({ name, found }) =>
      isMissing(found) ? [`${name} ${missingInWords(found)}.`] : [],
    ),
    ...(isMissing(alpha)
      ? []
      : [`Alpha: ${count(alpha.pairable, 'rating')} that can be paired, of ${count(alpha.candidates, 'candidate')}.`]),
    ...(isMissing(scores) ? [] : [policyInWords(scores)]),
  ];
}

function policyInWords({
  policy,
  candidates,
  dropped,
  scoresPerCandidate,
}: Exclude<Agreement['scores'], Missing>): string {
  if (policy === 'complete-rows')
    return `ICC: of the ${candidates} candidates whom all ${scoresPerCandidate} interviewers scored; ${dropped} left out. (2,·) counts severity as error, (3,·) does not: the gap is severity.`;
  return `ICC: too few candidates were scored by all, so one-way, with k0 = ${twoDecimals(scoresPerCandidate)} scores for each of ${candidates} candidates (Ebel); severity counts as error.`;
}

function dimensionsTable({ dimensions }: Agreement): Block {
  return {
    type: 'table',
    head: ['DIMENSION', 'SAME', 'WITHIN 1', 'ALPHA', '95%'],
    rows: dimensions.map(({ dimension, shares, alpha }) => [
      dimension.name,
      shareCell(shares.exact),
      shareCell(shares.within),
      ...(isMissing(alpha) ? ['–', ''] : [twoDecimals(alpha.value), intervalInWords(alpha.interval)]),
    ]),
    right: [1, 2, 3, 4],
  };
}

export function nameOf({ shown, isMe }: Pick<InterviewerLine, 'shown' | 'isMe'>): string {
  return isMe ? `${shown} (you)` : shown;
}

function interviewerBlocks({ lines, others }: Agreement): readonly Block[] {
  const notes = [...linesNotes(lines), ...othersNotes({ others })];
  return [...linesTable(lines, ['severity', 'halo']), ...linesTable(lines, ['drift']), ...list(notes)];
}

/** More figures than two, with their intervals, do not stand side by side on a narrow page. */
function linesTable(
  lines: readonly InterviewerLine[],
  measures: readonly ('severity' | 'halo' | 'drift')[],
): readonly Block[] {
  const known = measures.filter((measure) => lines.some((line) => !isMissing(line[measure])));
  if (known.length === 0) return [];
  const cells = (measure: (typeof known)[number], line: InterviewerLine) => {
    const found: Figure | Missing = line[measure];
    const show = measure === 'halo' ? twoDecimals : signed;
    return isMissing(found) ? ['–', ''] : [show(found.value), intervalInWords(found.interval, show)];
  };
  return [
    {
      type: 'table',
      head: ['INTERVIEWER', ...known.flatMap((measure) => [measure.toUpperCase(), '95%'])],
      rows: lines.map((line) => [nameOf(line), ...known.flatMap((measure) => cells(measure, line))]),
      right: known.flatMap((_measure, at) => [2 * at + 1, 2 * at + 2]),
    },
  ];
}

/** What interviewers have no number for, and the months of a drift. */
export function linesNotes(lines: readonly InterviewerLine[]): readonly string[] {
  const isNobody = lines.length > 1 && lines.every(({ drift }) => isMissing(drift));
  return [
    ...lines.flatMap((line) => lineNotes(line, isNobody)),
    ...(isNobody ? [`Drift needs ${GATES.months} months with ${GATES.ratings} ratings each; nobody has them.`] : []),
  ];
}

function lineNotes(line: InterviewerLine, hasNobodyDrift: boolean): readonly string[] {
  const { severity, halo, drift } = line;
  const who = nameOf(line);
  return [
    ...(isMissing(severity) ? [`${who}: severity ${missingInWords(severity)}.`] : []),
    ...(isMissing(halo) ? [`${who}: halo ${missingInWords(halo)}.`] : []),
    ...(isMissing(drift) && !isMissing(severity) && !hasNobodyDrift ? [`${who}: drift ${missingInWords(drift)}.`] : []),
    ...(isMissing(drift) ? [] : [`${who}, by month, against who rated in it: ${monthsInWords(drift)}.`]),
  ];
}

function monthsInWords({ months }: Drift): string {
  return months.map(({ month, value }) => `${month} ${signed(value)}`).join(', ');
}

export function othersNotes({
  others: { interviewers, severity, halo, drift },
}: Pick<Agreement, 'others'>): readonly string[] {
  if (interviewers === 0) return [];
  const parts = [
    ...(severity ? [`severity, ${severity.holdZero} of ${severity.of} intervals hold 0`] : []),
    ...(halo ? [`halo, median ${twoDecimals(halo.median)} of ${halo.of}`] : []),
    ...(drift ? [`drift, ${drift.holdZero} of ${drift.of} intervals hold 0`] : []),
  ];
  const who = interviewers === 1 ? '1 other' : `${interviewers} others`;
  return [parts.length === 0 ? `${who}: too few figures to be shown without names.` : `${who}: ${parts.join('; ')}.`];
}

function pairBlocks({ pairs }: Agreement): readonly Block[] {
  const table: Block = {
    type: 'table',
    head: ['PAIR', 'SHARED', 'SAME', 'WITHIN 1'],
    rows: pairs.shown.map(({ names, shares }) => [
      names.join(', '),
      `${shares.candidates}`,
      shareInWords(shares.exact),
      shareInWords(shares.within),
    ]),
    right: [1, 2, 3],
  };
  return [...(pairs.shown.length === 0 ? [] : [table]), ...list(pairNotes(pairs))];
}

export function pairNotes({ shown, enough, few }: Agreement['pairs']): readonly string[] {
  return [
    ...(shown.length < enough
      ? [`${count(enough - shown.length, 'other pair')} with 8 or more candidates in common.`]
      : []),
    ...(few > 0 ? [`${count(few, 'pair')} with fewer than 8 in common: too few for a figure.`] : []),
  ];
}
