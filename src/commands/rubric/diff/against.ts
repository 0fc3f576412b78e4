import type { RubricPair } from '../../../core/rescoring/rescore.js';
import { rescore } from '../../../core/rescoring/rescore.js';
import { say, type TerminalText } from '../../../core/text/safe-text.js';
import type { ExitCode } from '../../../errors.js';
import type { Host } from '../../../io/system/host.js';
import { renderProblems } from '../../../render/messages/problems.js';
import type { ShownRescoring } from '../../../render/rubric/rescoring.js';
import type { GlobalOptions } from '../../context.js';
import { gatherCards } from '../../shared/gather-cards.js';
import { messagePage } from '../../shared/page.js';

export interface AgainstOptions extends GlobalOptions {
  /** The store whose scorecards are scored again. */
  readonly against?: string;
  readonly names?: boolean;
  readonly unblind?: boolean;
  readonly as?: string;
}

export interface Against {
  readonly rescoring: ShownRescoring;
  /** What was left out before anything was scored, to be told when the result stands. */
  readonly told: TerminalText;
  readonly exitCode: ExitCode;
}

/**
 * What the scorecards of a store come to by two rubrics, as far as they may be seen.
 *
 * @throws ScorecardError where there is no such store
 */
export async function rescoreStore(
  store: string,
  pair: RubricPair,
  { names, unblind, as, rubrics }: AgainstOptions,
  host: Host,
): Promise<Against> {
  const given = {
    store,
    role: pair.before.id,
    ...(unblind === undefined ? {} : { unblind }),
    ...(as === undefined ? {} : { as }),
    ...(rubrics === undefined ? {} : { rubrics }),
  };
  const { cards, problems, remarks, people, exitCode } = await gatherCards([], given, host);
  const lines = remarks.length === 0 ? say`` : say`${remarks.join('; ')}\n`;
  return {
    rescoring: { ...rescore(cards, pair, people.who), isNamed: names === true },
    told: say`${renderProblems(problems, messagePage(host).style)}${lines}`,
    exitCode,
  };
}
