/** A command as it is listed at one moment: what it is for then, in plain words. */
export interface MomentCommand {
  readonly name: string;
  readonly about: string;
  /** Those of its subcommands that belong to this moment; none: the command itself is run. */
  readonly subcommands?: readonly string[];
}

/** The moment in which somebody is who looks for a command. */
export interface Moment {
  readonly title: string;
  readonly commands: readonly MomentCommand[];
}

/**
 * Which command belongs to which moment, in the order of a hiring. The help, the start screen, the manual page, the
 * completion and the README are made from it or held to it; of a command that isn't registered nothing is shown.
 */
export const MOMENTS: readonly Moment[] = [
  {
    title: 'Prepare',
    commands: [
      {
        name: 'rubric',
        about: 'the form for a role: find it, print it, write your own',
        subcommands: ['list', 'show', 'check', 'new', 'test', 'diff', 'import', 'calibrate', 'schema', 'sql'],
      },
      {
        name: 'panel',
        about: 'who holds which part of the interview, and who is still missing',
        subcommands: ['new', 'list', 'status'],
      },
    ],
  },
  {
    title: 'Interview',
    commands: [
      { name: 'interview', about: 'run an interview: rate beside the anchors, then seal your scorecard' },
      { name: 'drafts', about: 'what is still open: list it, move it, put it away' },
      { name: 'amend', about: 'open a sealed scorecard of yours again; a new one takes its place' },
    ],
  },
  {
    title: 'Decide together',
    commands: [
      { name: 'summary', about: 'all candidates, one line each; ties are shown as ties' },
      { name: 'compare', about: 'candidates side by side; says which can be told apart' },
      {
        name: 'panel',
        about: 'all of one candidate: where you differ, what to talk about, what was decided',
        subcommands: ['show', 'debrief', 'decide', 'decisions'],
      },
    ],
  },
  {
    title: 'Tables and other systems',
    commands: [
      { name: 'batch', about: 'a table of ratings: each row becomes a scorecard' },
      { name: 'screen', about: 'a table of applications against what the role requires' },
      { name: 'import', about: 'take scorecards over from the JSON of another system' },
      { name: 'export', about: 'scorecards for the form or the API of another system' },
    ],
  },
  {
    title: 'A year later',
    commands: [
      { name: 'report', about: 'a scorecard as a document: to read, to print, to keep' },
      { name: 'verify', about: 'whether everything is as it was sealed, and nothing is gone' },
      { name: 'history', about: 'how a scorecard came about, step by step' },
      { name: 'explain', about: 'for the candidate, in plain words: how they were assessed' },
      {
        name: 'person',
        about: 'what there is about somebody: list it, hand it out, erase it, keep it',
        subcommands: ['show', 'export', 'erase', 'hold'],
      },
      { name: 'purge', about: 'delete what is older than a day, or than a rule asks to keep' },
    ],
  },
  {
    title: 'How sure, how fair',
    commands: [
      { name: 'agreement', about: 'whether interviewers see the same in the same candidate' },
      { name: 'reliability', about: 'how much a score would change with other interviewers' },
      { name: 'impact', about: 'whether candidates of one group pass less often than those of another' },
    ],
  },
  {
    title: 'Set up',
    commands: [
      { name: 'doctor', about: 'check the store, rubrics and terminal, and suggest fixes' },
      { name: 'completion', about: 'complete commands, roles and names in your shell' },
      { name: 'help', about: 'the help of a command, or on a topic' },
    ],
  },
];
