import type { DecisionWord } from '../../../core/decision/decision.js';
import { formatPerson } from '../../../core/person/parse-person.js';
import type { Person } from '../../../core/person/person.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { ScorecardError } from '../../../errors.js';
import { canAsk, type Host } from '../../../io/system/host.js';
import { createKeyPrompter, type Prompter } from '../../../io/terminal/ask.js';
import { inWords } from '../../../render/text/words.js';
import { DECISION_WORDS } from './formats.js';

/** What was said on the command line. */
export interface Said {
  readonly decision?: DecisionWord;
  readonly by?: string;
  readonly why?: string;
  readonly whyDiffers?: string;
  readonly whyReplace?: string;
}

/** Asks for a part of a decision, or tells which option says it. */
export interface Questions {
  decision(): Promise<DecisionWord>;
  /** `usual` stands on the line to begin with. */
  by(usual: Person | undefined): Promise<string>;
  why(): Promise<string>;
  whyDiffers(recommendation: string): Promise<string>;
  whyReplace(earlier: string): Promise<string>;
}

/**
 * What was said, and questions for the rest. Where nobody can be asked, what is missing is told at once.
 *
 * @throws ScorecardError where something is missing, or was not answered
 */
export function createQuestions(said: Said, host: Host): Questions {
  const prompter = canAsk(host) ? createKeyPrompter(host) : undefined;
  if (!prompter) checkSaid(said);
  const text = async (given: string | undefined, option: string, message: TerminalText, begun?: string) => {
    if (given !== undefined && given.trim() === '') throw new ScorecardError(`${option} says nothing`);
    if (given !== undefined) return given.trim();
    return answered(await askable(prompter, option).text(message, begun));
  };
  return {
    decision: async () =>
      said.decision ??
      (answered(
        await askable(prompter, '--decision').choose(
          say`What was decided?`,
          DECISION_WORDS.map((value) => ({ value, name: inWords(value) })),
        ),
      ) as DecisionWord),
    by: (usual) => text(said.by, '--by', say`Who decided?`, usual && formatPerson(usual)),
    why: () => text(said.why, '--why', say`Why?`),
    whyDiffers: (recommendation) =>
      text(
        said.whyDiffers,
        '--why-differs',
        say`The rules say ${inWords(recommendation)}: why does the decision differ?`,
      ),
    whyReplace: (earlier) => text(said.whyReplace, '--why-replace', say`Why another than ${clean(earlier)}?`),
  };
}

function checkSaid({ decision, by, why }: Said): void {
  const missing = [
    ...(decision === undefined ? ['--decision'] : []),
    ...(by === undefined ? ['--by'] : []),
    ...(why === undefined ? ['--why'] : []),
  ];
  if (missing.length > 0) throw missingOptions(missing);
}

function missingOptions(options: readonly string[]): ScorecardError {
  return new ScorecardError(`nothing is recorded without ${options.join(', ')}`, {
    hint: say`pass ${options.map(clean).join(' and ')}, or run it at a terminal`,
  });
}

function askable(prompter: Prompter | undefined, option: string): Prompter {
  if (prompter) return prompter;
  throw missingOptions([option]);
}

function answered(answer: string | undefined): string {
  if (answer === undefined) throw new ScorecardError('nothing was recorded');
  return answer;
}
