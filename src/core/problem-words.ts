import { ADVICE_WORDS } from './problems/advice.js';
import { ANSWERS_WORDS } from './problems/answers.js';
import { ATS_PROBLEM_WORDS } from './problems/ats.js';
import { CASE_WORDS } from './problems/cases.js';
import { CHAIN_WORDS } from './problems/chain.js';
import { COUNTS_WORDS } from './problems/counts.js';
import { DECISION_WORDS } from './problems/decision.js';
import { FILE_WORDS } from './problems/files.js';
import { OCCASION_WORDS } from './problems/occasion.js';
import { PLAN_WORDS } from './problems/plan.js';
import { REPORT_WORDS } from './problems/reports.js';
import { RUBRIC_WORDS } from './problems/rubric.js';
import { SCHEMA_WORDS } from './problems/schema.js';
import { SCORECARD_WORDS } from './problems/scorecard.js';
import { TABLE_WORDS } from './problems/table.js';
import { YAML_WORDS } from './problems/yaml.js';

/** Each code of a problem with its words: what is wrong and what to do, lower case, no full stop. */
const PROBLEM_WORDS = {
  ...SCHEMA_WORDS,
  ...RUBRIC_WORDS,
  ...SCORECARD_WORDS,
  ...CHAIN_WORDS,
  ...DECISION_WORDS,
  ...TABLE_WORDS,
  ...COUNTS_WORDS,
  ...ATS_PROBLEM_WORDS,
  ...OCCASION_WORDS,
  ...REPORT_WORDS,
  ...FILE_WORDS,
  ...ANSWERS_WORDS,
  ...PLAN_WORDS,
  ...CASE_WORDS,
  ...YAML_WORDS,
};

export type ProblemCode = keyof typeof PROBLEM_WORDS;
export type AdviceCode = keyof typeof ADVICE_WORDS;

const WORDS = { ...PROBLEM_WORDS, ...ADVICE_WORDS };

/** What has to be known to word a code; nothing where its words are always the same. */
export type About<Code extends ProblemCode | AdviceCode> =
  Parameters<(typeof WORDS)[Code]> extends [infer Details] ? Details : Record<string, never>;

export function wordsOf<Code extends ProblemCode | AdviceCode>(code: Code, about: About<Code>): string {
  return (WORDS[code] as (about: About<Code>) => string)(about);
}

/** What a rubric's `allow` may name. */
export const ADVICE_CODES = Object.keys(ADVICE_WORDS) as readonly AdviceCode[];

const FAMILIES = { advice: ADVICE_WORDS, yaml: YAML_WORDS, file: FILE_WORDS, schema: SCHEMA_WORDS } as const;

/** What kind of thing a code is about; `rubric`: what parts of a rubric do not agree on. */
export function familyOf(code: ProblemCode | AdviceCode): keyof typeof FAMILIES | 'rubric' {
  const found = Object.entries(FAMILIES).find(([, words]) => Object.hasOwn(words, code));
  return found ? (found[0] as keyof typeof FAMILIES) : 'rubric';
}
