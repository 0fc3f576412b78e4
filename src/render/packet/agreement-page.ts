import type { Agreement, DimensionAgreement, PairAgreement } from '../../core/agreement/agreement.js';
import { type Figure, isMissing, type Missing } from '../../core/agreement/figure.js';
import type { InterviewerLine } from '../../core/agreement/interviewers.js';
import type { AgreementShare } from '../../core/agreement/shares.js';
import type { HtmlText } from '../../core/text/safe-text.js';
import {
  AGREEMENT_TITLE,
  coefficientsMissing,
  coefficientsOf,
  linesNotes,
  NOTHING,
  nameOf,
  othersNotes,
  pairNotes,
  whatThereIs,
} from '../agreement/document.js';
import { agreementNotes, agreementSentences } from '../agreement/sentences.js';
import {
  type AgreementReport,
  editionTitle,
  intervalInWords,
  percent,
  shareCell,
  signed,
  twoDecimals,
} from '../agreement/words.js';
import { html, type SafeHtml } from '../text/html.js';
import { coefficientAxis, differenceAxis, type ValueAxis, valueFigures, valueStrip } from './charts/interval-strip.js';
import { name, packetPage, part, partAt } from './page/frame.js';
import { type PageColumn, pageTable } from './page/table.js';

/** How interviewers agree as a page: sentences, then a strip for each number. */
export function renderAgreementHtml(report: AgreementReport): HtmlText {
  const { groups } = report;
  return packetPage({
    kind: 'Agreement',
    heading: AGREEMENT_TITLE,
    title: AGREEMENT_TITLE,
    about: groups.length === 0 ? [NOTHING] : groups.map(({ edition }) => `${edition.role} ${edition.version}`),
    body: [
      ...groups.map((group) => groupPart(group)),
      ...(groups.length === 0 ? [] : [part('What this rests on', sentences(agreementNotes(report)))]),
    ],
  });
}

function groupPart(group: Agreement): SafeHtml {
  const { lines, others, pairs } = group;
  const hasPairs = pairs.enough + pairs.few > 0;
  return part(
    editionTitle(group.edition),
    html`<p>${whatThereIs(group)}</p>`,
    sentences(agreementSentences(group)),
    ...(group.byTwo === 0
      ? []
      : [
          partAt(3, 'Agreement in figures', coefficientsTable(group), sentences(coefficientsMissing(group))),
          partAt(3, 'By dimension', dimensionsTable(group)),
        ]),
    lines.length + others.interviewers === 0
      ? undefined
      : partAt(3, 'By interviewer', ...linesTables(lines), sentences([...linesNotes(lines), ...othersNotes(group)])),
    hasPairs
      ? partAt(
          3,
          'Who agrees with whom',
          ...(pairs.shown.length === 0 ? [] : [matrixTable(group), pairsTable(pairs.shown)]),
          sentences(pairNotes(pairs)),
        )
      : undefined,
  );
}

function sentences(texts: readonly string[]): SafeHtml | undefined {
  return texts.length === 0 ? undefined : html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}

/** A number of a row, with how it is shown. */
interface Shown {
  readonly label: string | SafeHtml;
  readonly figure: Figure | undefined;
  readonly note: string;
  readonly show: (value: number) => string;
}

/** Each row a number, its strip, its interval in figures. */
function stripTable(tableName: string, head: string, rows: readonly Shown[], axis: ValueAxis, last = ''): SafeHtml {
  const columns: readonly PageColumn<Shown>[] = [
    { head, className: 'who', cell: ({ label }) => label, isRowHeader: true },
    {
      head: 'Value',
      className: 'number bold',
      cell: ({ figure, show }) => (figure ? show(figure.value) : '–'),
    },
    {
      head: html`<span class="unseen">With its interval</span>${valueFigures(axis)}`,
      className: 'plot',
      cell: ({ figure }) => valueStrip(figure, axis),
    },
    {
      head: '95%',
      className: 'number after-plot',
      cell: ({ figure, show }) => (figure ? intervalInWords(figure.interval, show) : '–'),
      label: '95%',
    },
    ...(rows.every(({ note }) => note === '')
      ? []
      : [{ head: last, className: 'after-plot muted', cell: ({ note }: Shown) => note }]),
  ];
  return pageTable({ className: 'strips', name: tableName, caption: tableName, rows, columns });
}

function figureOf(found: Figure | Missing): Figure | undefined {
  return isMissing(found) ? undefined : found;
}

function shareFigure({ value, interval }: AgreementShare): Figure | undefined {
  return value === undefined || interval === undefined ? undefined : { value, interval };
}

function coefficientsTable(group: Agreement): SafeHtml {
  const { exact, within } = group.shares;
  const share = (label: string, one: AgreementShare): Shown => ({
    ...{ label, figure: shareFigure(one), show: percent },
    note: `${one.agreed} of ${one.pairs}`,
  });
  const rows: readonly Shown[] = [
    share('Same rating', exact),
    share('Within a point', within),
    ...coefficientsOf(group).map(({ name: label, found, note }) => ({
      ...{ label, note, figure: figureOf(found), show: twoDecimals },
    })),
  ];
  return stripTable('Dots are values, lines 95%.', 'Measure', rows, axisOf(rows, coefficientAxis), 'Note');
}

function axisOf(rows: readonly Shown[], axis: (figures: readonly Figure[]) => ValueAxis): ValueAxis {
  return axis(rows.flatMap(({ figure }) => figure ?? []));
}

function dimensionsTable({ dimensions }: Agreement): SafeHtml {
  const axis = coefficientAxis(dimensions.flatMap(({ alpha }) => figureOf(alpha) ?? []));
  return pageTable<DimensionAgreement>({
    className: 'strips',
    name: 'By dimension',
    caption: 'Dots are ordinal alpha, lines 95%.',
    rows: dimensions,
    columns: [
      { head: 'Dimension', className: 'who', cell: ({ dimension }) => dimension.name, isRowHeader: true },
      { head: 'Same', className: 'number', cell: ({ shares }) => shareCell(shares.exact), label: 'same' },
      { head: 'Within 1', className: 'number', cell: ({ shares }) => shareCell(shares.within), label: 'within 1' },
      {
        head: html`<span class="unseen">Alpha with its interval</span>${valueFigures(axis)}`,
        className: 'plot',
        cell: ({ alpha }) => valueStrip(figureOf(alpha), axis),
      },
      {
        head: 'Alpha',
        className: 'number bold after-plot',
        cell: ({ alpha }) => (isMissing(alpha) ? '–' : twoDecimals(alpha.value)),
        label: 'alpha',
      },
      {
        head: '95%',
        className: 'number after-plot',
        cell: ({ alpha }) => (isMissing(alpha) ? '–' : intervalInWords(alpha.interval)),
        label: '95%',
      },
    ],
  });
}

/** A forest plot of severities, in the order of names, and the same of halo and drift where there is any. */
function linesTables(lines: readonly InterviewerLine[]): readonly SafeHtml[] {
  const tables = [
    { title: 'Severity: above 0 leniently, below severely', of: 'severity', show: signed, axis: differenceAxis },
    { title: 'Halo', of: 'halo', show: twoDecimals, axis: coefficientAxis },
    { title: 'Drift', of: 'drift', show: signed, axis: differenceAxis },
  ] as const;
  return tables.flatMap(({ title, of, show, axis }) => {
    const rows = lines.map((line) => ({ label: name(nameOf(line)), figure: figureOf(line[of]), note: '', show }));
    return rows.every(({ figure }) => figure === undefined)
      ? []
      : [stripTable(title, 'Interviewer', rows, axisOf(rows, axis))];
  });
}

/** Interviewers down and across: how often they gave the same rating. */
function matrixTable({ pairs: { shown: pairs }, lines }: Agreement): SafeHtml | undefined {
  const names = lines.map(({ shown }) => shown).filter((one) => pairs.some((pair) => pair.names.includes(one)));
  if (pairs.length < 3 || names.length < 3 || names.length > MOST_ACROSS) return undefined;
  const cell = (a: string, b: string) => {
    const pair = pairs.find((one) => one.names.includes(a) && one.names.includes(b) && a !== b);
    return pair?.shares.exact.value === undefined ? '–' : percent(pair.shares.exact.value);
  };
  return pageTable<string>({
    className: 'strips',
    name: 'Same rating, pair by pair',
    caption: 'How often the two gave the same rating.',
    rows: names,
    columns: [
      {
        head: html`<span class="unseen">Interviewer</span>`,
        className: 'who',
        cell: (row) => name(row),
        isRowHeader: true,
      },
      ...names.map((other) => ({
        ...{ head: name(other), className: 'number', label: other },
        cell: (row: string) => cell(row, other),
      })),
    ],
  });
}

/** More names do not stand side by side. */
const MOST_ACROSS = 8;

function pairsTable(pairs: readonly PairAgreement[]): SafeHtml {
  const rows = pairs.map(({ names: [a, b], shares }) => ({
    ...{ label: html`${name(a)}, ${name(b)}`, figure: shareFigure(shares.exact), show: percent },
    note: `${shares.candidates} candidates; within a point ${shares.within.value === undefined ? '–' : percent(shares.within.value)}`,
  }));
  return stripTable('The same, with its interval.', 'Pair', rows, axisOf(rows, coefficientAxis), 'In common');
}
