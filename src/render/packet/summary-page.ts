import { compareRational } from '../../core/numbers/rational.js';
import { dayOfCard } from '../../core/panel/card.js';
import type { Ranked } from '../../core/panel/ranking.js';
import type { SummaryGroup } from '../../core/panel/summary.js';
import type { HtmlText } from '../../core/text/safe-text.js';
import { numberInWords } from '../../core/text/wording.js';
import { editionInWords, rankInWords, scoreInWords } from '../panel/panel-words.js';
import { basisInWords, nextInWords } from '../panel/ranking-words.js';
import { missingSessions } from '../panel/session-words.js';
import { html, type SafeHtml } from '../text/html.js';
import { count } from '../text/text.js';
import { flagsCell, placesInWords, recommendationCell, STRONG_NO, verdictsCell } from './candidate-cells.js';
import { axisFigures, createAxis } from './charts/scale-axis.js';
import { strip } from './charts/strips.js';
import { capitalise } from './list-words.js';
import { lead, name, note, packetPage, part } from './page/frame.js';
import { pageTable } from './page/table.js';

/** The candidates of each edition with their scores and how sure those are, as a page. */
export function renderSummaryHtml(groups: readonly SummaryGroup[]): HtmlText {
  const [only] = groups;
  const candidates = groups.reduce((sum, { ranked }) => sum + ranked.length, 0);
  const heading = capitalise(`${numberInWords(candidates)} ${candidates === 1 ? 'candidate' : 'candidates'}`);
  const isSingle = groups.length === 1 && only !== undefined;
  return packetPage({
    kind: isSingle ? `Summary · ${only.edition.title}` : 'Summary',
    heading,
    title: isSingle ? `Summary: ${only.edition.title}` : 'Summary of candidates',
    about: isSingle ? aboutGroup(only) : [count(groups.length, 'rubric')],
    body: isSingle
      ? [lead(placesInWords(only.ranked)), part('Scores with their intervals', ...scoresOf(only))]
      : groups.map((group) =>
          part(
            group.edition.title,
            html`<p class="muted">${aboutGroup(group).join(' · ')}</p><p>${placesInWords(group.ranked)}</p>`,
            ...scoresOf(group),
          ),
        ),
  });
}

function aboutGroup({ edition, ranked }: SummaryGroup): readonly string[] {
  const cards = ranked.flatMap(({ panel }) => panel.members.flatMap((member) => member.cards));
  const days = cards.flatMap((card) => dayOfCard(card) ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  const span = first === undefined || last === undefined ? [] : [first === last ? first : `${first} to ${last}`];
  return [editionInWords(edition), count(cards.length, 'scorecard'), ...span];
}

function scoresOf({ edition, ranked, basis }: SummaryGroup): readonly (SafeHtml | undefined)[] {
  const axis = createAxis(edition.scale, edition.bar, { from: 2, to: 98 });
  const best = highest(ranked);
  const lastFirst = ranked.filter(({ rank }) => rank?.best === 1).at(-1);
  const isOrdered =
    lastFirst !== undefined && ranked.slice(0, ranked.indexOf(lastFirst)).every(({ rank }) => rank?.best === 1);
  const table = pageTable({
    className: 'strips',
    name: `Candidates for ${edition.title}`,
    caption: `Two thick bars that overlap are a tie; thin lines show 95%. The tint carries the highest score’s thick bar down the page.${isOrdered ? ' Whoever is above the rule may rank first.' : ''}`,
    rows: ranked,
    rowClass: (row) => (isOrdered && row === lastFirst ? 'last-first' : ''),
    columns: [
      { head: 'Rank', className: 'line', cell: (row) => rankInWords(row).replace('-', '–'), label: 'rank' },
      { head: 'Candidate', className: 'who', cell: ({ panel }) => name(panel.shown), isRowHeader: true },
      { head: 'Score', className: 'number bold', cell: ({ panel }) => scoreInWords(panel), label: 'score' },
      {
        head: html`<span class="unseen">Score on the scale</span>${axisFigures(axis)}`,
        className: 'plot',
        cell: (row) => strip(row, axis, best),
      },
      { head: 'Recommendation', className: 'after-plot', cell: recommendationCell },
      { head: 'Verdicts', className: 'after-plot', cell: verdictsCell },
      { head: 'Flags', className: 'after-plot', cell: flagsCell },
    ],
  });
  return [
    table,
    note(
      ranked.length > 1 ? basisInWords(basis, ranked, edition.rules) : undefined,
      nextInWords(ranked),
      ...missingSessions(ranked),
      ...unranked(ranked),
      STRONG_NO,
    ),
  ];
}

/** The one whose score is the highest, of those who have a place. */
function highest(ranked: readonly Ranked[]): Ranked | undefined {
  return ranked
    .filter(({ rank, panel }) => rank !== undefined && panel.exact !== undefined)
    .reduce<Ranked | undefined>(
      (best, row) =>
        best?.panel.exact && row.panel.exact && compareRational(best.panel.exact, row.panel.exact) >= 0 ? best : row,
      undefined,
    );
}

/** Why somebody has no place. */
function unranked(ranked: readonly Ranked[]): readonly string[] {
  return ranked.flatMap(({ rank, panel }) => {
    if (rank) return [];
    const [why] = panel.because;
    return [`${panel.shown} is not ranked: ${why?.text ?? 'nothing was rated'}.`];
  });
}
