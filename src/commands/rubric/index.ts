import { Argument, Option } from 'commander';
import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import {
  asOption,
  forceOption,
  formatOption,
  openOption,
  outputOption,
  repeatable,
  screenFormatOption,
  unblindOption,
} from '../options.js';
import {
  CALIBRATE_FORMATS,
  CHECK_FORMATS,
  DIFF_FORMATS,
  IMPORT_FORMATS,
  LIST_FORMATS,
  SHOW_FORMATS,
  TEST_FORMATS,
} from './formats.js';
import { registerRubricSql } from './sql/index.js';

export const registerRubric: Register = (parent, { host, finish }) => {
  const rubric = parent.command('rubric').description('list, show, check, write and compare rubrics');
  const list = rubric
    .command('list')
    .description('list the rubrics that --role can name')
    .addOption(screenFormatOption(LIST_FORMATS, 'how to show them'))
    .action(async (_options, given) => {
      const { rubricList } = await import('./list.js');
      finish(await rubricList(given.optsWithGlobals(), host));
    });
  describeCommand(list, {
    examples: ['scorecard rubric list'],
    exitCodes: { 0: 'done', 2: 'a folder of rubrics is missing' },
  });
  const show = rubric
    .command('show')
    .description('show a rubric: to read, to print, or as data')
    .argument('<role>', 'a role, an alias, or the path of a YAML file')
    .option('--variant <id>', 'with the weights and questions of this context')
    .option('--session <id>', 'only what this session of the interview plan rates')
    .option('--brief', 'one page for the five minutes before: core questions, probes, short anchors, stop flags')
    .addOption(
      new Option('--candidate', 'two pages to hand out: topics, format, aids, adjustments; no anchors').conflicts(
        'brief',
      ),
    )
    .option('--contact <text>', 'with --candidate: whom to write to (default: a blank to fill in)')
    .addOption(formatOption(SHOW_FORMATS))
    .addOption(outputOption())
    .addOption(forceOption())
    .action(async (role, _options, given) => {
      const { rubricShow } = await import('./show.js');
      finish(await rubricShow(role, given.optsWithGlobals(), host));
    });
  describeCommand(show, {
    examples: [
      'scorecard rubric show head-infra',
      'scorecard rubric show head-infra -f markdown -o kit.md',
      'scorecard rubric show head-infra --variant startup -o kit.html',
      'scorecard rubric show head-infra --brief --session technical',
      'scorecard rubric show head-infra --candidate --contact hiring@example.com',
    ],
    exitCodes: { 0: 'done', 2: 'there is no such role, variant or session, or its file has mistakes' },
  });
  const check = rubric
    .command('check')
    .description('check rubrics: every mistake, with its line and column, and advice')
    .argument('[rubrics...]', 'roles, YAML files or folders (default: the nearest folder of rubrics)')
    .option('--sources', 'each item of the documents that a rubric rests on has a home in it')
    .option('--strict', 'advice counts: exit 1 when there is any')
    .addOption(screenFormatOption(CHECK_FORMATS, 'how to show the problems'))
    .action(async (rubrics, _options, given) => {
      const { rubricCheck } = await import('./check.js');
      finish(await rubricCheck(rubrics, given.optsWithGlobals(), host));
    });
  describeCommand(check, {
    examples: [
      { line: 'scorecard rubric check', about: 'all in ./rubrics' },
      'scorecard rubric check --strict --sources head-infra rubrics/own.yaml',
    ],
    notes: [
      'Advice is apart from mistakes; a rubric sets a piece of advice aside with allow: [{ code, reason }].',
      'Rated answers in samples/ID.yaml beside a rubric are checked with it.',
    ],
    exitCodes: {
      0: 'no mistakes',
      1: 'mistakes (or advice, with --strict), each on a line of its own',
      2: 'a file cannot be read',
    },
  });
  const test = rubric
    .command('test')
    .description('run the cases beside rubrics: answers, and what the rubric should make of them')
    .argument('[rubrics...]', 'roles, rubrics, *.test.yaml files or folders (default: the nearest folder of rubrics)')
    .option('--update', 'write down what comes out now; comments and order stay')
    .addOption(screenFormatOption(TEST_FORMATS))
    .action(async (rubrics, _options, given) => {
      const { rubricTest } = await import('./test/test.js');
      finish(await rubricTest(rubrics, given.optsWithGlobals(), host));
    });
  describeCommand(test, {
    examples: [
      { line: 'scorecard rubric test', about: 'all in ./rubrics' },
      'scorecard rubric test head-infra',
      'scorecard rubric test --update rubrics/own.test.yaml',
      'scorecard rubric test -f github rubrics',
    ],
    notes: [
      'ROLE.test.yaml beside a rubric holds cases: a name, ratings and red flags as in an answers file (or interviews, each with its own, to be pooled), and under expect the score, coverage, recommendation, borderline and because. What is left out is not compared; reasons are compared by rule and by what they are about, never by their words.',
    ],
    exitCodes: {
      0: 'every case came out as expected, or --update wrote what does',
      1: 'some did not, each with its place',
      2: 'there are no tests, or a file has mistakes: nothing was tested',
    },
  });
  const calibrate = rubric
    .command('calibrate')
    .description('rate written answers blind, and see which anchors you take for which: before the interviews')
    .argument('<role>', 'a role, an alias, or the path of a YAML file')
    .addOption(repeatable('--dimension <id>', 'only answers to this dimension (repeatable)'))
    .option('--limit <number>', 'at most so many answers')
    .option('--seed <number>', 'the order of the answers, to have it again (default: a new one each time)')
    .option('--answers <file>', 'take ratings from a file: a saved report, or answers that were begun')
    .option('--plain', 'read ratings line by line from a pipe too')
    .addOption(
      new Option('--compare <report...>', 'two saved reports against each other').conflicts(['answers', 'plain']),
    )
    .addOption(asOption())
    .addOption(formatOption(CALIBRATE_FORMATS))
    .addOption(outputOption())
    .addOption(openOption())
    .addOption(forceOption())
    .action(async (role, _options, given) => {
      const { rubricCalibrate } = await import('./calibrate/calibrate.js');
      finish(await rubricCalibrate(role, given.optsWithGlobals(), host));
    });
  describeCommand(calibrate, {
    examples: [
      { line: 'scorecard rubric calibrate head-infra --limit 8', about: 'a first round, ten minutes' },
      'scorecard rubric calibrate head-infra --dimension operations -o ada.json',
      'scorecard rubric calibrate head-infra --compare ada.json bo.json',
    ],
    notes: [
      'The answers are those in samples/ID.yaml beside the rubric, whose ratings were agreed with the reason. They are rated by the anchors, one at a time and in a mixed order; the report has the exact and the within-one agreement, the direction, and each two anchors that were confused, with what decides between them. All raters talk about the same answers then: that is the training.',
      'A number alone rates and goes on, words are a note, /back goes back, /quit ends. Ctrl-C prints what was rated as a file for --answers. A report saved as JSON is such a file too. Nothing is written to the store.',
    ],
    exitCodes: {
      0: 'done',
      1: 'done, but answers were left unrated',
      2: 'wrong usage or input, or no rated answers beside the rubric',
    },
  });
  const create = rubric
    .command('new')
    .description('write a rubric to begin with: commented, and valid as it stands')
    .argument('<role>', 'its title or id, such as "Staff Data Engineer" or staff-data-engineer')
    .option('--from <role>', 'begin with a copy of another rubric')
    .option('--title <title>', 'the role as people read it')
    .option('-o, --output <file>', 'where to write it (default: rubrics/ID.yaml)')
    .addOption(
      new Option('--repo <dir>', 'a repository to begin with: the rubric, its test, a workflow, a README').conflicts(
        'output',
      ),
    )
    .addOption(forceOption())
    .action(async (role, _options, given) => {
      const { rubricNew } = await import('./new.js');
      finish(await rubricNew(role, given.optsWithGlobals(), host));
    });
  describeCommand(create, {
    examples: [
      'scorecard rubric new "Staff Data Engineer"',
      'scorecard rubric new sre-manager --from head-infra',
      'scorecard rubric new "Staff Data Engineer" --repo hiring-rubrics',
    ],
    exitCodes: { 0: 'done', 2: 'the file exists, or no id can be made of the title' },
  });
  const importing = rubric
    .command('import')
    .description('make a draft of a rubric from a career ladder')
    .argument('<file>', 'the ladder')
    .addOption(new Option('--as <format>', 'what the file is (default: by its ending)').choices(IMPORT_FORMATS))
    .option('--level <level>', 'the level that the role is at: it becomes the 3, its neighbours the 2 and the 4')
    .option('--title <title>', 'the role as people read it; its id is made of it')
    .option('-o, --output <file>', 'where to write it (default: rubrics/ID.yaml)')
    .addOption(forceOption())
    .action(async (file, _options, given) => {
      const { rubricImport } = await import('./import.js');
      finish(await rubricImport(file, given.optsWithGlobals(), host));
    });
  describeCommand(importing, {
    examples: [
      'scorecard rubric import ladder.csv --level Senior --title "Senior SRE"',
      'scorecard rubric import backend.md --as progression --level 3',
    ],
    notes: [
      'csv: a row for each competency, a column for each level, the lowest first. progression: a framework with topics and levels in its front matter, as Monzo publishes its own.',
      'Levels are not ratings: 1 and 5, short forms and questions are for the author to write, and `rubric check` tells where.',
    ],
    exitCodes: { 0: 'done', 2: 'the file exists, cannot be read, or has no such level' },
  });
  const diff = rubric
    .command('diff')
    .description('what changed between two rubrics, and whether old scorecards can still be compared')
    .argument('<before>', 'a role, an alias, or the path of a YAML file (- reads stdin)')
    .argument('<after>', 'the same')
    .option('--against <dir>', 'score the past scorecards of this store by both: which recommendations would differ')
    .option('--names', 'with --against: name the candidates; without it, scorecards are told by their digests')
    .addOption(unblindOption())
    .addOption(asOption())
    .addOption(screenFormatOption(DIFF_FORMATS))
    .action(async (before, after, _options, given) => {
      const { rubricDiff } = await import('./diff.js');
      finish(await rubricDiff({ before, after }, given.optsWithGlobals(), host));
    });
  describeCommand(diff, {
    examples: [
      'scorecard rubric diff old/head-infra.yaml rubrics/head-infra.yaml',
      'scorecard rubric diff old.yaml new.yaml --against scorecards',
      'git show main:rubrics/own.yaml | scorecard rubric diff - rubrics/own.yaml',
    ],
    notes: [
      'With --against, dimensions, red flags and variants are matched by their ids. What was rated stays; only what the rubrics make of it differs: weights, minimums, flags, rules. What cannot be scored by both is told with the reason.',
    ],
    exitCodes: {
      0: 'nothing changed',
      1: 'something changed, or scorecards were left out',
      2: 'a rubric or the store cannot be read',
    },
  });
  const schema = rubric
    .command('schema')
    .description('print the JSON Schema, for editors and other programs')
    .addArgument(
      new Argument('[of]', 'of what')
        .choices(['rubric', 'test', 'scorecard', 'decision', 'answers', 'plan', 'scorecard-1'])
        .default('rubric'),
    )
    .action(async (of) => {
      const { rubricSchema } = await import('./schema.js');
      finish(await rubricSchema(of, host));
    });
  describeCommand(schema, {
    examples: [
      'scorecard rubric schema > rubrics/rubric.schema.json',
      'scorecard rubric schema answers > answers.schema.json',
    ],
    exitCodes: { 0: 'done', 2: 'there is no such schema' },
  });
  registerRubricSql(rubric, { host, finish });
};
