import { type Agreement, type HoldingZero, holdsZero } from '../../core/agreement/agreement.js';
import { type Figure, GATES, isMissing } from '../../core/agreement/figure.js';
import type { InterviewerLine } from '../../core/agreement/interviewers.js';
import type { AgreementShare } from '../../core/agreement/shares.js';
import { PUBLISHED } from '../../core/stats/reliability/published.js';
import { count } from '../text/text.js';
import {
  type AgreementReport,
  figureInWords,
  intervalInWords,
  missingInWords,
  percent,
  signed,
  twoDecimals,
} from './words.js';

/** What somebody who hires needs, a sentence each. */
export function agreementSentences(agreement: Agreement): readonly string[] {
  return [
    sharesSentence(agreement),
    ...(agreement.shares.candidates === 0 ? [] : [alphaSentence(agreement), scoresSentence(agreement)]),
    ...severitySentences(agreement),
    ...dimensionSentence(agreement),
  ];
}

function sharesSentence({ shares, candidates, interviewers }: Agreement): string {
  const { exact, within } = shares;
  if (exact.value === undefined)
    return `Nobody was rated by two: ${count(candidates, 'candidate')}, ${count(interviewers, 'interviewer')}. There is nothing to compare.`;
  const of = `Of ${count(exact.pairs, 'time')} that two rated the same`;
  if (shares.candidates < GATES.common)
    return `${of}, they gave the same rating ${count(exact.agreed, 'time')}, and came within a point ${count(within.agreed, 'time')}. That is too few candidates to say how sure it is.`;
  const share = (one: AgreementShare) =>
    `${percent(one.value ?? 0)} of the time${one.interval ? ` (${intervalInWords(one.interval, percent)})` : ''}`;
  const same = exact.interval && within.interval ? '' : ' What has no interval is the same for each candidate.';
  return `${of}, they gave the same rating ${share(exact)}, and came within a point ${share(within)}.${same}`;
}

function alphaSentence({ alpha }: Agreement): string {
  if (isMissing(alpha)) return `Agreement beyond chance (Krippendorff's alpha) ${missingInWords(alpha)}.`;
  const label = alpha.label ?? 'the interval is too wide for a word';
  return `Agreement beyond chance (Krippendorff's alpha, 1 at best, 0 as by chance): ${figureInWords(alpha)}; ${label}.`;
}

/** The published figures that stand beside one interviewer's reliability. */
export const BENCHMARK = `published: ${twoDecimals(PUBLISHED.separate.single)} for separate interviews, ${twoDecimals(PUBLISHED.panel.single)} in one panel`;

function scoresSentence({ scores }: Agreement): string {
  if (isMissing(scores)) return `The reliability of scores ${missingInWords(scores)}.`;
  const [single, mean] = scores.forms;
  if (!single || isMissing(single)) return `The reliability of scores ${single ? missingInWords(single) : ''}.`;
  const many = scores.scoresPerCandidate.toFixed(scores.policy === 'one-way' ? 1 : 0);
  const panel =
    !mean || isMissing(mean)
      ? ''
      : ` The mean of ${many}: ${figureInWords(mean)}${mean.label ? `, ${mean.label}` : ''}.`;
  return `Reliability of one interviewer's score: ${figureInWords(single)}${single.label ? `, ${single.label}` : ''}; ${BENCHMARK}.${panel}`;
}

function severitySentences({ lines, others }: Agreement): readonly string[] {
  const own = lines.find(({ isMe }) => isMe);
  const named = lines.filter(({ isMe }) => !isMe);
  return [
    ...(own ? [ownSeverity(own)] : []),
    ...(named.length > 0 ? namedSeverity(named) : othersSeverity(others.severity, own !== undefined)),
  ];
}

function ownSeverity({ severity }: InterviewerLine): string {
  if (isMissing(severity)) return `How severely you rate ${missingInWords(severity)}.`;
  if (holdsZero(severity))
    return `Whether you rate more severely or leniently than the interviewers on average can't be told: ${figureInWords(severity, signed)} points.`;
  return `You rate the same candidates ${severityInWords(severity)}.`;
}

/** Which way and how far, of one whose interval doesn't hold 0. */
function severityInWords({ value, interval: [lower, upper] }: Figure): string {
  const interval = value < 0 ? ([-upper, -lower] as const) : ([lower, upper] as const);
  const way = value < 0 ? 'severely' : 'leniently';
  return `more ${way} than the interviewers on average, by ${figureInWords({ value: Math.abs(value), interval })} points`;
}

/** Those whose interval doesn't hold 0, by name. */
function namedSeverity(lines: readonly InterviewerLine[]): readonly string[] {
  const known = lines.flatMap(({ shown, severity }) => (isMissing(severity) ? [] : [{ shown, severity }]));
  const apart = known.filter(({ severity }) => !holdsZero(severity));
  const rest = known.length - apart.length;
  return [
    ...apart.map(({ shown, severity }) => `${shown} rates the same candidates ${severityInWords(severity)}.`),
    ...(rest === 0 ? [] : [`Of ${count(rest, 'other')} it can't be told.`]),
  ];
}

function othersSeverity(others: HoldingZero | undefined, isOwn: boolean): readonly string[] {
  if (others === undefined) return [];
  const { of, holdZero } = others;
  const apart = of - holdZero;
  const whose = isOwn ? `others'` : `interviewers'`;
  if (apart === 0) return [`None of ${of} ${whose} severities can be told from 0.`];
  if (holdZero === 0) return [`None of ${of} ${whose} intervals of severity holds 0.`];
  return [
    `${holdZero} of ${of} ${whose} intervals of severity ${holdZero === 1 ? 'holds' : 'hold'} 0; ${apart} ${apart === 1 ? 'does' : 'do'} not.`,
  ];
}

function dimensionSentence({ dimensions }: Agreement): readonly string[] {
  const [least] = dimensions;
  const { exact } = least?.shares ?? {};
  if (!least || !exact?.interval || exact.value === undefined || dimensions.length < 2) return [];
  return [
    `Anchors that are read least alike: ${least.dimension.name}, the same rating ${percent(exact.value)} of the time.`,
  ];
}

/** What all of it rests on. */
export function agreementNotes({ groups, afterTalk, hidden, isNaming }: AgreementReport): readonly string[] {
  const unnamed = groups.reduce((sum, group) => sum + group.unnamed, 0);
  const seeds = [...new Set(groups.map(({ seed }) => seed))];
  return [
    'Ratings as they were sealed, before any talk about the candidate; without shadows and drafts.',
    ...(afterTalk === 0 ? [] : [`${count(afterTalk, 'scorecard')} first sealed after the talk left out.`]),
    ...(hidden === 0 ? [] : [`${count(hidden, 'scorecard')} you may not see yet left out.`]),
    ...(unnamed === 0
      ? []
      : [
          `${count(unnamed, 'scorecard')} without a name that may be shown: in the agreement, but in nobody's severity.`,
        ]),
    `Intervals are at 95%, over candidates${seeds.length === 0 ? '' : ` (drawn again 2,000 times, seed ${seeds.join(', ')}; severity, halo and AC2 without chance)`}.`,
    'Severity never corrects a score, and ranks nobody: who rates differently may be the one who is right.',
    ...(isNaming ? [] : ['Others are shown in sum alone, and from three on; --names shows them by name.']),
  ];
}
