import type { ChangeCount, CountedKind, RubricDiff } from '../../core/authoring/rubric-diff.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';

/** "small 1.0.0 → 2.0.0: 2 dimensions renamed, 38 anchors reworded and 2 added." */
export function summaryInWords({ from, to, counts }: RubricDiff): TerminalText {
  if (counts.length === 0) return say`Nothing has changed.`;
  const told = Object.keys(WORDS).flatMap((kind) => {
    const [first, ...others] = counts.filter((one) => one.kind === kind);
    if (!first) return [];
    return [[countInWords(first), ...others.map((one) => say`${one.count} ${verbOf(one)}`)].join(' and ')];
  });
  return say`${editionsInWords(from, to)}: ${told.join(', ')}.`;
}

function editionsInWords(from: RubricDiff['from'], to: RubricDiff['to']): TerminalText {
  const before = say`${clean(from.id)} ${clean(from.version)}`;
  if (from.id !== to.id) return say`${before} → ${clean(to.id)} ${clean(to.version)}`;
  return from.version === to.version ? before : say`${before} → ${clean(to.version)}`;
}

function countInWords(counted: ChangeCount): TerminalText {
  const { one, many }: CountWords = WORDS[counted.kind];
  return say`${counted.count} ${clean(counted.count === 1 ? one : many)} ${verbOf(counted)}`;
}

function verbOf({ kind, type }: ChangeCount): TerminalText {
  return clean(WORDS[kind][type] ?? type);
}

/** A noun, and what happened to it where that is said in another word. */
interface CountWords {
  readonly one: string;
  readonly many: string;
  readonly added?: string;
  readonly removed?: string;
  readonly changed?: string;
}

/** In the order in which they are told: what decides first. */
const WORDS: Readonly<Record<CountedKind, CountWords>> = {
  dimension: { one: 'dimension', many: 'dimensions' },
  name: { one: 'dimension', many: 'dimensions', changed: 'renamed' },
  weight: { one: 'weight', many: 'weights' },
  rule: { one: 'rule', many: 'rules' },
  minimum: { one: 'minimum', many: 'minimums' },
  optional: { one: 'dimension', many: 'dimensions', added: 'made optional', removed: 'no longer optional' },
  meetsBar: { one: 'bar', many: 'bars', changed: 'reworded' },
  anchor: { one: 'anchor', many: 'anchors', changed: 'reworded' },
  short: { one: 'short anchor', many: 'short anchors', changed: 'reworded' },
  border: { one: 'border question', many: 'border questions', changed: 'reworded' },
  'core-question': { one: 'core question', many: 'core questions' },
  question: { one: 'other question', many: 'other questions' },
  core: { one: 'question', many: 'questions', added: 'made core', removed: 'no longer core' },
  followUps: { one: 'list of follow-ups', many: 'lists of follow-ups' },
  listenFor: { one: 'list of what to listen for', many: 'lists of what to listen for' },
  strong: { one: 'list of strong signals', many: 'lists of strong signals' },
  weak: { one: 'list of weak signals', many: 'lists of weak signals' },
  evidence: { one: 'list of figures', many: 'lists of figures' },
  minutes: { one: 'time of a dimension', many: 'times of dimensions' },
  about: { one: 'text about a dimension', many: 'texts about dimensions', changed: 'reworded' },
  session: { one: 'session', many: 'sessions' },
  'red-flag': { one: 'red flag', many: 'red flags' },
  exercise: { one: 'exercise', many: 'exercises' },
  requirement: { one: 'requirement', many: 'requirements' },
  variant: { one: 'variant', many: 'variants' },
  export: { one: 'export', many: 'exports' },
  source: { one: 'source', many: 'sources' },
  home: { one: 'home', many: 'homes' },
  text: { one: 'text of the rubric itself', many: 'texts of the rubric itself' },
};
