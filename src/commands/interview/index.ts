import { InvalidArgumentError, Option } from 'commander';
import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { sameOption, storeOption } from '../options.js';

/** More than a day is no interview. */
const MOST_MINUTES = 1440;

function minutesOption(): Option {
  return new Option(
    '--minutes <minutes>',
    "how long it is to take (default: the session's minutes, else those of its dimensions)",
  ).argParser((value) => {
    const minutes = Number(value);
    if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES) return minutes;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_MINUTES}.`);
  });
}

export const registerInterview: Register = (parent, { host, finish }) => {
  const command = parent
    .command('interview')
    .description('run an interview: rate each dimension beside its anchors, then submit a scorecard')
    .option('-r, --role <role>', 'the rubric: a role, an alias, or the path of a YAML file')
    .option('-c, --candidate <name>', 'the candidate: a name, or "Name <id>"')
    .option(
      '-i, --interviewer <name>',
      'the interviewer, likewise (default: $SCORECARD_INTERVIEWER, then git, then your login)',
    )
    .option('--variant <id>', 'the context whose weights and questions to use')
    .option(
      '--session <id>',
      'hold only this session of the interview plan: its dimensions, and nothing is recommended',
    )
    .addOption(minutesOption())
    .option('--held <date>', 'the day of the interview, where it is written up later')
    .option('--shadow', 'you are learning to interview: the scorecard is kept, and never counts')
    .addOption(sameOption())
    .addOption(storeOption())
    .option('--answers <file>', 'read all answers from a YAML or JSON file, without prompts (- reads stdin)')
    .addOption(
      new Option('--answers-template', 'print an answers file to fill in, with what may stand in it').conflicts([
        'answers',
        'resume',
      ]),
    )
    .option('--again', 'with --answers: seal them once more where a scorecard says the same already')
    .option('--plain', 'line by line, without redrawing: for screen readers, simple terminals and pipes')
    .option('--ascii', 'draw the board in ASCII only')
    .option('--resume <id>', 'continue this draft')
    .option('--restart', 'start over where a draft exists; the old one is kept as history')
    .addOption(new Option('-f, --format <format>', 'also print the scorecard on stdout').choices(['json', 'markdown']))
    .action(async (_options, given) => {
      const { interview } = await import('./interview.js');
      finish(await interview(given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard interview --role head-infra',
      'scorecard interview --role head-infra -c "Ada Example <ada@example.com>"',
      'scorecard interview --role head-infra --answers-template > ada.yaml',
      'scorecard interview --role head-infra --answers ada.yaml -f json | jq .result',
    ],
    notes: [
      'On a terminal the board opens, a line to type on: words are a note, a number alone rates, Tab is the next question, and /help shows the rest. With --plain, SCORECARD_PLAIN=1 or TERM=dumb the questions come line by line. Every answer is on disk before the next prompt appears. Where a draft for the same candidate and role is open, it is offered.',
    ],
    exitCodes: {
      0: 'submitted, or saved as a draft',
      1: 'the input ended before it was submitted',
      2: 'wrong usage or input',
      130: 'Ctrl-C (143 SIGTERM, 129 SIGHUP): the draft is kept',
    },
  });
};
