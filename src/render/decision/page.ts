import type { DecisionRecord } from '../../core/decision/decision.js';
import { isRated } from '../../core/rubric/scale.js';
import { timeOf } from '../../core/text/date.js';
import type { HtmlText } from '../../core/text/safe-text.js';
import { numberInWords } from '../../core/text/wording.js';
import { markKey, markStyle } from '../packet/charts/marks.js';
import { capitalise } from '../packet/list-words.js';
import { type Fact, factList, name, note, packetPage, part, unbroken } from '../packet/page/frame.js';
import { type PageColumn, pageTable } from '../packet/page/table.js';
import { absent } from '../packet/points-table.js';
import { html, type SafeHtml } from '../text/html.js';
import { count } from '../text/text.js';
import { inWords, weightInWords } from '../text/words.js';
import { unratedInWords } from './document.js';
import {
  agreementInWords,
  decisionInWords,
  editionThen,
  intervalInWords,
  interviewersOf,
  missingInWords,
  recommendedInWords,
  recordedInWords,
  scoreInWords,
  sealedInWords,
  shownNames,
  takenInWords,
  verdictsInWords,
} from './words.js';

/** A decision as a page of one sheet: what was decided and why, and all that was known then. */
export function renderDecisionHtml(record: DecisionRecord, altered: string | undefined): HtmlText {
  const { candidate, rubric, decision } = record;
  return packetPage({
    kind: `Decision · ${rubric.title}`,
    heading: candidate.name,
    title: `Decision: ${candidate.name}, ${inWords(decision)}`,
    about: takenInWords(record),
    isSheet: true,
    body: [
      altered === undefined
        ? undefined
        : html`<div class="stop"><p><strong>Not as sealed:</strong> ${altered}</p></div>`,
      ...decided(record),
      factList(facts(record)),
      part('What was known', ...known(record)),
      part('What it rests on', ...resting(record)),
    ],
  });
}

function decided(record: DecisionRecord): readonly SafeHtml[] {
  const { why, differs, followUp, replaces } = record;
  return [
    html`
<p class="decided">${decisionInWords(record)}</p>
<p>${why}</p>`,
    ...(differs === undefined
      ? []
      : [
          html`<p><strong>It differs from the recommendation, <em>${inWords(differs.from)}</em>:</strong> ${differs.why}</p>`,
        ]),
    ...(followUp === undefined ? [] : [html`<p><strong>To be done:</strong> ${followUp}</p>`]),
    ...(replaces === undefined
      ? []
      : [
          html`<p><strong>In place of an earlier decision</strong> (${shortDigest(replaces.digest)}): ${replaces.why}</p>`,
        ]),
    html`<p class="about">${capitalise(recordedInWords(record))}</p>`,
  ];
}

function facts(record: DecisionRecord): readonly Fact[] {
  const { panel, redFlags, dimensions } = record;
  const stops = redFlags.filter(({ severity }) => severity === 'stop').length;
  const { decided: calls, undecided } = verdictsInWords(record);
  const below = [stops > 0 ? `capped by ${count(stops, 'stop flag')}` : undefined, agreementInWords(record)];
  const rated = dimensions.flatMap(({ ratings }) => ratings).filter(({ rating }) => isRated(rating)).length;
  return [
    {
      label: 'Recommendation then',
      value: recommendedInWords(record),
      below: below.filter((words) => words !== undefined).join('; ') || undefined,
    },
    { label: 'Score then', value: scoreInWords(record), below: intervalInWords(record) },
    {
      label: 'Verdicts then',
      value: calls.length === 0 ? '–' : unbroken(calls),
      below: undecided.length === 0 ? undefined : undecided.join(', '),
    },
    { label: 'Coverage then', value: `${panel.coverage}%`, below: count(rated, 'rating') },
  ];
}

function known(record: DecisionRecord): readonly (SafeHtml | undefined)[] {
  const stopsFirst = [...record.redFlags].sort((a, b) => Number(b.severity === 'stop') - Number(a.severity === 'stop'));
  return [
    ...missingInWords(record).map((words) => html`<p>${words}</p>`),
    ...stopsFirst.map((flag) => flagBlock(flag, record)),
    ratingsTable(record),
    note(...unratedInWords(record).map((words) => `${words}.`)),
  ];
}

/** An interviewer of the ratings, by mark and name. */
function marked(at: number, people: readonly string[]): SafeHtml {
  return html`<span class="whole">${markKey(markStyle(at, people.length))}${name(people[at] ?? '')}</span>`;
}

function flagBlock({ flag, severity, seen }: DecisionRecord['redFlags'][number], record: DecisionRecord): SafeHtml {
  const people = interviewersOf(record);
  const by = seen.map(({ interviewer, evidence = [] }) => {
    const at = record.dimensions[0]?.ratings.findIndex(
      (one) => one.interviewer?.name === interviewer?.name && one.interviewer?.id === interviewer?.id,
    );
    const who = at === undefined || at < 0 ? name(shownNames([interviewer])[0] ?? '') : marked(at, people);
    const when = evidence.find((one) => one.at !== undefined)?.at;
    const told =
      evidence.length === 0
        ? html`<p class="muted">No evidence was noted.</p>`
        : html`${evidence.map(({ text }) => html`<p><em>${text}</em></p>`)}`;
    return html`<p><strong>${severity === 'stop' ? 'Stop flag' : 'Concern'}, seen by ${who}${when === undefined ? '' : ` at ${timeOf(when)}`}</strong></p>${told}`;
  });
  const caps =
    severity === 'stop' ? html`<p class="muted">A stop flag caps the recommendation at <em>no</em>.</p>` : undefined;
  return html`
<div class="stop">${by}<p>${flag}</p>${caps}</div>`;
}

type Row = DecisionRecord['dimensions'][number];

function ratingsTable(record: DecisionRecord): SafeHtml {
  const { scale } = record.rubric;
  const people = interviewersOf(record);
  const bar = scale.bar === undefined ? '' : `, bar ${scale.bar}`;
  const given = people.map(
    (who, at): PageColumn<Row> => ({
      head: html`<span class="member">${name(who)}</span>${markKey(markStyle(at, people.length))}`,
      className: 'member-rating',
      cell: ({ ratings }) => {
        const rating = ratings[at]?.rating ?? 'not-held';
        const key = html`<span class="narrow-key">${markKey(markStyle(at, people.length))}</span>`;
        return html`${key}${isRated(rating) ? rating : absent(rating)}`;
      },
    }),
  );
  return pageTable({
    className: 'ratings bare whole-table',
    name: 'Ratings',
    caption: `Ratings when it was decided. Scale ${scale.min} to ${scale.max}${bar}.`,
    rows: record.dimensions,
    rowClass: ({ apart }) => (apart ? 'apart' : ''),
    columns: [
      { head: 'Dimension', className: 'dimension', cell: ({ name: title }) => title, isRowHeader: true },
      { head: 'Weight', className: 'number weight', cell: ({ weight }) => weightInWords(weight) },
      ...given,
      { head: 'Median', className: 'number', label: 'median', cell: ({ median }) => median?.toFixed(1) ?? '–' },
      { head: 'Mean', className: 'number', label: 'mean', cell: ({ mean }) => mean?.toFixed(2) ?? '–' },
      {
        head: 'Range',
        className: 'number line',
        label: 'range',
        cell: ({ range, apart }) => html`${range ?? '–'}${apart ? html` <strong>apart</strong>` : undefined}`,
      },
    ],
  });
}

function resting(record: DecisionRecord): readonly (SafeHtml | undefined)[] {
  const { scorecards, digest, program } = record;
  const names = shownNames(scorecards.map(({ interviewer }) => interviewer));
  const table = pageTable({
    className: 'origin top whole-table',
    name: 'What it rests on',
    caption: html`${capitalise(numberInWords(scorecards.length))} ${scorecards.length === 1 ? 'scorecard' : 'scorecards'}, by digest. Anybody can check them with <span class="digest">scorecard verify</span>.`,
    rows: scorecards.map((card, at) => ({ card, who: names[at] ?? '' })),
    columns: [
      { head: 'Interviewer', className: 'by', cell: ({ who }) => name(who), isRowHeader: true },
      { head: 'Digest', className: 'line', cell: ({ card }) => shortDigest(card.digest) },
      {
        head: 'Verdict',
        className: 'line',
        label: 'verdict',
        cell: ({ card }) => (card.verdict ? inWords(card.verdict.is) : '–'),
      },
      { head: 'Score', className: 'number', label: 'score', cell: ({ card }) => card.score?.toFixed(2) ?? '–' },
      { head: 'Sealed', label: 'sealed', cell: ({ card }) => sealedInWords(card) },
    ],
  });
  const made = program === undefined ? '' : `, by ${program.name} ${program.version}`;
  return [
    table,
    note(
      html`This record: ${shortDigest(digest)}${made}. Rubric ${editionThen(record)}. A scorecard advises; people decide.`,
    ),
  ];
}

/** The beginning of a digest, which is enough to find it by. */
function shortDigest(digest: string | undefined): SafeHtml {
  if (digest === undefined) return html`–`;
  const groups =
    digest
      .replace(/^sha256:/, '')
      .slice(0, 16)
      .match(/.{1,4}/g) ?? [];
  return html`<span class="digest">${groups.map((group) => html`<span>${group}</span>`)}</span>`;
}
