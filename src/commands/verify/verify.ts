import { resolve } from 'node:path';
import { inFile, type Problem } from '../../core/problem.js';
import { verifyScorecard } from '../../core/scorecard/verify-scorecard.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { readScorecard } from '../../io/cards/scorecard-file.js';
import type { Host } from '../../io/system/host.js';
import { renderProblems } from '../../render/messages/problems.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { pageFor } from '../shared/page.js';
import { onlyVisible, storesAround } from '../shared/visible-cards.js';

interface Options extends GlobalOptions {
  readonly unblind?: boolean;
}

export async function verify(paths: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const read = paths.map((path) => ({ path, checked: readScorecard(resolve(host.cwd, path), path) }));
  const unreadable = read.flatMap(({ checked }) => (checked.ok ? [] : [checked.problems]));
  // A mismatch shows figures: what is hidden elsewhere is hidden here.
  const { cards, exitCode } = onlyVisible(
    read.flatMap(({ path, checked }) => (checked.ok ? [{ path, card: checked.value }] : [])),
    {
      authorOf: ({ card: { candidate, interviewer, rubric } }) => ({ candidate, interviewer, role: rubric.id }),
      stores: storesAround(host, { paths }),
      unblind: options.unblind === true,
    },
    host,
  );
  const mismatches = cards.flatMap(({ path, card }) => inFile(verifyScorecard(card), path));
  const problems: readonly Problem[] = [...unreadable.flat(), ...mismatches];
  host.stdout.write(renderProblems(problems, pageFor({}, host).style));
  if (!options.quiet) {
    const found = problems.length === 0 ? 'all agree' : count(problems.length, 'mismatch', 'mismatches');
    host.stderr.write(`${count(cards.length + unreadable.length, 'scorecard')} verified: ${found}\n`);
  }
  return problems.length === 0 ? exitCode : EXIT.no;
}
