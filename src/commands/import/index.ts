import { Option } from 'commander';
import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { repeatable, storeOption } from '../options.js';
import { IMPORT_SYSTEMS } from './formats.js';

export const registerImport: Register = (parent, { host, finish }) => {
  const command = parent
    .command('import')
    .description('take scorecards over from the JSON of another system')
    .argument('<file...>', 'JSON of its API: one scorecard, a list, one a line, or the whole answer (- reads stdin)')
    .addOption(new Option('--from <system>', 'whose JSON it is').choices(IMPORT_SYSTEMS).makeOptionMandatory())
    .option('-r, --role <role>', 'the rubric: a role, an alias, or the path of a YAML file')
    .option('--variant <id>', 'the context whose weights to use')
    .option('--session <id>', 'the session of the interview plan that was held')
    .option('--candidate <name>', 'who was interviewed, where all are of one candidate')
    .option('--candidates <file>', 'a CSV with columns id and name, for candidates that are named by their id alone')
    .option('-i, --interviewer <name>', 'the interviewer, for scorecards that name none')
    .option('--interviewers <file>', 'the same CSV for interviewers')
    .addOption(repeatable('--map <name=dimension>', 'what an attribute is; nothing after = ignores it (repeatable)'))
    .addOption(repeatable('--value <word=rating>', 'what a word of theirs is, as a rating or verdict (repeatable)'))
    .addOption(storeOption())
    .option('--dry-run', 'check and count only, and write nothing')
    .action(async (files, _options, given) => {
      const { importScorecards } = await import('./import.js');
      finish(await importScorecards(files, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard import cards.json --from greenhouse -r head-infra --candidates c.csv',
      'scorecard import ada.json --from lever -r head-infra --candidate "Ada Example"',
      'scorecard import x.json --from greenhouse -r head-infra --map "Culture="',
      'curl … | scorecard import - --from lever -r head-infra --candidate Ada',
    ],
    notes: [
      "Each becomes a sealed scorecard in the store, scored by the rubric. Attributes are matched to dimensions as the headers of a CSV are; their notes are evidence, other answers are notes on the whole (HTML becomes text). A rating that is no dimension's is a mistake, and nothing is written before --map says what it is.",
      "Greenhouse's strong_yes, yes, mixed, no and definitely_not are read as 5 to 1, Lever's 4, 3, 2, 1 as 5, 4, 2, 1. A rubric's own map (export) says otherwise, and --value before all.",
      'Running it again adds nothing: a scorecard is known by its id there. One that was changed there becomes an amendment. Drafts and deleted ones are left out.',
    ],
    exitCodes: {
      0: 'done',
      1: 'drafts or deleted ones were left out',
      2: 'wrong usage or input: nothing was written',
    },
  });
};
