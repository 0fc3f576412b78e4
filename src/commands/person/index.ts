import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { asOption, screenFormatOption, storeOption, unblindOption } from '../options.js';
import { PERSON_FORMATS } from './formats.js';

export const registerPerson: Register = (parent, { host, finish }) => {
  const person = parent
    .command('person')
    .description('show, hand out, erase or hold what the store has about a person');
  const show = person
    .command('show')
    .description('list every file that holds something about a person, and as what')
    .argument('<person>', 'a name or an id')
    .addOption(storeOption())
    .addOption(screenFormatOption(PERSON_FORMATS))
    .action(async (name, _options, given) => {
      const { personShow } = await import('./show.js');
      finish(await personShow(name, given.optsWithGlobals(), host));
    });
  describeCommand(show, {
    examples: ['scorecard person show "Ada Example"', 'scorecard person show ada@example.com -f json'],
    notes: [
      'It looks into scorecards, reports, signatures, drafts, journals, plans, decisions, tables, people.yaml, the log and left-over files, and searches all of their texts for the full names and ids: a first name alone in a note is not found.',
    ],
    exitCodes: { 0: 'done', 1: 'there is nothing', 2: 'the name could be several people, or the store cannot be read' },
  });
  const out = person
    .command('export')
    .description('hand out what there is about a candidate: a report, data, and a list of what is in it')
    .argument('<person>', 'a whole name, or an id')
    .requiredOption('-o, --output <folder>', 'a new folder to write it into')
    .addOption(unblindOption())
    .addOption(storeOption())
    .addOption(asOption())
    .action(async (name, _options, given) => {
      const { personExport } = await import('./export.js');
      finish(await personExport(name, given.optsWithGlobals(), host));
    });
  describeCommand(out, {
    examples: ['scorecard person export "Ada Example" -o ada'],
    notes: [
      'The folder holds report.md, data.json and contents.md: scorecards, drafts, journals, decisions, plans and rows of tables about them. The full names and ids of other candidates are replaced; files about others are not in it. Notes stand as they were written: read them before you hand it out. The log keeps that it was exported.',
    ],
    exitCodes: {
      0: 'done',
      1: 'there is nothing, something could not be read, or your own draft hides what others rated',
      2: 'wrong usage, or the folder is not empty',
    },
  });
  const erase = person
    .command('erase')
    .description('erase a candidate: their files, their rows among others, their names; asks first')
    .argument('<person>', 'a whole name, or an id')
    .option('--why <text>', 'why, for the log; it must not hold the name')
    .option('--yes', 'do not ask')
    .addOption(storeOption())
    .addOption(asOption())
    .action(async (name, _options, given) => {
      const { personErase } = await import('./erase.js');
      finish(await personErase(name, given.optsWithGlobals(), host));
    });
  describeCommand(erase, {
    examples: [
      'scorecard person erase "Ada Example"',
      'scorecard person erase ada@example.com --why "ticket 4711" --yes',
    ],
    notes: [
      'The log keeps that it was done, when, by whom, and the digests of the scorecards, so that the chain of each interviewer can still be checked. Ended in between, the same command goes on.',
      'It erases candidates. The name of an interviewer stands in records about others, and goes with those. Notes about others that mention the person are listed and left. Out of reach: copies, backups, git history, and what was exported or printed.',
    ],
    exitCodes: {
      0: 'done, and nothing is left',
      1: 'there was nothing, something is left (it is listed), or the person is on hold',
      2: 'wrong usage, or nobody was there to be asked: nothing was erased',
    },
  });
  const hold = person
    .command('hold')
    .description(
      'keep what there is about a person, whatever erase and purge are asked; without a name, list the holds',
    )
    .argument('[person]', 'a whole name, or an id')
    .option('--why <text>', 'the reason, such as the number of a charge')
    .option('--release', 'end the hold')
    .addOption(storeOption())
    .addOption(asOption())
    .action(async (name, _options, given) => {
      const { personHold } = await import('./hold.js');
      finish(await personHold(name, given.optsWithGlobals(), host));
    });
  describeCommand(hold, {
    examples: [
      'scorecard person hold "Ada Example" --why "charge 24-118"',
      'scorecard person hold "Ada Example" --release',
      'scorecard person hold',
    ],
    notes: ['Holds are kept in people.yaml of the store.'],
    exitCodes: { 0: 'done', 1: 'there is nobody of that name, or no hold', 2: 'wrong usage' },
  });
};
