import type { GroupResult, SetResult } from '../../core/impact/analyse.js';
import { dayInWords } from '../../core/text/date.js';
import type { HtmlText } from '../../core/text/safe-text.js';
import { reportTitle, testOf } from '../impact/document.js';
import { reportNotes, setSentences } from '../impact/sentences.js';
import { type ImpactReport, percentInWords, ratioInWords, setTitle, standingInWords } from '../impact/words.js';
import { html, type SafeHtml } from '../text/html.js';
import { rateAxis, rateFigures, rateStrip } from './charts/rate-strip.js';
import { name, packetPage, part } from './page/frame.js';
import { pageTable } from './page/table.js';

/** Selection rates by group as a page: what the counts say, each with its rates below. */
export function renderImpactHtml(report: ImpactReport): HtmlText {
  const { sets, day, source, facts } = report;
  const title = reportTitle(report);
  return packetPage({
    kind: 'Counts by group',
    heading: title,
    title,
    about: [dayInWords(day), source],
    body: [
      ...sets.map((set) => part(setTitle(set), sentences(setSentences(set, report)), ratesTable(set, report))),
      part('What this can and can’t tell', sentences([...facts, ...reportNotes(report)])),
    ],
  });
}

function sentences(texts: readonly string[]): SafeHtml {
  return html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}

function ratesTable(set: SetResult, { isScoring, form }: ImpactReport): SafeHtml {
  const axis = rateAxis(set);
  const hasTests = form === 'uniform-guidelines';
  const limit = hasTests && set.reference ? ' Dashed: four fifths of the highest rate.' : '';
  return pageTable<GroupResult>({
    className: 'strips',
    name: setTitle(set),
    caption: `Each dot is a rate, its line 95%.${limit}`,
    rows: set.groups,
    columns: [
      { head: 'Group', className: 'who', cell: (group) => name(group.name), isRowHeader: true },
      { head: 'Applied', className: 'number', cell: ({ applicants }) => `${applicants}`, label: 'applied' },
      {
        head: isScoring ? 'Above median' : 'Selected',
        className: 'number',
        cell: ({ selected }) => `${selected}`,
        label: isScoring ? 'above median' : 'selected',
      },
      {
        head: 'Rate',
        className: 'number bold',
        cell: ({ rate }) => (rate ? percentInWords(rate) : '–'),
        label: 'rate',
      },
      {
        head: html`<span class="unseen">Rate with its interval</span>${rateFigures(axis)}`,
        className: 'plot',
        cell: (group) => rateStrip(group, axis, hasTests ? set.reference : undefined),
      },
      {
        head: 'Ratio',
        className: 'number after-plot',
        cell: ({ comparison }) => (comparison ? ratioInWords(comparison.ratio) : '–'),
        label: 'ratio',
      },
      ...(hasTests
        ? [
            {
              head: 'p',
              className: 'number after-plot',
              cell: (group: GroupResult) => testOf(group) || '–',
              label: 'p',
            },
          ]
        : []),
      { head: html`<span class="unseen">Standing</span>`, className: 'after-plot muted', cell: standingInWords },
    ],
  });
}
