import { toNumber } from '../../core/numbers/rational.js';
import type { ComparedDimension, Comparison } from '../../core/panel/comparison.js';
import { meanOf } from '../../core/panel/panel.js';
import type { Ranked } from '../../core/panel/ranking.js';
import type { HtmlText } from '../../core/text/safe-text.js';
import { numberInWords } from '../../core/text/wording.js';
import { evidenceOf } from '../panel/comparison/evidence.js';
import { shortNames } from '../panel/comparison/short-names.js';
import { weightParagraphs } from '../panel/comparison/weight-words.js';
import { comparisonLimits, widthToMark } from '../panel/comparison/words.js';
import {
  editionInWords,
  pooledInWords,
  rankInWords,
  ratingRange,
  scoreInWords,
  shownScore,
} from '../panel/panel-words.js';
import { coverageTold, judgementsTold, type ToldPart } from '../panel/told.js';
import { headingHtml, html, type SafeHtml } from '../text/html.js';
import { count } from '../text/text.js';
import { weightInWords } from '../text/words.js';
import { flagsCell, placesInWords, recommendationCell, STRONG_NO, verdictsCell } from './candidate-cells.js';
import { MOST_SHAPES, markKey, markStyle } from './charts/marks.js';
import { meansHeight, meansPlot } from './charts/means-plot.js';
import { axisFigures, createAxis } from './charts/scale-axis.js';
import { strip } from './charts/strips.js';
import { capitalise, listInWords } from './list-words.js';
import { originPart } from './origin.js';
import { below, type Level, lead, name, note, packetPage, partAt } from './page/frame.js';
import { type PageColumn, pageTable } from './page/table.js';

/** More candidates than these have a table of their own below the plot. */
const MOST_BESIDE_PLOT = 6;

/** More than these are a number in the heading. */
const MOST_IN_HEADING = 3;

interface Shown {
  readonly hasWeights: boolean;
  readonly hasEvidence: boolean;
}

/** Candidates side by side, as a page: scores and how sure they are, dimension by dimension, then who said what. */
export function renderComparisonHtml(comparisons: readonly Comparison[], shown: Shown): HtmlText {
  const [only] = comparisons;
  const names = [...new Set(comparisons.flatMap(({ candidates }) => candidates.map(({ panel }) => panel.shown)))];
  const heading =
    names.length > MOST_IN_HEADING ? capitalise(`${numberInWords(names.length)} candidates`) : listInWords(names);
  const isSingle = comparisons.length === 1 && only !== undefined;
  return packetPage({
    kind: isSingle ? `Comparison · ${only.edition.title}` : 'Comparison',
    heading,
    title: `Comparison: ${heading}`,
    about: isSingle ? aboutComparison(only) : [count(comparisons.length, 'rubric')],
    body: isSingle
      ? [lead(leadOf(only)), ...partsOf(only, shown, 2)]
      : comparisons.map((comparison) =>
          partAt(
            2,
            comparison.edition.title,
            html`<p class="muted">${aboutComparison(comparison).join(' · ')}</p><p>${leadOf(comparison)}</p>`,
            ...partsOf(comparison, shown, 3),
          ),
        ),
  });
}

function aboutComparison({ edition, candidates }: Comparison): readonly string[] {
  const cards = candidates.flatMap(({ panel }) => panel.members.flatMap((member) => member.cards));
  return [editionInWords(edition), count(cards.length, 'scorecard')];
}

function leadOf({ candidates, isPartial, shared }: Comparison): string {
  const places = placesInWords(candidates);
  if (!isPartial || candidates.length < 2) return places;
  return shared.numerator === 0
    ? 'They share no dimension, so their scores can’t be compared.'
    : `${places} They are compared on the dimensions that all were rated on.`;
}

function partsOf(comparison: Comparison, shown: Shown, level: Level): readonly (SafeHtml | undefined)[] {
  const panels = comparison.candidates.map(({ panel }) => panel);
  const toldAt = (parts: readonly ToldPart[]) => parts.map((told) => toldPart(told, level));
  return [
    partAt(level, 'Scores with their intervals', scoresTable(comparison), note(STRONG_NO)),
    ...toldAt(judgementsTold(panels)),
    partAt(level, 'Dimension by dimension', ...dimensionTables(comparison)),
    ...toldAt(coverageTold(panels)),
    ...(shown.hasWeights ? [weightsPart(comparison, level)] : []),
    ...(shown.hasEvidence ? [evidencePart(comparison, level)] : []),
    partAt(level, 'What this can’t tell', listOf(comparisonLimits(comparison))),
    originPart(panels, level),
  ];
}

function listOf(items: readonly (string | SafeHtml)[]): SafeHtml {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** What was said, under the name of each candidate. */
function toldPart({ title, candidates }: ToldPart, level: Level): SafeHtml {
  const of = candidates.map(
    ({ candidate, lines }) => html`
<div class="topic">${headingHtml(below(level), name(candidate))}${listOf(lines)}</div>`,
  );
  return partAt(level, title, ...of);
}

/** By the score on the dimensions that all share: that is what they are compared on. */
function scoresTable({ edition, candidates, isPartial }: Comparison): SafeHtml {
  const axis = createAxis(edition.scale, edition.bar, { from: 2, to: 98 });
  const onShared = (row: Comparison['candidates'][number]): Ranked => ({
    ...row,
    panel: { ...row.panel, value: row.shared && toNumber(row.shared) },
  });
  const best = candidates.find(({ rank }) => rank !== undefined);
  const whole: PageColumn<Comparison['candidates'][number]> = {
    head: 'Score, all rated',
    className: 'number after-plot',
    label: 'score on all that was rated',
    cell: ({ panel }) => scoreInWords(panel),
  };
  return pageTable({
    className: 'strips',
    name: `Scores for ${edition.title}`,
    caption: `Two thick bars that overlap are a tie; thin lines show 95%.${isPartial ? ' The score is that on the dimensions which all share.' : ''}`,
    rows: candidates,
    columns: [
      { head: 'Rank', className: 'line', cell: (row) => rankInWords(row).replace('-', '–'), label: 'rank' },
      {
        head: 'Candidate',
        className: 'who',
        cell: (row) => html`${keyOf(candidates.indexOf(row), candidates.length)}${name(row.panel.shown)}`,
        isRowHeader: true,
      },
      {
        head: 'Score',
        className: 'number bold',
        cell: ({ shared }) => (shared ? shownScore(shared, edition) : '–'),
        label: 'score',
      },
      {
        head: html`<span class="unseen">Score on the scale</span>${axisFigures(axis)}`,
        className: 'plot',
        cell: (row) => strip(onShared(row), axis, best && onShared(best)),
      },
      ...(isPartial ? [whole] : []),
      { head: 'Recommendation', className: 'after-plot', cell: recommendationCell },
      { head: 'Verdicts', className: 'after-plot', cell: verdictsCell },
      { head: 'Flags', className: 'after-plot', cell: flagsCell },
    ],
  });
}

/** The mark that tells a candidate from the others, as long as there are shapes enough. */
function keyOf(at: number, of: number): SafeHtml | undefined {
  return of > MOST_SHAPES ? undefined : markKey(markStyle(at, of));
}

function dimensionTables({ edition, candidates, rows }: Comparison): readonly (SafeHtml | undefined)[] {
  const axis = createAxis(edition.scale, edition.bar, { from: 4, to: 96 });
  const means = ({ cells }: ComparedDimension) =>
    cells.map((cell) => {
      const mean = meanOf(cell);
      return mean && toNumber(mean);
    });
  const spoken = ({ cells }: ComparedDimension) =>
    cells.map((cell, at) => `${candidates[at]?.panel.shown ?? ''}: ${pooledInWords(cell)}`).join('; ');
  const plot: PageColumn<ComparedDimension> = {
    head: html`<span class="unseen">Means on the scale</span>${axisFigures(axis)}`,
    className: 'plot',
    cell: (row) => meansPlot(means(row), axis, spoken(row)),
    cellClass: () => meansHeight(candidates.length),
  };
  const people = candidateColumns({ edition, candidates });
  const isWide = candidates.length > MOST_BESIDE_PLOT;
  const first = pageTable({
    className: 'ratings whole-table',
    name: 'Means of each dimension',
    caption:
      'A mark for each candidate, from top to bottom as in the table of scores. Bold: the highest mean of the dimension.',
    rows,
    columns: [DIMENSION, WEIGHT, plot, ...(isWide ? [] : people)],
  });
  const second = isWide
    ? pageTable({
        className: 'ratings by-name whole-table',
        name: 'Means by candidate',
        rows,
        columns: [DIMENSION, ...people],
      })
    : undefined;
  return [
    first,
    second,
    note(`Below a mean stand the lowest and the highest rating; apart: ${widthToMark(edition)} points or more.`),
  ];
}

const DIMENSION: PageColumn<ComparedDimension> = {
  head: 'Dimension',
  className: 'dimension',
  cell: ({ dimension }) => dimension.name,
  isRowHeader: true,
};

const WEIGHT: PageColumn<ComparedDimension> = {
  head: 'Weight',
  className: 'number weight',
  cell: ({ dimension }) => weightInWords(dimension.weight),
};

function candidateColumns({
  edition,
  candidates,
}: Pick<Comparison, 'edition' | 'candidates'>): readonly PageColumn<ComparedDimension>[] {
  const wideFrom = widthToMark(edition);
  const names = shortNames(candidates.map(({ panel }) => panel.shown));
  return candidates.map((_candidate, at) => ({
    head: html`<span class="member">${name(names[at] ?? '')}</span>${keyOf(at, candidates.length)}`,
    className: 'member-rating after-plot',
    cell: ({ cells, isBest }) => {
      const cell = cells[at];
      if (!cell) return '';
      const figure = cell.state === 'rated' ? pooledInWords(cell) : UNRATED[cell.state];
      const range = ratingRange(cell).replace('-', '–');
      const isApart = cell.state === 'rated' && cell.highest - cell.lowest >= wideFrom;
      const spread =
        cell.state !== 'rated' || range === ''
          ? undefined
          : html` <span class="apart-word">${range}${isApart ? html` <strong>apart</strong>` : undefined}</span>`;
      const key = html`<span class="narrow-key">${keyOf(at, candidates.length)}</span>`;
      return html`${key}${isBest[at] ? html`<strong>${figure}</strong>` : figure}${spread}`;
    },
  }));
}

/** A dash with the words for who can't see it; what was in no session that was held is no gap. */
const UNRATED = {
  'not-assessed': html`–<span class="unseen"> not assessed</span>`,
  'not-applicable': html`not applicable`,
  'not-held': html`<span class="unseen">in no session that was held</span>`,
} as const;

function weightsPart(comparison: Comparison, level: Level): SafeHtml {
  const items = weightParagraphs(comparison).map(([tried, outcome]) => html`<strong>${tried}</strong>: ${outcome}`);
  return partAt(level, 'Would other weights change the order?', listOf(items));
}

function evidencePart({ rows, candidates }: Comparison, level: Level): SafeHtml {
  const tables = rows.flatMap(({ dimension }, position) => {
    const said = candidates.flatMap(({ panel }) => evidenceOf(panel, position).map((entry) => ({ panel, entry })));
    if (said.length === 0) return [];
    const table = pageTable({
      className: 'evidence top',
      name: `Evidence on ${dimension.name}`,
      isHeadHidden: true,
      rows: said,
      columns: [
        { head: 'Candidate', className: 'by', cell: ({ panel }) => name(panel.shown), isRowHeader: true },
        { head: 'Interviewer', className: 'by', cell: ({ entry }) => name(entry.interviewer) },
        { head: 'Rating', className: 'rating', cell: ({ entry }) => entry.rating },
        {
          head: 'What was noted',
          className: 'quote',
          cell: ({ entry }) =>
            entry.evidence.length === 0
              ? html`<span class="muted">nothing was noted</span>`
              : html`${entry.evidence.map((text) => html`<p>${text}</p>`)}`,
        },
      ],
    });
    return [
      html`
<div class="topic">${headingHtml(below(level), dimension.name)}${table}</div>`,
    ];
  });
  return partAt(level, 'Evidence', ...tables);
}
