import type { GroupResult, SetResult } from '../../core/impact/analyse.js';
import { dayInWords } from '../../core/text/date.js';
import { type Block, type Document, list, paragraph, type Section } from '../document/document.js';
import { reportNotes, setSentences } from './sentences.js';
import {
  type ImpactReport,
  percentInWords,
  probabilityInWords,
  ratioIntervalInWords,
  ratioInWords,
  setTitle,
  shareIntervalInWords,
  standingInWords,
} from './words.js';

/** The report: for each set of groups what its counts say, then the table. */
export function impactDocument(report: ImpactReport, { hasDetails }: { readonly hasDetails: boolean }): Document {
  const { sets, source, day, facts } = report;
  return {
    title: reportTitle(report),
    sections: [
      { title: '', level: 2, blocks: [paragraph(`${dayInWords(day)} · ${source}`)] },
      ...sets.map(
        (set): Section => ({
          title: setTitle(set),
          level: 2,
          blocks: [...list(setSentences(set, report)), ratesTable(set, report), ...(hasDetails ? details(set) : [])],
        }),
      ),
      {
        title: "What this can and can't tell",
        level: 2,
        blocks: list([...(hasDetails ? [HOW_COMPUTED] : []), ...facts, ...reportNotes(report)]),
      },
    ],
  };
}

export function reportTitle({ isScoring, form }: ImpactReport): string {
  const what = isScoring ? 'Scoring rates by group' : 'Selection rates by group';
  return form === 'local-law-144' ? `${what}, as New York City's Local Law 144 has them` : what;
}

function ratesTable({ groups }: SetResult, { isScoring, form }: ImpactReport): Block {
  const hasTests = form === 'uniform-guidelines';
  const row = (group: GroupResult) => [
    group.name,
    `${group.applicants}`,
    `${group.selected}`,
    group.rate ? percentInWords(group.rate) : '',
    group.comparison ? ratioInWords(group.comparison.ratio) : '',
    ...(hasTests ? [testOf(group)] : []),
    standingInWords(group),
  ];
  return {
    type: 'table',
    head: ['GROUP', 'APPLIED', isScoring ? 'ABOVE' : 'SELECTED', 'RATE', 'RATIO', ...(hasTests ? ['P'] : []), 'NOTE'],
    rows: groups.map(row),
    right: hasTests ? [1, 2, 3, 4, 5] : [1, 2, 3, 4],
  };
}

/** The probability of the test that was used. */
export function testOf({ comparison }: GroupResult): string {
  const p = comparison?.tests?.fisher?.twoSided ?? comparison?.tests?.z?.p;
  return p === undefined ? '' : probabilityInWords(p).replace('below ', '<');
}

const HOW_COMPUTED =
  "Intervals are Wilson's of a rate, and that of Katz for a ratio. P is Fisher's, two-sided; one-sided: so few of the group or fewer. Z are standard deviations by the pooled rate.";

function details({ groups }: SetResult): readonly Block[] {
  const rows = groups.map((group) => {
    const { comparison } = group;
    const tests = comparison?.tests;
    return [
      group.name,
      shareIntervalInWords(group.interval),
      ratioIntervalInWords(comparison?.interval),
      tests?.fisher ? probabilityInWords(tests.fisher.less) : '',
      tests?.z ? tests.z.z.toFixed(2) : '',
      tests?.shortfall ? `${tests.shortfall.fourFifths}, ${tests.shortfall.parity}` : '',
    ];
  });
  const head = ['GROUP', 'RATE 95%', 'RATIO 95%', 'P ONE-SIDED', 'Z', 'SHORT OF 4/5, PARITY'];
  return [{ type: 'table', head, rows, right: [1, 2, 3, 4, 5] }];
}
