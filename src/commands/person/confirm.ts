import { say, type TerminalText } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { canAsk, type Host } from '../../io/system/host.js';
import { createKeyPrompter } from '../../io/terminal/ask.js';

interface Question {
  readonly question: TerminalText;
  /** What the two answers say. */
  readonly yes: TerminalText;
  readonly no: TerminalText;
  /** Whether `--yes` was given. */
  readonly isSure: boolean;
}

/** Asks before what can't be undone. @throws ScorecardError when the answer is no, or when there is nobody to ask */
export async function confirm({ question, yes, no, isSure }: Question, host: Host): Promise<void> {
  if (isSure) return;
  if (!canAsk(host)) {
    throw new ScorecardError('nobody is there to be asked, and nothing was done', {
      hint: say`pass --yes where that is meant`,
    });
  }
  const answer = await createKeyPrompter(host).choose(question, [
    { value: 'no', name: no },
    { value: 'yes', name: yes },
  ]);
  if (answer !== 'yes') throw new ScorecardError('nothing was done');
}
