import { dayOfDecision } from '../../core/decision/build-decision.js';
import type { DecisionRecord } from '../../core/decision/decision.js';
import { decisionDiffers } from '../../core/decision/differs.js';
import { formatPerson } from '../../core/person/parse-person.js';
import { createPeople, type Person } from '../../core/person/person.js';
import { VERDICTS_BEST_FIRST } from '../../core/scoring/verdict.js';
import { DEVIATE } from '../../core/stats/rank-range.js';
import { dayInWords, dayOf, minuteAndOffset } from '../../core/text/date.js';
import { shownName } from '../meeting/words.js';
import { capitalise, listInWords } from '../packet/list-words.js';
import { count } from '../text/text.js';
import { inWords, recommendationInWords } from '../text/words.js';

/** The words of a decision that its page and its text have in common. */

/** `No hire.` */
export function decisionInWords({ decision }: Pick<DecisionRecord, 'decision'>): string {
  return `${capitalise(decision === 'other' ? 'another decision' : decision === 'hold' ? 'on hold' : inWords(decision))}.`;
}

/** `26 November 2026 · decided by H. Brandt, on 4 scorecards`. */
export function takenInWords(record: DecisionRecord): readonly string[] {
  return [
    dayInWords(dayOfDecision(record)),
    `decided by ${record.by.name}, on ${count(record.scorecards.length, 'scorecard')}`,
  ];
}

/** `written down by H. Brandt, 2026-11-26 11:40 +00:00`. */
export function recordedInWords({ by, recordedBy, decidedAt }: DecisionRecord): string {
  return `written down by ${(recordedBy ?? by).name}, ${minuteAndOffset(decidedAt)}`;
}

/** What the rules said then: `yes, borderline`. */
export function recommendedInWords({ panel: { recommendation, borderline } }: Pick<DecisionRecord, 'panel'>): string {
  return recommendationInWords({ recommendation, borderline });
}

/** Whether people followed the recommendation; `undefined` where it said neither yes nor no, or they neither. */
export function agreementInWords({ decision, panel: { recommendation } }: DecisionRecord): string | undefined {
  if (recommendation === 'incomplete' || decision === 'hold' || decision === 'other') return undefined;
  return decisionDiffers(decision, recommendation) ? 'the decision differs' : 'the decision agrees';
}

export function scoreInWords({ panel: { score } }: Pick<DecisionRecord, 'panel'>): string {
  return score === undefined ? '–' : score.toFixed(2);
}

/** `of 5 · 95%: 3.06 to 4.00`. */
export function intervalInWords({ panel: { score, standardError }, rubric: { scale } }: DecisionRecord): string {
  const of = `of ${scale.max}`;
  if (score === undefined || standardError === undefined) return of;
  const end = (deviation: number) =>
    Math.min(scale.max, Math.max(scale.min, score + deviation * standardError)).toFixed(2);
  return `${of} · 95%: ${end(-DEVIATE)} to ${end(DEVIATE)}`;
}

/** How many interviewers gave each verdict, on any session of theirs. */
export function verdictsInWords({ scorecards }: Pick<DecisionRecord, 'scorecards'>): {
  readonly decided: readonly string[];
  readonly undecided: readonly string[];
} {
  const people = createPeople(scorecards.flatMap(({ interviewer }) => interviewer ?? []));
  const given = (word: string) =>
    new Set(
      scorecards.flatMap(({ interviewer, verdict }, at) =>
        verdict?.is === word ? [(interviewer && people.keyOf(interviewer)) ?? String(at)] : [],
      ),
    ).size;
  const told = (word: string) => (given(word) === 0 ? [] : [`${given(word)} ${inWords(word)}`]);
  return {
    decided: VERDICTS_BEST_FIRST.filter((word) => word !== 'no-decision').flatMap(told),
    undecided: told('no-decision'),
  };
}

/** The interviewers in the order of their ratings, as they are shown: with the id where two have one name. */
export function interviewersOf({ dimensions, scorecards }: DecisionRecord): readonly string[] {
  const rated = dimensions[0]?.ratings ?? scorecards;
  return shownNames(rated.map(({ interviewer }) => interviewer));
}

export function shownNames(people: readonly (Person | undefined)[]): readonly string[] {
  const known = createPeople(people.flatMap((person) => person ?? []));
  return people.map((person) => shownName(person && (known.isShared(person) ? formatPerson(person) : person.name)));
}

/** Which sessions nobody had held, and whose scorecards were drafts; nothing where all were in. */
export function missingInWords({
  panel: { sessions = [] },
  waiting = [],
}: Pick<DecisionRecord, 'panel' | 'waiting'>): readonly string[] {
  const open = sessions.filter(({ isIn }) => !isIn).map(({ id, title }) => title ?? id);
  const drafts = waiting.map(
    ({ interviewer, session }) => `${interviewer.name}${session === undefined ? '' : ` (${session})`}`,
  );
  return [
    ...(open.length === 0 ? [] : [`Not in: ${listInWords(open)}.`]),
    ...(drafts.length === 0 ? [] : [`Still a draft: ${listInWords(drafts)}.`]),
  ];
}

/** `2026-11-24, amended 2026-11-25 after the debrief (2 ratings)`. */
export function sealedInWords({ sealedAt, amends, session, unblinded }: DecisionRecord['scorecards'][number]): string {
  const last = sealedAt === undefined ? 'not sealed' : dayOf(sealedAt);
  const after = amends?.after === undefined ? '' : ' after the debrief';
  const ratings = amends?.ratings === undefined ? '' : ` (${count(amends.ratings, 'rating')})`;
  const when =
    amends === undefined
      ? last
      : `${amends.sealedAt === undefined ? '' : `${dayOf(amends.sealedAt)}, `}amended ${last}${after}${ratings}`;
  return [
    when,
    ...(session === undefined ? [] : [`session ${session}`]),
    ...(unblinded ? ['others’ ratings were looked at first'] : []),
  ].join(', ');
}

/** `no hire, 2026-11-26, by H. Brandt`. */
export function decidedInShort(record: DecisionRecord): string {
  return `${inWords(record.decision)}, ${dayOfDecision(record)}, by ${record.by.name}`;
}

/** Of the rubric, by version and variant: `head-infra 1.0.0, regulated`. */
export function editionThen({ rubric: { id, version, variant, acrossVersions } }: DecisionRecord): string {
  const across = acrossVersions ? ', with scorecards of other versions by these weights' : '';
  return `${id} ${version}${variant === undefined ? '' : `, ${variant}`}${across}`;
}

type Basis = Pick<DecisionRecord, 'candidate' | 'rubric' | 'panel' | 'scorecards' | 'redFlags' | 'waiting'>;

/** What a decision is going to rest on: `Ada Example, Head of …: the rules say no, 3.53 on 4 scorecards; 2 yes, 1 no`. */
export function basisInShort(basis: Basis): string {
  const { candidate, rubric, panel, scorecards, redFlags } = basis;
  const { decided, undecided } = verdictsInWords(basis);
  const stops = redFlags.filter(({ severity }) => severity === 'stop').length;
  const parts = [
    `the rules say ${panel.recommendation === 'incomplete' ? 'nothing yet' : recommendedInWords(basis)}`,
    `${scoreInWords(basis)} on ${count(scorecards.length, 'scorecard')}, ${panel.coverage}% covered`,
    ...[...decided, ...undecided],
    ...(stops === 0 ? [] : [count(stops, 'stop flag')]),
  ];
  return [`${candidate.name}, ${rubric.title}: ${parts.join('; ')}.`, ...missingInWords(basis)].join(' ');
}
