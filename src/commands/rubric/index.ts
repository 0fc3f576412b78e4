import { Argument } from 'commander';
import type { Register } from '../context.js';
import { forceOption, formatOption, outputOption, screenFormatOption } from '../options.js';
import { CHECK_FORMATS, DIFF_FORMATS, LIST_FORMATS, SHOW_FORMATS } from './formats.js';

export const registerRubric: Register = (parent, { host, finish }) => {
  const rubric = parent.command('rubric').description('list, show, check, write and compare rubrics');
  rubric
    .command('list')
    .description('list the rubrics that --role can name')
    .addOption(screenFormatOption(LIST_FORMATS, 'how to show them'))
    .addHelpText(
      'after',
      '\nExamples:\n  scorecard rubric list\n\nExit codes: 0 done; 2 a folder of rubrics is missing.',
    )
    .action(async (_options, command) => {
      const { rubricList } = await import('./list.js');
      finish(await rubricList(command.optsWithGlobals(), host));
    });
  rubric
    .command('show')
    .description('show a rubric: to read, to print, or as data')
    .argument('<role>', 'a role, an alias, or the path of a YAML file')
    .option('--variant <id>', 'with the weights and questions of this context')
    .addOption(formatOption(SHOW_FORMATS))
    .addOption(outputOption())
    .addOption(forceOption())
    .addHelpText(
      'after',
      '\nExamples:\n  scorecard rubric show head-infra\n  scorecard rubric show head-infra -f markdown -o kit.md\n  scorecard rubric show head-infra --variant startup -o kit.html\n\nExit codes: 0 done; 2 there is no such role, or its file has mistakes.',
    )
    .action(async (role, _options, command) => {
      const { rubricShow } = await import('./show.js');
      finish(await rubricShow(role, command.optsWithGlobals(), host));
    });
  rubric
    .command('check')
    .description('check rubric files: every mistake, with its line and column, and advice')
    .argument('<files...>', 'YAML files')
    .option('--strict', 'advice counts: exit 1 when there is any')
    .addOption(screenFormatOption(CHECK_FORMATS, 'how to show the problems'))
    .addHelpText(
      'after',
      '\nExamples:\n  scorecard rubric check rubrics/*.yaml\n\nAdvice is apart from mistakes; a rubric sets a piece of it aside with allow: [{ code, reason }].\n\nExit codes: 0 no mistakes; 1 mistakes (or advice, with --strict), each on a line of its own; 2 a file cannot be read.',
    )
    .action(async (files, _options, command) => {
      const { rubricCheck } = await import('./check.js');
      finish(await rubricCheck(files, command.optsWithGlobals(), host));
    });
  rubric
    .command('new')
    .description('write a rubric to begin with: commented, and valid as it stands')
    .argument('<id>', 'the role, such as data-platform-lead')
    .option('--from <role>', 'begin with a copy of another rubric')
    .option('--title <title>', 'the role as people read it')
    .option('-o, --output <file>', 'where to write it (default: rubrics/ID.yaml)')
    .addOption(forceOption())
    .addHelpText(
      'after',
      '\nExamples:\n  scorecard rubric new data-platform-lead\n  scorecard rubric new sre-manager --from head-infra\n\nExit codes: 0 done; 2 the file exists, or the id can not be one.',
    )
    .action(async (id, _options, command) => {
      const { rubricNew } = await import('./new.js');
      finish(await rubricNew(id, command.optsWithGlobals(), host));
    });
  rubric
    .command('diff')
    .description('what changed between two rubrics, and whether old scorecards can still be compared')
    .argument('<before>', 'a role, an alias, or the path of a YAML file')
    .argument('<after>', 'the same')
    .addOption(screenFormatOption(DIFF_FORMATS))
    .addHelpText(
      'after',
      '\nExamples:\n  scorecard rubric diff old/head-infra.yaml rubrics/head-infra.yaml\n\nExit codes: 0 nothing changed; 1 something did; 2 a rubric cannot be read.',
    )
    .action(async (before, after, _options, command) => {
      const { rubricDiff } = await import('./diff.js');
      finish(await rubricDiff({ before, after }, command.optsWithGlobals(), host));
    });
  rubric
    .command('schema')
    .description('print the JSON Schema, for editors and other programs')
    .addArgument(new Argument('[of]', 'of what').choices(['rubric', 'scorecard']).default('rubric'))
    .addHelpText(
      'after',
      '\nExamples:\n  scorecard rubric schema > rubrics/rubric.schema.json\n\nExit codes: 0 done; 2 there is no such schema.',
    )
    .action(async (of) => {
      const { rubricSchema } = await import('./schema.js');
      finish(await rubricSchema(of, host));
    });
};
