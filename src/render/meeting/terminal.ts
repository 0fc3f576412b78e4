import type { Meeting } from '../../core/meeting/meeting.js';
import type { RatingRow } from '../../core/meeting/rating-rows.js';
import { formatHundredths } from '../../core/numbers/decimal.js';
import { formatRational } from '../../core/numbers/rational.js';
import { stopsFirst } from '../../core/panel/panel-flags.js';
import { isRated } from '../../core/rubric/scale.js';
import { timeOf } from '../../core/text/date.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { ABSENT, editionInWords } from '../panel/panel-words.js';
import { basisInWords, sideInWords } from '../panel/ranking-words.js';
import { sessionsInWords } from '../panel/session-words.js';
import { type Page, textWidth } from '../text/page.js';
import { type Column, renderTable } from '../text/table.js';
import { hang, wrap } from '../text/text.js';
import { inWords, recommendationInWords, weightInWords } from '../text/words.js';
import {
  changedInWords,
  flagInWords,
  givenInWords,
  latecomersInWords,
  lettersOf,
  memberName,
  productInWords,
  stateInWords,
  strips,
  verdictBy,
  verdictChangeInWords,
} from './words.js';

/** The panel of one candidate in a terminal: the same parts, in the same order, as on its page. */
export function renderMeetingTable(meeting: Meeting, page: Page): TerminalText {
  const parts = meeting.isAfterTalk
    ? [headOf, outcomeOf, topicsOf, verdictsOf, ratingsOf, changesOf, evidenceOf, limitsOf]
    : [headOf, topicsOf, ratingsOf, evidenceOf];
  return parts
    .map((part) => part(meeting, page))
    .filter((text) => text !== '')
    .join('\n');
}

function headOf(meeting: Meeting, { style, width }: Page): TerminalText {
  const { panel } = meeting;
  const title = say`${clean(panel.shown)}, ${clean(panel.edition.title)}`;
  const about = say`${editionInWords(panel.edition)} · ${panel.members.length} in · ${clean(stateInWords(meeting))}`;
  const people = lettersOf(panel.members)
    .map((letter, at) => say`${letter} ${clean(memberName(meeting, at))}`)
    .join(say`   `);
  return [
    ...wrap(title, width).map((line) => say`${style.title(line)}\n`),
    ...wrap(about, width).map((line) => say`${style.dim(line)}\n`),
    ...wrap(people, width).map((line) => say`${line}\n`),
    ...wrap(sessionsInWords(panel), width).map((line) => (line === '' ? say`` : say`${line}\n`)),
  ].join('');
}

function heading(text: TerminalText, { style }: Page): TerminalText {
  return say`${style.strong(text)}\n`;
}

function paragraph(first: TerminalText, text: TerminalText, page: Page): TerminalText {
  return hang(first, text, textWidth(page))
    .map((line) => say`${line}\n`)
    .join('');
}

function outcomeOf(meeting: Meeting, page: Page): TerminalText {
  const { panel, rated, possible } = meeting;
  const score = panel.hundredths === undefined ? say`–` : say`${formatHundredths(panel.hundredths)}`;
  const word = recommendationInWords({ recommendation: panel.recommendation, borderline: panel.isBorderline });
  const line = say`Score ${score}, covered ${panel.coveragePercent}% (${rated} of ${possible} ratings): the rules say ${page.style.strong(word)}.`;
  return [
    ...wrap(line, textWidth(page)).map((one) => say`${one}\n`),
    ...panel.because.map(({ text }) => paragraph(say`- `, clean(text), page)),
  ].join('');
}

function topicsOf(meeting: Meeting, page: Page): TerminalText {
  const { panel, topics, isAfterTalk } = meeting;
  const flags = stopsFirst(panel.flags);
  const lines = [
    ...flags.flatMap((flag) => {
      const { head, text } = flagInWords(flag);
      const seen = flag.seen.map(({ evidence }) => evidence).filter((evidence) => evidence !== undefined);
      return [
        paragraph(say`⚑ `, say`${clean(head)}: ${clean(text)}`, page),
        ...seen.map((evidence) => paragraph(say`    `, clean(evidence), page)),
      ];
    }),
    ...topics.flatMap((topic) => {
      const ends = topic.sides.length > 1 ? [topic.sides[0], topic.sides.at(-1)] : topic.sides;
      return [
        paragraph(say``, say`${clean(topic.row.dimension.name)}: ${productInWords(topic)}`, page),
        ...ends.flatMap((side) => {
          if (!side) return [];
          const who = side.members.map((at) => clean(memberName(meeting, at))).join(', ');
          return [
            paragraph(
              say`  ${side.rating}  `,
              say`${who}${side.anchor === undefined ? say`` : say`: ${clean(side.anchor)}`}`,
              page,
            ),
          ];
        }),
      ];
    }),
    ...(topics.length === 0 ? [say`No ratings differ.\n`] : []),
  ];
  return say`${heading(isAfterTalk ? say`What decides` : say`Talk about first`, page)}${lines.join('')}`;
}

function verdictsOf(meeting: Meeting, page: Page): TerminalText {
  const lines = meeting.byVerdict.map((given) => {
    const { verdict } = given;
    const who = clean(verdictBy(meeting, given));
    if (!verdict) return paragraph(say`  `, say`${who}: no verdict`, page);
    const why = verdict.reason === undefined ? say`no reason was given` : clean(verdict.reason);
    return paragraph(say`  `, say`${who}: ${page.style.strong(inWords(verdict.is))}. ${why}`, page);
  });
  return say`${heading(say`Verdicts`, page)}${lines.join('')}`;
}

/** What was in no session of an interviewer is no gap of theirs. */
const UNRATED = { 'not-assessed': ABSENT, 'not-applicable': say`-`, 'not-held': say`` } as const;

const TRIMMED: Column<RatingRow> = {
  head: say`TRIMMED`,
  cell: ({ trimmed }) => (trimmed ? say`${formatRational(trimmed, 2)}` : say`–`),
  align: 'right',
};

function ratingsOf(meeting: Meeting, page: Page): TerminalText {
  const { rows, panel, isAfterTalk } = meeting;
  const { min, max } = panel.edition.scale;
  const standing = strips(meeting);
  const figures: readonly Column<RatingRow>[] = isAfterTalk
    ? [
        {
          head: say`MEDIAN`,
          cell: ({ median }) => (median ? say`${formatRational(median, 1)}` : say`–`),
          align: 'right',
          drop: 2,
        },
        {
          head: say`MEAN`,
          cell: ({ mean }) => (mean ? say`${formatRational(mean, 2)}` : say`–`),
          align: 'right',
          drop: 1,
        },
        ...(panel.edition.rules.pool === 'trimmed' ? [TRIMMED] : []),
      ]
    : [];
  const columns: readonly Column<RatingRow>[] = [
    {
      head: say`DIMENSION`,
      cell: ({ dimension }) => clean(dimension.name),
      shrinkTo: 14,
      paint: (cell, { isApart }) => (isApart ? page.style.strong(cell) : cell),
    },
    { head: say`WEIGHT`, cell: ({ dimension }) => weightInWords(dimension.weight), align: 'right', drop: 3 },
    { head: say`${min} TO ${max}`, cell: (row) => standing[rows.indexOf(row)] ?? say`` },
    ...lettersOf(panel.members).map(
      (letter, at): Column<RatingRow> => ({
        head: letter,
        cell: ({ ratings }) => {
          const rating = ratings[at]?.rating ?? 'not-held';
          return isRated(rating) ? say`${rating}` : UNRATED[rating];
        },
        align: 'right',
        drop: 10,
      }),
    ),
    ...figures,
    { head: say`RANGE`, cell: ({ range, isApart }) => say`${range ?? say`–`}${isApart ? say` apart` : say``}` },
  ];
  const unrated = rows.flatMap(({ dimension, ratings }) =>
    ratings.flatMap((given, at) =>
      isRated(given.rating) || given.reason === undefined
        ? []
        : [
            paragraph(
              say``,
              say`${clean(dimension.name)}, ${clean(memberName(meeting, at))}: ${clean(givenInWords(given))}`,
              page,
            ),
          ],
    ),
  );
  return [heading(say`Ratings`, page), renderTable(rows, columns, page), ...unrated].join('');
}

function changesOf(meeting: Meeting, page: Page): TerminalText {
  const { changes, rows } = meeting;
  const lines = changes.flatMap(({ member, ratings, verdicts, reasons }) => {
    const moves = ratings.map(
      ({ at, from, to }) =>
        say`${clean(rows[at]?.dimension.name ?? '')} ${inWords(String(from))} → ${inWords(String(to))}`,
    );
    const calls = verdicts.map(verdictChangeInWords);
    const why = reasons.length === 0 ? say`` : say` (${clean(reasons.join('; '))})`;
    return [
      paragraph(say`  `, say`${clean(memberName(meeting, member))}: ${[...moves, ...calls].join('; ')}${why}`, page),
    ];
  });
  return [
    heading(say`What the talk changed`, page),
    paragraph(say``, say`${changedInWords(meeting)}.`, page),
    ...lines,
    ...(meeting.latecomers.length === 0 ? [] : [paragraph(say``, clean(latecomersInWords(meeting)), page)]),
  ].join('');
}

function evidenceOf(meeting: Meeting, page: Page): TerminalText {
  const blocks = meeting.rows.map(({ dimension, ratings }) => {
    const lines = ratings.flatMap((given, at) => {
      if (given.rating === 'not-held') return [];
      const who = say`  ${clean(memberName(meeting, at))}, ${clean(givenInWords(given))}`;
      const notes = given.evidence.map(({ text, at: time }) =>
        paragraph(say`    ${time === undefined ? say`` : say`${clean(timeOf(time))} `}`, clean(text), page),
      );
      return [paragraph(say``, who, page), ...notes];
    });
    return lines.length === 0 ? say`` : say`${page.style.strong(clean(dimension.name))}\n${lines.join('')}`;
  });
  return say`${heading(say`Evidence`, page)}${blocks.join('')}`;
}

function limitsOf({ panel, basis, standardError }: Meeting, page: Page): TerminalText {
  if (panel.members.length === 0) return say``;
  const error = basisInWords(basis, [{ standardError }], panel.edition.rules);
  return paragraph(say``, [error, sideInWords(panel, standardError)].filter(Boolean).join(' '), page);
}
