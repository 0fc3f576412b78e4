import type { Meeting } from '../../core/meeting/meeting.js';
import type { RatingRow } from '../../core/meeting/rating-rows.js';
import { formatRational } from '../../core/numbers/rational.js';
import { isRated } from '../../core/rubric/scale.js';
import { shownName } from '../meeting/words.js';
import { html, type SafeHtml } from '../text/html.js';
import { inWords, weightInWords } from '../text/words.js';
import { DOT_RANGE, dotPlot, heightClass, NOT_ASSESSED_AT } from './charts/dot-plot.js';
import { markKey, markStyle } from './charts/marks.js';
import { axisFigures, createAxis } from './charts/scale-axis.js';
import { name, note } from './page/frame.js';
import { type PageColumn, pageTable } from './page/table.js';
import { absent } from './points-table.js';

/** More than these have a table of their own below the plot. */
const MOST_BESIDE_PLOT = 6;

/** The ratings of all interviewers, with a mark for each; medians and means only after the talk. */
export function ratingsTables(meeting: Meeting): readonly (SafeHtml | undefined)[] {
  const { panel, rows } = meeting;
  const axis = createAxis(panel.edition.scale, panel.edition.bar, DOT_RANGE);
  const people = memberColumns(meeting);
  const isWide = panel.members.length > MOST_BESIDE_PLOT;
  const plot: PageColumn<RatingRow> = {
    head: html`<span class="unseen">Ratings on the scale</span>${axisFigures(axis, { at: NOT_ASSESSED_AT, text: '–' })}`,
    className: 'plot',
    cell: (row) => dotPlot(row, axis),
    cellClass: heightClass,
  };
  const first = pageTable({
    className: 'ratings whole-table',
    name: 'Ratings',
    caption:
      `One mark for each interviewer.${panel.edition.bar === undefined ? '' : ` The bar, ${panel.edition.bar}, is dashed;`} the line runs from the lowest rating to the highest.`.replace(
        '. the',
        '. The',
      ),
    rows,
    rowClass: ({ isApart }) => (isApart ? 'apart' : ''),
    columns: [DIMENSION, WEIGHT, plot, ...(isWide ? [] : people), ...figureColumns(meeting)],
  });
  const second = isWide
    ? pageTable({
        className: 'ratings by-name whole-table',
        name: 'Ratings by interviewer',
        rows,
        columns: [DIMENSION, ...people],
      })
    : undefined;
  return [first, second, note(...unratedNotes(meeting))];
}

const DIMENSION: PageColumn<RatingRow> = {
  head: 'Dimension',
  className: 'dimension',
  cell: ({ dimension }) => dimension.name,
  isRowHeader: true,
};

const WEIGHT: PageColumn<RatingRow> = {
  head: 'Weight',
  className: 'number weight',
  cell: ({ dimension }) => weightInWords(dimension.weight),
};

function memberColumns({ panel: { members } }: Meeting): readonly PageColumn<RatingRow>[] {
  return members.map(({ shown }, at) => ({
    head: html`<span class="member">${name(shownName(shown))}</span>${markKey(markStyle(at, members.length))}`,
    className: 'member-rating after-plot',
    cell: ({ ratings }) => {
      const given = ratings[at];
      if (!given) return '';
      const key = html`<span class="narrow-key">${markKey(markStyle(at, members.length))}</span>`;
      return html`${key}${isRated(given.rating) ? given.rating : absent(given.rating)}`;
    },
  }));
}

function figureColumns({ isAfterTalk, panel: { edition } }: Meeting): readonly PageColumn<RatingRow>[] {
  const range: PageColumn<RatingRow> = {
    head: 'Range',
    className: 'number after-plot figure-cell',
    label: 'range',
    cell: ({ range, isApart }) =>
      html`${range ?? '–'}${isApart ? html` <strong class="apart-word">apart</strong>` : undefined}`,
  };
  if (!isAfterTalk) return [range];
  return [
    {
      head: 'Median',
      className: 'number after-plot figure-cell first-figure',
      label: 'median',
      cell: ({ median }) => (median ? formatRational(median, 1) : '–'),
    },
    {
      head: 'Mean',
      className: 'number after-plot figure-cell',
      label: 'mean',
      cell: ({ mean }) => (mean ? formatRational(mean, 2) : '–'),
    },
    ...(edition.rules.pool === 'trimmed' ? [TRIMMED] : []),
    range,
  ];
}

const TRIMMED: PageColumn<RatingRow> = {
  head: 'Trimmed',
  className: 'number after-plot figure-cell',
  label: 'trimmed mean',
  cell: ({ trimmed }) => (trimmed ? formatRational(trimmed, 2) : '–'),
};

/** Why somebody did not rate something; never a zero. */
function unratedNotes({ rows, panel: { members } }: Meeting): readonly string[] {
  const told = rows.flatMap(({ dimension, ratings }) =>
    ratings.flatMap(({ rating, reason }, at) =>
      isRated(rating) || rating === 'not-held'
        ? []
        : [
            `${dimension.name}, ${shownName(members[at]?.shown)}: ${inWords(rating)}${reason === undefined ? '' : ` (${reason})`}.`,
          ],
    ),
  );
  return told.length === 0 ? [] : ['– and hollow: not assessed; never counted as a zero.', ...told];
}
