import type { Topic } from './topic.js';

export const PEOPLE: Topic = {
  name: 'people',
  about: 'who is who, and which of several scorecards counts',
  parts: [
    {
      text: 'A person is their id where there is one (an e-mail address, the id of another system), else their name, whatever its case, spaces and invisible signs. A name without an id is the one person of that name; where two ids share the name, it counts for neither, and that is said.',
    },
    {
      terms: [
        ['on the command line', '--candidate "Ada Example <ada@example.com>"'],
        ['in answers', 'candidate: { name: Ada Example, id: ada@example.com }'],
        ['in a table', 'a column "candidate id", "email" or "interviewer id"'],
      ],
    },
    {
      text: 'Names that are nearly one are asked about when an interview begins at a terminal, and told elsewhere with what to type. They are never merged by guess. What you say is kept in people.yaml of the store, which you can edit:',
    },
    {
      lines: ['same:', '  - [Maya Fernandez, Maya Fernández]', 'different:', '  - [Jon Sample, John Sample]'],
    },
    {
      text: '--same "Maya Fernandez=Maya Fernández" writes such a line. Under "different" stand names that look alike and are two people.',
    },
    {
      text: 'Of several scorecards by one interviewer for the same candidate, rubric and session the newest amendment counts, else the later by the day of the interview, the time of the seal, and the order in the file. Those that rate different dimensions all count. Scorecards of different sessions stand beside each other as one voice; where two rate a dimension, the later counts. Each case is told by name. A file that was altered is left out, and so is what it stood in place of.',
    },
    {
      text: 'While your own draft for a candidate is open, the ratings of other interviewers stay hidden; --unblind shows them, and your scorecard and the log say so. The draft of a colleague hides nothing: it is told as not submitted yet.',
    },
  ],
};
