import type { Topic } from './topic.js';
import { ANSWERS } from './topic-answers.js';
import { CI } from './topic-ci.js';
import { PEOPLE } from './topic-people.js';
import { SQL } from './topic-sql.js';
import { USE } from './topic-use.js';

const EXIT_CODES: Topic = {
  name: 'exit-codes',
  about: 'what the command ends with',
  parts: [
    {
      terms: [
        ['0', 'done; also when a draft was saved or a list is empty'],
        [
          '1',
          'done, and the answer is "no": a check found problems, rows or files were left out, the input ended early',
        ],
        ['2', 'wrong usage or invalid input: nothing was written'],
        ['70', 'a bug in scorecard: please report it'],
        ['129, 130, 143', 'interrupted by SIGHUP, Ctrl-C or SIGTERM: what was entered is kept'],
      ],
    },
    { text: 'What a scorecard says of a person is never an exit code.' },
  ],
};

const ENVIRONMENT: Topic = {
  name: 'environment',
  about: 'the variables that are read',
  parts: [
    {
      terms: [
        ['SCORECARD_STORE', 'where scorecards are kept; --store comes before it (default: ./scorecards)'],
        ['SCORECARD_RUBRICS', 'a folder of rubrics, looked into after --rubrics and before ./rubrics'],
        ['SCORECARD_INTERVIEWER', 'who you are: a name, or "Name <id>" (default: git\'s user, then your login)'],
        ['SCORECARD_SIGNING_KEY', "the SSH key that signs your scorecards (default: git's, where git signs with SSH)"],
        ['SCORECARD_PLAIN', 'not empty: interviews line by line, as with --plain (0 or false: the board)'],
        ['SCORECARD_BROWSER', 'what prints a PDF (default: the first of Chromium, Chrome and Edge that is installed)'],
        ['SCORECARD_PAGER, PAGER', 'what shows long output on a terminal (default: less -FRX; empty or cat: nothing)'],
        ['NO_COLOR', 'not empty: no colours; --color and --no-color come before it'],
        ['FORCE_COLOR', 'not empty: colours in a pipe too (0 or false: none)'],
        ['CLICOLOR_FORCE', 'not empty and not 0: as FORCE_COLOR, which comes before it'],
        ['CLICOLOR', '0: no colours'],
        ['TERM', 'dumb: no colours, no redrawing, no pager'],
        ['COLUMNS', 'how wide tables are where the output is not a terminal (default, and below 20: 80)'],
        ['SHELL', 'the shell that completion is printed for, where none is named'],
      ],
    },
    { text: 'An empty variable counts as not set, except SCORECARD_PAGER and PAGER.' },
  ],
};

const FILES: Topic = {
  name: 'files',
  about: 'what is written, and where',
  parts: [
    {
      text: 'Everything is in one folder, the store: --store DIR, else $SCORECARD_STORE, else ./scorecards. Folders and files are private to you (0700, 0600), and each file is written whole or not at all.',
    },
    {
      terms: [
        ['DATE-CANDIDATE-ROLE-INTERVIEWER.json', 'a submitted scorecard, sealed with a digest: the record'],
        ['DATE-CANDIDATE-ROLE-INTERVIEWER.md', 'the same as a report to read'],
        ['DATE-CANDIDATE-ROLE-INTERVIEWER.json.sig', 'its SSH signature, where a key is configured'],
        [
          'decisions/DATE-CANDIDATE-ROLE.json',
          'what was decided, sealed, with what was known then (JSON Schema: scorecard rubric schema decision); .md and .json.sig beside it as for a scorecard',
        ],
        ['allowed_signers', 'whose keys count for verify --signed, where no other file is named'],
        [
          '.drafts/PERSON/*.ndjson',
          'interviews that are open: one line for each answer, on disk before the next prompt',
        ],
        ['.history/PERSON/*.ndjson', 'the same of interviews that were submitted or started over'],
        [
          '.rubrics/SHA256.json',
          'each rubric that was used, once, by the hash that scorecards name: what their ratings meant',
        ],
        ['people.yaml', 'which names are one person, which only look alike, and who is on hold'],
        ['log.ndjson', 'what was done, when and by whom, on which digests; no candidate is named'],
      ],
    },
    {
      text: 'A team can share one store. Where its group may write to the folder, the group can read what is sealed, whatever the umask; drafts and journals stay private to their owners. `doctor` says how a store is shared.',
    },
    {
      lines: ['chgrp hiring scorecards', 'chmod g=rwx,g+s,o= scorecards'],
    },
    {
      text: 'Rubrics are YAML files. They are looked for in --rubrics DIR, $SCORECARD_RUBRICS and ./rubrics; then come the built-in ones. --role takes the path of a file too.',
    },
  ],
};

const RUBRICS: Topic = {
  name: 'rubrics',
  about: 'how a rubric is written',
  parts: [
    {
      text: 'A rubric is the form for one role: a YAML file with weighted dimensions, and for each what every rating looks like in behaviour. The weights sum to exactly 100, or there are none and all dimensions weigh the same. An unknown key is a mistake, never passed over.',
    },
    {
      lines: [
        'scorecard rubric list                     the rubrics that --role can name',
        'scorecard rubric show head-infra          one of them, to read',
        'scorecard rubric new data-platform-lead   a commented one to start from',
        'scorecard rubric check                    every mistake, with line and column',
        'scorecard rubric test                     the cases beside it, ROLE.test.yaml',
        'scorecard rubric diff before.yaml after.yaml',
      ],
    },
    {
      terms: [
        [
          'anchors',
          'what each rating looks like: a short form of at most 8 words for the board, and the text of at most 30',
        ],
        [
          'scale',
          'the ratings, if not 1 to 5: whole ends from -10 to 100, steps of 1 or 0.5, at most 21; up to 7 whole ratings all have anchors, more than 7 at least the ends and the bar, halves none',
        ],
        ['howToRate', 'one paragraph for the interviewer on how to choose between anchors'],
        [
          'core',
          'of a question: every candidate is asked it; its first two follow-ups are "the probes" of the anchors',
        ],
        ['sessions', 'who rates what in how many minutes, where several people interview'],
        [
          'extends',
          'another rubric: a dimension that gives no more than id and weight is filled from there; nothing else comes in',
        ],
        ['minimum', 'a rating below it caps the recommendation at "no"'],
        ['optional', 'allows "not applicable", which costs no coverage'],
        ['redFlags', 'warnings apart from the score: stop caps the recommendation at "no", concern must be discussed'],
        ['variants', 'other weights (or equal) and further questions for a context (--variant)'],
        [
          'recommendation',
          'the coverage that is needed, where each band begins, what a strong yes needs, what is borderline',
        ],
      ],
    },
    {
      text: 'How to rate: give the highest rating whose text was heard, together with the texts below it down to the bar. One missing detail of several is allowed; what the border question asks is not. Ask for another story in each dimension. Accent, grammar, pace and nerves are not rated; what is withheld is never a weak signal.',
    },
    {
      text: 'Beside a rubric, samples/ID.yaml may hold answers that were rated together, each with its dimension, rating, reason and the border it is near; `rubric check` holds them against the rubric, and `--sources` tells which item of a document has no home in it. `rubric calibrate` has interviewers rate those answers blind, and tells which anchors they take for which. `rubric import` makes a draft of a career ladder.',
    },
    {
      text: 'Editors check and complete rubrics through rubrics/rubric.schema.json; `scorecard rubric schema` prints it. Raise the first number of the version when old scores stop being comparable.',
    },
  ],
};

const SCORING: Topic = {
  name: 'scoring',
  about: 'from ratings to a recommendation',
  parts: [
    {
      text: 'A dimension is rated, not assessed (not asked, or nothing was learnt), or not applicable (optional dimensions only). "Asked, and could not show it" is a rating. Not assessed is never zero: it stays out of the score and lowers the coverage.',
    },
    {
      terms: [
        ['score', 'the weighted mean of the ratings that were given, on the scale of the rubric'],
        ['coverage', 'the share of the applicable weight that was rated'],
      ],
    },
    { text: 'The recommendation follows from six rules, in this order, and each that acts is told as a reason:' },
    {
      terms: [
        [
          '1',
          'coverage below what the rubric asks for: incomplete. The rules below are then told as what they would do',
        ],
        ['2', 'the band of the score: strong yes, yes, no, strong no'],
        ['3', 'a dimension below what a strong yes needs (strongYesNeeds): at most yes'],
        [
          '4',
          'a dimension below its minimum: at most no. One with a minimum that was not rated is named and limits nothing',
        ],
        ['5', 'an observed red flag of severity stop: at most no. A concern is to be discussed and changes nothing'],
        [
          '6',
          'a score near where yes begins, on either side (borderline), and nothing but the band decides: marked as borderline. It stays what it is; the reasons name each dimension whose next rating up or down would turn it',
        ],
      ],
    },
    {
      text: "A scorecard of one session recommends nothing by itself. The sessions of a candidate are joined, and coverage is then over the whole rubric: what was in no session of an interviewer is no gap of theirs. In a panel, rules 3 and 4 look at the mean of a dimension; a single interviewer's rating below its minimum is named beside it. For rule 6 one interviewer's rating is moved.",
    },
    {
      text: "All of it is computed with whole numbers and fractions; only what is shown is rounded, half up to two decimals, and never up to a band that was not reached. The verdict is the interviewer's own and is asked first. A scorecard advises; people decide.",
    },
  ],
};

const CSV: Topic = {
  name: 'csv',
  about: 'what batch reads',
  parts: [
    {
      text: 'One row is one scorecard. `scorecard batch --role ROLE --template` prints the header, and sample rows with --sample.',
    },
    {
      terms: [
        ['candidate', 'required; also applicant, assessee, name; or first name and last name'],
        ['interviewer', 'also judge, assessor, reviewer, scored by; or --interviewer for all rows'],
        ['a dimension', 'its id, name or alias, in any case: the rating'],
        ['<dimension> evidence', 'what the rating rests on'],
        ['flags', 'ids of red flags between semicolons; or one column for each flag'],
        ['verdict, verdict reason', "the interviewer's own call"],
      ],
    },
    {
      text: 'A rating is a number of the scale (2.5, 2,5 or 2 1/2 where it has halves), with its label or without; 4/5 and "4 out of 5" where the scale goes to 5. A blank cell is not assessed, never zero, and so is what programs write for it: -, #N/A, NaN, null, None, NA. n/a is not applicable where the dimension is optional. Any other header is named, and --map COLUMN=DIMENSION says what it holds.',
    },
    {
      text: 'A verdict is one of ours, or hire, no hire, strong hire, strong no hire, definitely not. A requirement is a number (5, 5+ years, 1 200, 18 months, 8-10, about 15) or yes and no; what may be two numbers is unknown. What a text means that is none of these, --value TEXT=MEANING says, --value COLUMN:TEXT=MEANING for one column. A cell that cannot be read is told, by kind, and left blank; only a rating or a candidate costs its row.',
    },
    {
      text: 'Headers are read as people write them: "3. How would you rate Craft? (10 pts)" is craft, and is told. Where two dimensions fit one column, or a column seems to hold ratings of a dimension that has none, nothing is scored: the message has the --map to copy, --map "COLUMN=" leaves a column out, and --partial takes the table although dimensions are missing.',
    },
    {
      text: 'The header may stand below titles and comments. Rows that are no people (averages, totals, test accounts, headings, labels, the header again) are told and left out. Cells that a row lacks at its end are blank. A table with one row for each rating (candidate, criterion, score; perhaps interviewer and comment) is known by its header, or with --long; it is held in memory as a whole, unlike any other table.',
    },
    {
      text: 'Rows that cannot be scored are left out, each with line, column and reason, and kept in the rejects file as they came. Delimiter and encoding are detected; --delimiter and --encoding override them. Parquet is read as the same table in CSV would be, with rows instead of lines; lists become one cell with semicolons. A folder is read as one table where its files have one header. Cells that a spreadsheet would take for a formula are defused on the way out; --bom begins a CSV with the byte order mark by which a spreadsheet knows UTF-8.',
    },
  ],
};

/** The topics that are told in words; `lines` is a table of its own. */
export const TOPICS: readonly Topic[] = [
  USE,
  EXIT_CODES,
  ENVIRONMENT,
  FILES,
  PEOPLE,
  RUBRICS,
  SCORING,
  CSV,
  ANSWERS,
  CI,
  SQL,
];
