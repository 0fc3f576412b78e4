import type { Meeting } from '../../core/meeting/meeting.js';
import { formatHundredths } from '../../core/numbers/decimal.js';
import { formatRational } from '../../core/numbers/rational.js';
import type { MemberVerdict } from '../../core/panel/member.js';
import { VERDICTS_BEST_FIRST, verdictDiffers } from '../../core/scoring/verdict.js';
import { DEVIATE } from '../../core/stats/rank-range.js';
import type { HtmlText } from '../../core/text/safe-text.js';
import { changedInWords, latecomersInWords, memberName } from '../meeting/words.js';
import { editionInWords } from '../panel/panel-words.js';
import { basisInWords, sideInWords } from '../panel/ranking-words.js';
import { sessionsInWords } from '../panel/session-words.js';
import { html, type SafeHtml } from '../text/html.js';
import { count } from '../text/text.js';
import { inWords } from '../text/words.js';
import { onScale } from './charts/scale-axis.js';
import { slope } from './charts/slope.js';
import { evidenceTables } from './evidence-tables.js';
import { listInWords } from './list-words.js';
import { originPart } from './origin.js';
import { type Fact, factList, lead, name, note, packetPage, part, unbroken } from './page/frame.js';
import { pageTable } from './page/table.js';
import { ratingsTables } from './ratings-table.js';
import { rulesSay } from './rules-say.js';
import { person, subjectBlocks } from './subject-blocks.js';

/**
 * The packet of a decision meeting. Before the talk it opens with what to talk about and shows nothing that anchors;
 * after it, it opens with what the rules say and what decides.
 */
export function renderPanelHtml(meeting: Meeting): HtmlText {
  const { panel, isAfterTalk, talkedOn } = meeting;
  return packetPage({
    kind: `Panel · ${panel.edition.title}`,
    heading: panel.shown,
    title: `Panel: ${panel.shown}`,
    about: [
      editionInWords(panel.edition),
      `${count(panel.members.length, 'interviewer')} in`,
      ...(panel.sessions.length === 0 ? [] : [sessionsInWords(panel)]),
      isAfterTalk ? `after the talk${talkedOn === undefined ? '' : `, ${talkedOn}`}` : 'before the talk',
    ],
    body: isAfterTalk ? afterTalk(meeting) : beforeTalk(meeting),
  });
}

function beforeTalk(meeting: Meeting): readonly (SafeHtml | undefined)[] {
  return [
    part('Talk about first', ...subjectBlocks(meeting)),
    part('Ratings', ...ratingsTables(meeting)),
    part('Evidence', ...evidenceTables(meeting)),
    limits(meeting),
    originPart([meeting.panel]),
  ];
}

function afterTalk(meeting: Meeting): readonly (SafeHtml | undefined)[] {
  return [
    lead(leadOf(meeting)),
    factList(facts(meeting)),
    part('What decides', reasons(meeting), ...subjectBlocks(meeting)),
    part('Verdicts', verdictsTable(meeting)),
    part('Ratings', ...ratingsTables(meeting)),
    part('What the talk changed', ...changed(meeting)),
    part('Evidence', ...evidenceTables(meeting)),
    limits(meeting),
    originPart([meeting.panel]),
  ];
}

function leadOf({ panel }: Meeting): SafeHtml {
  const { recommendation, isBorderline, because, exact, hundredths, edition } = panel;
  return rulesSay({
    ...{ recommendation, isBorderline, because, exact, hundredths },
    bands: edition.rules.bands,
    nameOf: (id) => edition.dimensions.find((dimension) => dimension.id === id)?.name ?? id,
  });
}

function facts(meeting: Meeting): readonly Fact[] {
  const { panel, standardError, rated, possible } = meeting;
  const { scale } = panel.edition;
  const stops = panel.flags.filter(({ severity }) => severity === 'stop').length;
  const interval =
    panel.value === undefined || standardError === undefined
      ? ''
      : ` · 95%: ${onScale(panel.value - DEVIATE * standardError, scale).toFixed(2)} to ${onScale(panel.value + DEVIATE * standardError, scale).toFixed(2)}`;
  const decided = VERDICTS_BEST_FIRST.filter((word) => word !== 'no-decision').flatMap((word) =>
    verdictCount(meeting, word),
  );
  const undecided = verdictCount(meeting, 'no-decision');
  return [
    {
      label: 'Recommendation',
      value: inWords(panel.recommendation),
      below: stops > 0 ? `capped by ${count(stops, 'stop flag')}` : panel.isBorderline ? 'borderline' : undefined,
    },
    {
      label: 'Score',
      value: panel.hundredths === undefined ? '–' : formatHundredths(panel.hundredths),
      below: `on a scale to ${scale.max}${interval}`,
    },
    {
      label: 'Verdicts',
      value: decided.length === 0 ? '–' : unbroken(decided),
      below: undecided.length === 0 ? undefined : undecided.join(', '),
    },
    { label: 'Coverage', value: `${panel.coveragePercent}%`, below: `${rated} of ${possible} rated` },
  ];
}

function verdictCount({ panel: { members } }: Meeting, word: string): readonly string[] {
  const times = members.filter(({ verdicts }) => verdicts.some(({ is }) => is === word)).length;
  return times === 0 ? [] : [`${times} ${inWords(word)}`];
}

function reasons({ panel }: Meeting): SafeHtml {
  return html`<ul>${panel.because.map(({ text }) => html`<li>${text}</li>`)}</ul>`;
}

function verdictsTable(meeting: Meeting): SafeHtml {
  const { panel, byVerdict } = meeting;
  return pageTable({
    className: 'verdicts whole-table',
    name: 'Verdicts',
    caption: 'Each interviewer’s own call. A strong no is not a no.',
    rows: byVerdict,
    columns: [
      { head: 'Interviewer', className: 'by', cell: (given) => whose(given, meeting), isRowHeader: true },
      {
        head: 'Verdict',
        className: 'line',
        cell: ({ member, verdict }) => {
          if (!verdict) return '–';
          const { session, is } = verdict;
          const word = inWords(is);
          const earlier = meeting.changes
            .find((change) => change.member === member)
            ?.verdicts.find((change) => change.session === session);
          const was =
            earlier === undefined
              ? undefined
              : html` <span class="muted">(was ${earlier.from === undefined ? 'none' : inWords(earlier.from)})</span>`;
          // On one session it is a call on what was heard there, and differs from nothing.
          const differs =
            session === undefined && verdictDiffers(is, panel.recommendation)
              ? html` <span class="muted">(differs)</span>`
              : undefined;
          return html`${is === 'strong-no' ? html`<strong>${word}</strong>` : word}${was}${differs}`;
        },
      },
      {
        head: 'Reason',
        className: 'quote',
        cell: ({ verdict }) => verdict?.reason ?? html`<span class="muted">none was given</span>`,
      },
    ],
  });
}

function whose({ member, verdict }: MemberVerdict, meeting: Meeting): SafeHtml {
  const session = verdict?.session;
  return html`${person(meeting, member)}${session === undefined ? undefined : html` <span class="muted">${session}</span>`}`;
}

function changed(meeting: Meeting): readonly SafeHtml[] {
  const { changes, latecomers, before, panel, rows } = meeting;
  const late = latecomersInWords(meeting);
  const others = late === '' ? [] : [html`<p>${late}</p>`];
  const ratings = changes.flatMap((change) => change.ratings.map((one) => ({ ...one, member: change.member })));
  if (!before || changes.length === 0) return [html`<p>${changedInWords(meeting)}.</p>`, ...others];
  const scores = [before.hundredths, panel.hundredths].map((score) =>
    score === undefined ? '–' : formatHundredths(score),
  );
  const by = listInWords([...new Set(changes.map(({ member }) => memberName(meeting, member)))]);
  const figures = rows.flatMap((row, at) => {
    const here = ratings.filter((one) => one.at === at);
    if (here.length === 0) return [];
    const earlier = row.ratings.map(({ rating }, member) =>
      latecomers.includes(member) ? 'not-held' : (here.find((one) => one.member === member)?.from ?? rating),
    );
    const told = here.map(
      ({ member, from, to }) => `${memberName(meeting, member)} ${inWords(String(from))} → ${inWords(String(to))}`,
    );
    return [
      html`<figure><figcaption><strong>${row.dimension.name}</strong><span>${told.join('; ')}; range ${rangeOf(before, at)} → ${row.range ?? '–'}</span><span class="when"><span>before</span><span>after</span></span></figcaption>${slope(row, earlier, meeting)}</figure>`,
    ];
  });
  const verdicts = changes.flatMap(({ member, verdicts: called }) =>
    called.map(({ session, from, to }) => {
      const on = session === undefined ? '' : ` (${session})`;
      return html`<li>${name(memberName(meeting, member))}${on}: ${from === undefined ? 'no verdict' : inWords(from)} → ${to === undefined ? 'no verdict' : inWords(to)}</li>`;
    }),
  );
  const why = changes.flatMap(({ member, reasons }) =>
    reasons.map((reason) => html`<li>${name(memberName(meeting, member))}: <em>${reason}</em></li>`),
  );
  return [
    html`<p>${changedInWords(meeting)}, by ${by}; the score went from ${scores[0]} to ${scores[1]}.</p>`,
    ...others,
    ...(figures.length === 0 ? [] : [html`<div class="slopes">${figures}</div>`]),
    ...(verdicts.length === 0 ? [] : [html`<p>Verdicts changed:</p><ul>${verdicts}</ul>`]),
    ...(why.length === 0 ? [] : [html`<p>Why:</p><ul>${why}</ul>`]),
  ];
}

function rangeOf({ dimensions }: Meeting['panel'], at: number): string {
  const pooled = dimensions[at];
  return pooled === undefined || pooled.count === 0 ? '–' : String(pooled.highest - pooled.lowest);
}

/** What the figures can't tell. */
function limits({ panel, basis, standardError, isAfterTalk }: Meeting): SafeHtml {
  const error =
    isAfterTalk && panel.members.length > 0 ? basisInWords(basis, [{ standardError }], panel.edition.rules) : undefined;
  return part(
    'What this can’t tell',
    html`<p>${error} ${isAfterTalk ? sideInWords(panel, standardError) : ''} ${isAfterTalk && panel.exact ? `The exact score is ${formatRational(panel.exact, 4)}, rounded.` : ''} What nobody asked, nobody knows: a dimension without a rating says nothing for or against. What was said together after the talk is not independent.</p>`,
    note('A scorecard advises; people decide.'),
  );
}
