import { Option } from 'commander';
import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { asOption, forceOption, outputOption, repeatable, storeOption, unblindOption } from '../options.js';
import { EXPORT_TARGETS } from './formats.js';

export const registerExport: Register = (parent, { host, finish }) => {
  const command = parent
    .command('export')
    .description('print scorecards for the form or the API of another system')
    .argument('[scorecard...]', 'scorecard files, folders of them, names or ids of candidates; default: the store')
    .addOption(
      new Option('--to <target>', 'text to paste into a form, or the JSON of a system')
        .choices(EXPORT_TARGETS)
        .makeOptionMandatory(),
    )
    .option('--form <file>', 'Lever: the feedback template; Ashby: the feedback form definition, as its API gives it')
    .addOption(repeatable('--id <name=id>', 'what only the other system knows, such as application=ID (repeatable)'))
    .option('-r, --role <role>', 'the rubric whose map and names to use (default: that of each scorecard)')
    .addOption(storeOption())
    .addOption(outputOption())
    .addOption(forceOption())
    .addOption(unblindOption())
    .addOption(asOption())
    .action(async (words, _options, given) => {
      const { exportScorecards } = await import('./export.js');
      finish(await exportScorecards(words, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard export ada --to text | pbcopy',
      'scorecard export scorecards/*.json --to greenhouse -o greenhouse.json',
      'scorecard export ada.json --to lever --form template.json',
      'scorecard export ada.json --to ashby --form form.json --id application=ID',
    ],
    notes: [
      'Nothing leaves the machine: it prints, or writes the file of -o. One scorecard is an object, several are a list.',
      'The verdict becomes the overall recommendation. Of 1 to 5, four points have 5, 4, 2 and 1 as 4, 3, 2 and 1, and a 3 has no counterpart: it is left out, and said. Another scale, or another wish, needs a map in the rubric (export: { lever: { 1: 1, 2: 2, 3: 2, 4: 3, 5: 4 } }). The note has every rating as it was given.',
      "Greenhouse has no endpoint that creates a scorecard: its JSON is what GET /v1/scorecards gives. Lever's template comes from GET /v1/feedback_templates/ID, Ashby's definition from feedbackFormDefinition.info; their fields are matched to dimensions, flags and verdict by their text.",
      '--id takes candidate and application (Greenhouse), panel and interview (Lever), application, user and interview (Ashby), application, interview and interviewer (Merge).',
    ],
    exitCodes: {
      0: 'done',
      1: "a scorecard was left out: changed after it was sealed, not submitted, a trainee's, or hidden while your own draft is open; or there are none yet",
      2: 'wrong usage or input: nothing was written',
    },
  });
};
