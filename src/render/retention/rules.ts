import { type Cutoff, FACTS_AS_OF, POLICIES, type PolicyName } from '../../core/retention/policies.js';
import type { Page } from '../text/page.js';
import { hang } from '../text/text.js';

/** The rules that were asked for, as facts with their source. */
export function renderRules(asked: readonly PolicyName[], { before }: Cutoff, { width }: Page): string {
  const rules = asked.map((name) => [`${name}: `, `${POLICIES[name].fact} (${POLICIES[name].source})`] as const);
  const lines = rules.flatMap(([first, text]) => hang(first, text, width));
  const facts = asked.length === 0 ? [] : hang('', `Facts as of ${FACTS_AS_OF}, and no legal advice.`, width);
  return [...lines, ...facts, `What is of a day before ${before} is due.`].map((line) => `${line}\n`).join('');
}
