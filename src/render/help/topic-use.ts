import type { Topic } from './topic.js';

/** In the README too, word for word. */
export const USE: Topic = {
  name: 'use',
  about: 'what it is for and not for, and what it cannot do',
  parts: [
    {
      text: 'It is for people who interview people: it asks the same of everybody, keeps what was said beside each rating, adds up exactly, and says why. A scorecard advises; people decide.',
    },
    { text: 'It is not for' },
    {
      terms: [
        ['deciding', 'no score, recommendation or rank is a decision, and no part of it turns anybody down'],
        [
          'deciding alone',
          'one interview says little: published studies put the reliability of one interviewer at .44',
        ],
        ['people you did not meet', 'it rates no documents, recordings or tests, and guesses nothing about anybody'],
        ['health, family, age, faith', 'nor anything else that has no bearing on the work: do not note it'],
        ['watching interviewers', 'figures on them are for calibration, not for judging them'],
      ],
    },
    { text: 'What it cannot do' },
    {
      terms: [
        [
          'make a rubric valid',
          "weights, anchors, minimums and bands are their authors' judgement; the built-in ones were not calibrated on candidates",
        ],
        ['measure the person', 'a score is about what was asked and heard on one day, by one interviewer'],
        [
          'see bias',
          'it keeps ratings apart and anchors in sight, and shows spread; it does not know why people differ',
        ],
        ['keep a secret', 'files are private by their modes alone: whoever has the disk or the account can read them'],
        ['stop a forger', 'a digest shows an edit; only a signature shows who sealed it (scorecard verify --help)'],
      ],
    },
    {
      text: 'Human review: somebody answers for each decision, and can explain and change it. `scorecard explain` writes for the candidate, in plain words, what was asked, rated and noted and whom to ask for a review or a correction; a correction is an amendment with its reason (`scorecard amend`), never an edit.',
    },
    {
      text: 'The law differs by place and changes; what follows are facts of 26 November 2026, no advice, and no statement that any use is lawful. In the EU the high-risk rules for hiring (AI Act, Annex III) apply from 2 December 2027, and decisions by machine alone are restricted (GDPR, article 22). In California data of automated decision systems, scores included, are kept four years since 1 October 2025. In Colorado SB 26-189 applies from 1 January 2027: an explanation within 30 days of an adverse outcome, correction, human review. In New York City automated tools that replace or mostly carry the decision need an annual audit (Local Law 144). Ask somebody who knows the law where you hire.',
    },
  ],
};
