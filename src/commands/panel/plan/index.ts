import { Option } from 'commander';
import { NAMES, VISIBLE } from '../../../core/plan/plan-values.js';
import type { Register } from '../../context.js';
import { describeCommand } from '../../describe.js';
import { forceOption, formatOption, outputOption, repeatable, screenFormatOption, storeOption } from '../../options.js';
import { PLANS_FORMATS, STATUS_FORMATS } from './formats.js';

export const registerPanelPlan: Register = (panel, context) => {
  registerNew(panel, context);
  registerList(panel, context);
  registerStatus(panel, context);
};

const registerNew: Register = (panel, { host, finish }) => {
  const create = panel
    .command('new')
    .description('plan who interviews a candidate, and what may be seen before when')
    .argument('<candidate>', 'a name, or "Name <id>"')
    .option('-r, --role <role>', 'the rubric: a role or an alias')
    .option('--id <id>', "the candidate's id: an e-mail address, or the id in another system")
    .option('--variant <id>', 'the context whose weights and questions to use')
    .addOption(
      repeatable(
        '-i, --interviewer <name=sessions>',
        'who interviews, with the sessions they hold; the name alone: all dimensions (repeatable)',
      ),
    )
    .addOption(repeatable('--shadow <name=sessions>', 'who learns to interview, likewise (repeatable)'))
    .option('--lead <name>', 'who leads the meeting')
    .option('--date <date>', 'the day of the interviews (YYYY-MM-DD)')
    .addOption(
      new Option(
        '--visible <when>',
        "when others' ratings may be seen: once all one's own sessions are in, once everybody's are, or always",
      )
        .choices(VISIBLE)
        .default('after-own'),
    )
    .addOption(
      new Option('--names <when>', "when colleagues' names stand beside what they wrote: always, or after the decision")
        .choices(NAMES)
        .default('always'),
    )
    .addOption(storeOption())
    .action(async (candidate, _options, given) => {
      const { panelNew } = await import('./new.js');
      finish(await panelNew(candidate, given.optsWithGlobals(), host));
    });
  describeCommand(create, {
    examples: [
      'scorecard panel new "Ada Example" -r head-infra -i "J. Lee=technical"',
      'scorecard panel new Ada -r sre -i "J. Lee" -i "A. Novak" --date 2026-12-01',
    ],
    notes: [
      'It writes panels/NAME-ROLE.yaml in the store, to be read and changed by hand: other minutes or days for one of them, sessions of its own (`id`, `title`, `minutes`, `dimensions`, as in a rubric), `shadow: true`. Take out who does not come. With --names after, colleagues read "Interviewer A" in place of a name until the decision. That is so that a name does not colour what they read, and is not a secret: the letters follow from the plan, so whoever has the plan and this program can work out who is who. "scorecard rubric schema plan > panels/plan.schema.json" makes what its first line names, for editors.',
    ],
    exitCodes: { 0: 'done', 2: 'wrong usage, or the candidate is planned for the role already' },
  });
};

const registerList: Register = (panel, { host, finish }) => {
  const list = panel
    .command('list')
    .description('the panels that are planned: how many sessions are in, and who is missing')
    .addOption(storeOption())
    .addOption(formatOption(PLANS_FORMATS))
    .addOption(outputOption())
    .addOption(forceOption())
    .action(async (_options, given) => {
      const { panelList } = await import('./list.js');
      finish(await panelList(given.optsWithGlobals(), host));
    });
  describeCommand(list, {
    examples: ['scorecard panel list', 'scorecard panel list -f csv -o panels.csv'],
    exitCodes: { 0: 'done', 1: 'done, but plans with mistakes were left out', 2: 'wrong usage' },
  });
};

const registerStatus: Register = (panel, { host, finish }) => {
  const status = panel
    .command('status')
    .description('who of a panel is in and who is missing since when, and who covers which dimension')
    .argument('[candidate]', 'a name, or its beginning; default: all that is planned')
    .option('-r, --role <role>', 'for this role')
    .addOption(storeOption())
    .addOption(screenFormatOption(STATUS_FORMATS))
    .action(async (candidate, _options, given) => {
      const { panelStatus } = await import('./status.js');
      finish(await panelStatus(candidate, given.optsWithGlobals(), host));
    });
  describeCommand(status, {
    examples: ['scorecard panel status', 'scorecard panel status ada'],
    notes: ['It tells nothing of what was rated.'],
    exitCodes: { 0: 'done', 2: 'nobody of that name is planned, or a plan has mistakes, each with its line' },
  });
};
