import type { PanelCard } from '../../core/panel/card.js';
import type {
  Comparison,
  Judgement,
  LeftOut,
  Rescoring,
  RescoringRemark,
  Turned,
} from '../../core/rescoring/rescore.js';
import { factOf } from '../../core/scoring/because.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { scoreInWords } from '../panel/panel-words.js';
import type { Page } from '../text/page.js';
import { type Column, renderTable } from '../text/table.js';
import { count, hang } from '../text/text.js';
import { inWords, recommendationInWords } from '../text/words.js';

/** A rescoring as it is shown: whether people are named, or known by their scorecards' digests alone. */
export interface ShownRescoring extends Rescoring {
  readonly isNamed: boolean;
}

/** What past recommendations would be: how many differ, which, and what could not be told. */
export function renderRescoring(rescoring: ShownRescoring, page: Page): TerminalText {
  const { scorecards, panels, ofSessions, leftOut, remarks, isNamed } = rescoring;
  const sessions =
    ofSessions === 0
      ? []
      : [
          say`${count(ofSessions, 'scorecard')} of one session ${ofSessions === 1 ? 'counts' : 'count'} in panels alone.`,
        ];
  const notes = [...sessions, ...leftOutInWords(leftOut), ...remarks.map(remarkInWords)];
  const part = (what: TerminalText, one: TerminalText, comparison: Comparison) => [
    ...hang(say``, comparisonInWords(what, comparison), page.width).map((line) => say`${line}\n`),
    ...(comparison.turned.length === 0 ? [] : [renderTable(comparison.turned, columnsOf(one, isNamed), page)]),
  ];
  return [
    ...part(say`${count(scorecards.total, 'past scorecard')}`, say`SCORECARD`, scorecards),
    say`\n`,
    ...part(say`${count(panels.total, 'panel')}`, say`PANEL`, panels),
    ...(notes.length === 0
      ? []
      : [say`\n`, ...notes.flatMap((note) => hang(say``, note, page.width)).map((line) => say`${line}\n`)]),
  ].join('');
}

/** `Of 42 past scorecards 3 would be recommended otherwise: yes → no (2), no → yes (1).` */
function comparisonInWords(what: TerminalText, { total, turned, counts }: Comparison): TerminalText {
  if (total === 0) return say`${what} to score again.`;
  if (turned.length === 0) return say`Of ${what} none would be recommended otherwise.`;
  const ways = counts.map(({ from, to, count: times }) => say`${inWords(from)} → ${inWords(to)} (${times})`);
  return say`Of ${what} ${turned.length} would be recommended otherwise: ${ways.join(', ')}.`;
}

function columnsOf(head: TerminalText, isNamed: boolean): readonly Column<Turned>[] {
  return [
    { head: say`FROM`, cell: ({ from }) => judgementInWords(from) },
    { head: say`TO`, cell: ({ to }) => judgementInWords(to) },
    ...(isNamed ? [{ head: say`CANDIDATE`, cell: ({ candidate }: Turned) => clean(candidate), shrinkTo: 12 }] : []),
    { head: say`BY`, cell: freshReasons, drop: 1, shrinkTo: 12 },
    { head, cell: ({ cards }) => digestsOf(cards) },
  ];
}

/** What acts by the later rubric alone; where nothing does, the score has another band. */
function freshReasons({ from, to }: Turned): TerminalText {
  const earlier = new Set(from.because.map(factOf));
  const fresh = to.because.filter((reason) => reason.rule !== 'borderline' && !earlier.has(factOf(reason)));
  return fresh.length === 0 ? say`score` : fresh.map((reason) => clean(factOf(reason))).join(', ');
}

function judgementInWords({ recommendation, isBorderline, hundredths }: Judgement): TerminalText {
  return say`${scoreInWords({ hundredths })} ${recommendationInWords({ recommendation, borderline: isBorderline })}`;
}

/** The digest of the first, and how many there are beside it. */
function digestsOf([first, ...others]: readonly PanelCard[]): TerminalText {
  if (!first) return say``;
  return others.length === 0 ? shortDigest(first) : say`${shortDigest(first)} +${others.length}`;
}

/** Enough of a digest to find it by; a row of a batch has none. */
function shortDigest({ digest, line }: PanelCard): TerminalText {
  return digest === undefined ? say`line ${line ?? 0}` : clean(digest.replace(/^sha256:/, '').slice(0, 12));
}

const WHY: Readonly<Record<LeftOut['why'], TerminalText>> = {
  scale: say`of another scale`,
  variant: say`of a variant that is not in it`,
  dimensions: say`with none of its dimensions rated`,
};

function leftOutInWords(leftOut: readonly LeftOut[]): readonly TerminalText[] {
  return (['before', 'after'] as const).flatMap((by) =>
    (['scale', 'variant', 'dimensions'] as const).flatMap((why) => {
      const times = leftOut.filter((one) => one.by === by && one.why === why).length;
      return times === 0 ? [] : [say`Not scored again by the rubric ${by}: ${count(times, 'scorecard')} ${WHY[why]}.`];
    }),
  );
}

function remarkInWords({ what, id, count: times, by }: RescoringRemark): TerminalText {
  const rubric = by === 'both' ? say`both rubrics` : say`the rubric ${by}`;
  const cards = count(times, 'scorecard');
  switch (what) {
    case 'unrated':
      return say`${cards} without ${clean(id)}, which ${rubric} ${by === 'both' ? 'have' : 'has'}: not assessed there.`;
    case 'dropped':
      return say`${cards} with a rating of ${clean(id)}, which ${by === 'both' ? say`neither rubric has` : say`${rubric} lacks`}: left out.`;
    case 'flag':
      return say`${cards} with the red flag ${clean(id)}, which ${by === 'both' ? say`neither rubric has` : say`${rubric} lacks`}: it does not act.`;
  }
}

/** As data; without names, a scorecard's id too, since it is made of them. */
export function rescoringJson({ scorecards, panels, ofSessions, leftOut, remarks, isNamed }: ShownRescoring): object {
  const known = ({ digest, id, line }: PanelCard) => ({
    digest: digest ?? null,
    ...(digest === undefined && line !== undefined ? { line } : {}),
    ...(isNamed && id !== undefined ? { id } : {}),
  });
  const judged = ({ recommendation, isBorderline, hundredths, because }: Judgement) => ({
    recommendation,
    ...(isBorderline ? { borderline: true } : {}),
    ...(hundredths === undefined ? {} : { score: hundredths / 100 }),
    because: because.map(({ text: _, ...fact }) => fact),
  });
  const compared = ({ total, counts, turned }: Comparison) => ({
    total,
    counts,
    turned: turned.map(({ cards, candidate, from, to }) => ({
      ...(isNamed ? { candidate } : {}),
      scorecards: cards.map(known),
      from: judged(from),
      to: judged(to),
    })),
  });
  return {
    scorecards: compared(scorecards),
    panels: compared(panels),
    ofSessions,
    leftOut: leftOut.map(({ card, why, by }) => ({ ...known(card), why, by })),
    remarks,
  };
}
