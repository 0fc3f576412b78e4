/** A part of a name that stands in a column of its own. */
export type NamePart = 'candidate-first' | 'candidate-last' | 'interviewer-first' | 'interviewer-last';

/** The headers of a column of people. */
interface PeopleHeaders {
  /** What such a person is called. */
  readonly words: readonly string[];
  /** Headers, the most exact first; those of one step are as good as each other. */
  readonly headers: readonly (readonly string[])[];
  readonly first: readonly string[];
  readonly last: readonly string[];
}

const ASSESSED = [
  'applicant',
  'assessee',
  'reviewee',
  'ratee',
  'interviewee',
  'nominee',
  'student',
  'participant',
  'contestant',
];
const ASSESSORS = [
  ...['judge', 'assessor', 'reviewer', 'evaluator', 'rater', 'examiner', 'grader', 'scorer', 'marker', 'panelist'],
  ...['panellist', 'panel member'],
];
const ASSESSED_BY = ['assessed', 'reviewed', 'evaluated', 'rated', 'judged', 'scored', 'graded', 'marked', 'examined'];

const FIRST = ['first name', 'firstname', 'first names', 'given name', 'given names', 'given', 'forename', 'forenames'];
const LAST = ['last name', 'lastname', 'surname', 'surnames', 'family name', 'family'];

export const PEOPLE: Readonly<Record<'candidate' | 'interviewer', PeopleHeaders>> = {
  candidate: {
    words: ASSESSED,
    headers: [
      ['candidate'],
      ['candidate name', 'candidate full name', 'name of candidate', 'name of the candidate', "candidate's name"],
      ASSESSED.flatMap(named),
      ASSESSED,
      ['full name', 'first and last name', 'first name and last name', 'last name, first name', 'surname, first name'],
      ['name'],
    ],
    first: [...FIRST, ...['candidate', ...ASSESSED].flatMap((word) => FIRST.map((name) => `${word} ${name}`))],
    last: [...LAST, ...['candidate', ...ASSESSED].flatMap((word) => LAST.map((name) => `${word} ${name}`))],
  },
  interviewer: {
    words: ASSESSORS,
    headers: [
      ['interviewer'],
      ['interviewer name', 'interviewer full name', 'name of interviewer', 'name of the interviewer', 'interviewed by'],
      ASSESSORS.flatMap(named),
      [...ASSESSORS, ...ASSESSED_BY.map((done) => `${done} by`)],
      ['submitted by', 'completed by', 'filled in by', 'feedback by', 'feedback from', 'your name'],
    ],
    first: ['interviewer', ...ASSESSORS].flatMap((word) => FIRST.map((name) => `${word} ${name}`)),
    last: ['interviewer', ...ASSESSORS].flatMap((word) => LAST.map((name) => `${word} ${name}`)),
  },
};

function named(word: string): readonly string[] {
  return [`${word} name`, `${word} full name`, `name of ${word}`, `name of the ${word}`, `${word}'s name`];
}
