import type { Topic } from './topic.js';

export const ANSWERS: Topic = {
  name: 'answers',
  about: 'what interview --answers reads',
  parts: [
    {
      text: 'An answers file is an interview written down, in YAML or JSON. One file is one scorecard. `interview --role ROLE --answers-template` prints one to fill in; `report -f answers` prints that of a scorecard.',
    },
    {
      lines: [
        'role: head-infra',
        'candidate: Ada Example',
        'ratings:',
        '  architecture:',
        '    rating: 4',
        '    evidence: compared two designs by price',
        '    asked: [1, 2]',
        '  observability: 3',
        '  kubernetes-platform: n/a',
        'redFlags:',
        '  - id: burnout-is-normal',
        '    evidence: paging all night is the job',
        'verdict: { is: "yes", reason: it will do }',
      ],
    },
    {
      terms: [
        ['candidate, interviewer', 'a name, "Name <id>", or { name, id }'],
        ['role, variant, session, held', 'as the options of these names; what an option names otherwise is a mistake'],
        ['ratings', 'a key for each dimension: its id, name or alias, in any case; one left out is not assessed'],
        [
          'rating',
          'a number of the scale, with its label or without, or the label alone; n/a where the dimension is optional; blank or not-assessed, never zero',
        ],
        ['evidence', 'what was heard: a text, or a list of texts or of { text, at }'],
        ['reason', 'why it was not assessed'],
        ['asked', 'which questions were asked: numbers from 1, or their words'],
        ['redFlags', 'a list of ids, or of { id, evidence }; or one text with semicolons between them'],
        ['notes', 'on no dimension: as evidence'],
        ['verdict', 'strong-yes, yes, no, strong-no; or { is, reason }'],
      ],
    },
    {
      text: 'All mistakes are told at once, each with line, column and what may stand there; then nothing is written. An unknown key is a mistake, never passed over.',
    },
    {
      text: 'The same answers once more seal nothing: the scorecard that says them already is named, with exit code 0, so a run that was ended can be run again. --again seals them all the same.',
    },
    {
      text: 'Editors check and complete answers by their JSON Schema. Print it beside them, and name it in the first line, as the template does:',
    },
    {
      lines: [
        'scorecard rubric schema answers > answers.schema.json',
        '# yaml-language-server: $schema=./answers.schema.json',
      ],
    },
  ],
};
