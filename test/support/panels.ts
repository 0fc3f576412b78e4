import type { Rating } from '../../src/core/rubric/scale.js';
import type { VerdictWord } from '../../src/core/scoring/verdict.js';
import { readShipped } from './rubrics.js';
import { scorecardFiles } from './scorecards.js';

const NAMES = [
  ...['Yamada 太郎', 'Ada Example', 'Bartholomew Quillfeather-Ashdown', 'C. Mbeki', 'Ines Duarte'],
  ...['Aleksandra Wiśniewska-Nakamura (中村 愛麗珊德拉)', 'Þórdís Ægisdóttir', 'Oluwaseun A.', 'Grigor Petrov'],
  ...['Noor El-Amin', 'Jo Park', 'T. Vance'],
];

const INTERVIEWERS = ['M. Okafor', 'J. Lee', 'A. Novak', 'R. Díaz'];
const MORE = ['K. Sato', 'L. Brandt', 'P. Quist', 'S. Arnaud', 'V. Oyelaran'];

/** Scorecard files of candidates for head-infra: twelve by one to four interviewers each, the last with half the ratings. */
export function manyCandidates(): Record<string, string> {
  const rubric = readShipped('head-infra');
  const rating = (candidate: number, interviewer: number, dimension: number): Rating => {
    if (candidate === 11 && dimension > 3) return 'not-assessed';
    // Spread by a fixed pattern, within the scale.
    return Math.min(
      5,
      Math.max(1, Math.round(4.5 - candidate * 0.25 + (((dimension * 3 + interviewer * 5) % 7) - 3) / 4)),
    );
  };
  const verdict = (candidate: number, interviewer: number): VerdictWord =>
    candidate === 5 && interviewer === 2 ? 'strong-no' : candidate < 2 ? 'strong-yes' : candidate < 8 ? 'yes' : 'no';
  const parts = NAMES.flatMap((candidate, at) =>
    INTERVIEWERS.slice(0, at === 11 ? 1 : 3 + (at % 2)).map((interviewer, by) => ({
      ...{ rubric, candidate, interviewer, day: `2026-11-${String(3 + at).padStart(2, '0')}` },
      ratings: rubric.dimensions.map((_dimension, dimension) => rating(at, by, dimension)),
      verdict: verdict(at, by),
      notes: [`What ${interviewer} heard: "two regions, one identity provider".`],
      ...(at === 5 && by === 2 ? { flags: ['unsafe-access-defended'] } : {}),
    })),
  );
  return scorecardFiles('.', parts);
}

/** Scorecard files of one candidate by nine interviewers, in a folder of their own. */
export function nineInterviewers(folder: string): Record<string, string> {
  const rubric = readShipped('head-infra');
  const parts = [...INTERVIEWERS, ...MORE].map((interviewer, by) => ({
    ...{ rubric, candidate: 'Nine Voices', interviewer, verdict: by === 4 ? ('strong-no' as const) : ('yes' as const) },
    ratings: rubric.dimensions.map(
      (_dimension, at): Rating => (by === 7 && at === 2 ? 'not-assessed' : 1 + ((by * 2 + at * 3) % 5)),
    ),
    notes: [`What ${interviewer} heard.`],
  }));
  return scorecardFiles(folder, parts);
}
