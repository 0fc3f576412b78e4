import { Option } from 'commander';
import type { Register } from '../context.js';
import { storeOption } from '../options.js';

export const registerInterview: Register = (parent, { host, finish }) => {
  parent
    .command('interview')
    .description('hold an interview: rate each dimension beside its anchors, then submit a scorecard')
    .option('-r, --role <role>', 'the rubric: a role, an alias, or the path of a YAML file')
    .option('-c, --candidate <name>', 'who is interviewed')
    .option('-i, --interviewer <name>', "who interviews (default: git's user.name, then the login name)")
    .option('--variant <id>', 'the context whose weights and questions to use')
    .addOption(storeOption())
    .option('--answers <file>', 'take all answers from a YAML or JSON file, without prompts (- reads stdin)')
    .option('--plain', 'line by line, without redrawing: for screen readers, simple terminals and pipes')
    .option('--ascii', 'the board in ASCII alone')
    .option('--resume <id>', 'go on with this draft')
    .option('--restart', 'begin anew where a draft exists; the old one is kept as history')
    .addOption(new Option('-f, --format <format>', 'print the scorecard on stdout too').choices(['json', 'markdown']))
    .addHelpText(
      'after',
      `
Examples:
  scorecard interview --role head-infra
  scorecard interview --role head-infra --candidate "Ada Example" --variant startup
  scorecard interview --role head-infra --answers ada.yaml -f json | jq .result

On a terminal the board opens: one key is one rating, ? shows the keys. With --plain, SCORECARD_PLAIN=1 or TERM=dumb it
is asked line by line. Every answer is on disk before the next prompt shows. A draft is offered when the same candidate
and role are opened again.

Exit codes: 0 submitted or saved as a draft; 1 the input ended before it was submitted; 2 wrong usage or input;
130 Ctrl-C, 143 SIGTERM, 129 SIGHUP: the draft is kept.`,
    )
    .action(async (_options, command) => {
      const { interview } = await import('./interview.js');
      finish(await interview(command.optsWithGlobals(), host));
    });
};
