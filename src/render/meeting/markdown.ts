import type { Meeting } from '../../core/meeting/meeting.js';
import { formatHundredths } from '../../core/numbers/decimal.js';
import { formatRational, type Rational } from '../../core/numbers/rational.js';
import { stopsFirst } from '../../core/panel/panel-flags.js';
import { isRated } from '../../core/rubric/scale.js';
import { minuteOf, timeOf } from '../../core/text/date.js';
import type { MarkdownText } from '../../core/text/safe-text.js';
import { editionInWords } from '../panel/panel-words.js';
import { basisInWords, sideInWords } from '../panel/ranking-words.js';
import { sessionsInWords } from '../panel/session-words.js';
import { code, joinMarkdown, type Markdown, markdownList, markdownTable, md } from '../text/markdown.js';
import { inWords, recommendationInWords, weightInWords } from '../text/words.js';
import {
  changedInWords,
  flagInWords,
  givenInWords,
  latecomersInWords,
  memberName,
  productInWords,
  shownName,
  stateInWords,
  verdictBy,
  verdictChangeInWords,
} from './words.js';

/** The panel of one candidate in GitHub's Markdown: the same parts, in the same order, as on its page. */
export function renderMeetingMarkdown(meeting: Meeting): MarkdownText {
  const { panel, isAfterTalk } = meeting;
  const about = [editionInWords(panel.edition), `${panel.members.length} in`, stateInWords(meeting)].join(', ');
  return joinMarkdown([
    md`# ${panel.shown}: ${panel.edition.title}\n\nPanel. ${about}.\n`,
    panel.sessions.length === 0 ? md`` : md`\n${sessionsInWords(panel)}\n`,
    isAfterTalk ? outcome(meeting) : md``,
    section(isAfterTalk ? 'What decides' : 'Talk about first', md`${flags(meeting)}${topics(meeting)}`),
    isAfterTalk ? section('Verdicts', verdicts(meeting)) : md``,
    section('Ratings', ratings(meeting)),
    isAfterTalk ? section('What the talk changed', changes(meeting)) : md``,
    ...evidence(meeting),
    isAfterTalk
      ? section(
          'What this can’t tell',
          md`${basisInWords(meeting.basis, [meeting], panel.edition.rules)} ${sideInWords(panel, meeting.standardError)}\n`,
        )
      : md``,
    section('Where it comes from', origin(meeting)),
  ]).text;
}

function section(title: string, text: Markdown): Markdown {
  return md`\n## ${title}\n\n${text}`;
}

function outcome({ panel, rated, possible }: Meeting): Markdown {
  const score = panel.hundredths === undefined ? '–' : formatHundredths(panel.hundredths);
  const word = recommendationInWords({ recommendation: panel.recommendation, borderline: panel.isBorderline });
  return md`\n**Score ${score}**, covered ${panel.coveragePercent}% (${rated} of ${possible} ratings). The rules say **${word}**.\n\n${markdownList(panel.because.map(({ text }) => text))}`;
}

function flags({ panel }: Meeting): Markdown {
  const severe = stopsFirst(panel.flags);
  return markdownList(
    severe.map((flag) => {
      const { head, text } = flagInWords(flag);
      const seen = flag.seen.flatMap(({ evidence }) => (evidence === undefined ? [] : [md`\n  - ${evidence}`]));
      return md`**${head}**: ${text}${seen}`;
    }),
  );
}

function topics(meeting: Meeting): Markdown {
  if (meeting.topics.length === 0) return md`No ratings differ.\n`;
  return markdownList(
    meeting.topics.map((topic) => {
      const sides = topic.sides.map(({ rating, members, anchor }) => {
        const who = members.map((at) => memberName(meeting, at)).join(', ');
        return md`\n  - **${rating}** ${who}${anchor === undefined ? '' : `: ${anchor}`}`;
      });
      return md`**${topic.row.dimension.name}**: ${productInWords(topic)}${sides}`;
    }),
  );
}

function verdicts(meeting: Meeting): Markdown {
  const rows = meeting.byVerdict.map((given) => {
    const { verdict } = given;
    return [verdictBy(meeting, given), verdict ? inWords(verdict.is) : '–', verdict?.reason ?? ''];
  });
  return markdownTable(['Interviewer', 'Verdict', 'Reason'], rows, []);
}

function ratings(meeting: Meeting): Markdown {
  const { rows, panel, isAfterTalk } = meeting;
  const isTrimmed = panel.edition.rules.pool === 'trimmed';
  const figure = (value: Rational | undefined, places: number) => (value ? formatRational(value, places) : '–');
  const names = panel.members.map((_member, at) => memberName(meeting, at));
  const head = [
    'Dimension',
    'Weight',
    ...names,
    ...(isAfterTalk ? ['Median', 'Mean', ...(isTrimmed ? ['Trimmed mean'] : [])] : []),
    'Range',
  ];
  const cells = rows.map(({ dimension, ratings: given, median, mean, trimmed, range, isApart }) => [
    isApart ? md`**${dimension.name}**` : dimension.name,
    weightInWords(dimension.weight),
    ...given.map(({ rating }) => (isRated(rating) ? String(rating) : rating === 'not-held' ? '' : inWords(rating))),
    ...(isAfterTalk ? [figure(median, 1), figure(mean, 2), ...(isTrimmed ? [figure(trimmed, 2)] : [])] : []),
    `${range ?? '–'}${isApart ? ' apart' : ''}`,
  ]);
  return markdownTable(head, cells, head.map((_name, at) => at).slice(1));
}

function changes(meeting: Meeting): Markdown {
  const items = meeting.changes.map(({ member, ratings: moved, verdicts: called, reasons }) => {
    const moves = moved.map(
      ({ at, from, to }) =>
        `${meeting.rows[at]?.dimension.name ?? ''} ${inWords(String(from))} → ${inWords(String(to))}`,
    );
    const calls = called.map(verdictChangeInWords);
    return md`**${memberName(meeting, member)}**: ${[...moves, ...calls].join('; ')}${reasons.length === 0 ? '' : ` (${reasons.join('; ')})`}`;
  });
  const late = latecomersInWords(meeting);
  return md`${changedInWords(meeting)}.\n${items.length === 0 ? '' : '\n'}${markdownList(items)}${late === '' ? md`` : md`\n${late}\n`}`;
}

function evidence(meeting: Meeting): readonly Markdown[] {
  return [
    md`\n## Evidence\n`,
    ...meeting.rows.map(({ dimension, ratings: given }) => {
      const items = given.flatMap((one, at) => {
        if (one.rating === 'not-held') return [];
        const notes = one.evidence.map(
          ({ text, at: time }) => md`\n  - ${text}${time === undefined ? '' : ` (${timeOf(time)})`}`,
        );
        return [md`**${memberName(meeting, at)}**: ${givenInWords(one)}${notes}`];
      });
      return md`\n### ${dimension.name}\n\n${markdownList(items)}`;
    }),
  ];
}

function origin({ panel }: Meeting): Markdown {
  const rows = panel.members.flatMap(({ shown, cards }) =>
    cards.map(({ id, source, digest, at }) => [
      shownName(shown),
      at === undefined ? '–' : minuteOf(at),
      id ?? source,
      digest === undefined ? '' : code(digest),
    ]),
  );
  return markdownTable(['Interviewer', 'Sealed', 'Scorecard', 'Digest'], rows, []);
}
