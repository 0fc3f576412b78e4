import { type Cutoff, FACTS_AS_OF, POLICIES, type PolicyName } from '../../core/retention/policies.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Page } from '../text/page.js';
import { hang } from '../text/text.js';

/** The rules that were asked for, as facts with their source. */
export function renderRules(asked: readonly PolicyName[], { before }: Cutoff, { width }: Page): TerminalText {
  const rules = asked.map(
    (name) => [say`${name}: `, say`${clean(POLICIES[name].fact)} (${clean(POLICIES[name].source)})`] as const,
  );
  const lines = rules.flatMap(([first, text]) => hang(first, text, width));
  const facts =
    asked.length === 0 ? [] : hang(say``, say`Facts as of ${clean(FACTS_AS_OF)}, and no legal advice.`, width);
  return [...lines, ...facts, say`Everything from before ${clean(before)} is due.`]
    .map((line) => say`${line}\n`)
    .join('');
}
