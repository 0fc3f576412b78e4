import type { FieldChange, RubricChange, RubricField } from '../../core/authoring/rubric-change.js';
import type { Overlay, RubricDiff, VersionPart } from '../../core/authoring/rubric-diff.js';
import { clean, type JsonText, jsonDocument, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Page } from '../text/page.js';
import type { Style } from '../text/style.js';
import { hang } from '../text/text.js';
import { behindName } from '../text/words.js';
import { summaryInWords } from './diff-summary.js';

const VERDICTS: Readonly<Record<RubricDiff['comparable'], TerminalText>> = {
  yes: say`Scorecards of both can be compared: weights, scale and anchors are the same.`,
  'with-care': say`Scorecards of both can be compared with care: the arithmetic is the same, what the ratings mean has changed.`,
  no: say`Scorecards of both cannot be compared: weights, dimensions or the scale have changed.`,
};

/**
 * A line that counts what changed; then each change, a line each, with long texts below as they were and as they are;
 * last, what it means for old scorecards, and for the version.
 */
export function renderRubricDiff(diff: RubricDiff, { width, style }: Page): TerminalText {
  const { changes, comparable, raise } = diff;
  const verdict = hang(say``, VERDICTS[comparable], width).map((line) =>
    comparable === 'yes' ? style.good(line) : style.warning(line),
  );
  const summary = hang(say``, summaryInWords(diff), width);
  const lines = changes.length === 0 ? [] : [say``, ...foldHomes(changes).flatMap((one) => linesOf(one, width, style))];
  const version = raise === undefined ? [] : hang(say``, versionInWords(diff, raise), width);
  return [...summary, ...lines, say``, ...verdict, ...version].map((line) => say`${line}\n`).join('');
}

function versionInWords({ from, to }: RubricDiff, raise: VersionPart): TerminalText {
  return from.version === to.version
    ? say`The version is still ${clean(to.version)}: raise its ${raise} number.`
    : say`The version went from ${clean(from.version)} to ${clean(to.version)}: raise its ${raise} number.`;
}

/** The changes and their verdict, each change with the line that says it; `more` stands behind them. */
export function renderRubricDiffJson(diff: RubricDiff, more: object = {}): JsonText {
  const told = diff.changes.map((change) => ({ message: changeInWords(change), ...change }));
  const { from, to, counts, comparable, raise = null } = diff;
  return jsonDocument({
    schemaVersion: 1,
    message: summaryInWords(diff),
    from,
    to,
    counts,
    changes: told,
    comparable,
    raise,
    ...more,
  });
}

/** Homes of the items of one document that changed alike: a long list, and each is but a name. */
interface Homes {
  readonly items: readonly FieldChange[];
}

/** More homes than these are told together. */
const MOST_HOMES = 3;

function foldHomes(changes: readonly RubricChange[]): readonly (RubricChange | Homes)[] {
  const folded = new Map<string, FieldChange[]>();
  const others: RubricChange[] = [];
  for (const change of changes) {
    if (!('field' in change && change.field === 'home')) others.push(change);
    else {
      const key = JSON.stringify([change.subject, verbOf(change)]);
      folded.set(key, [...(folded.get(key) ?? []), change]);
    }
  }
  const groups = [...folded.values()].flatMap((items): readonly (FieldChange | Homes)[] =>
    items.length > MOST_HOMES ? [{ items }] : items,
  );
  return [...others, ...groups];
}

function linesOf(change: RubricChange | Homes, width: number, style: Style): readonly TerminalText[] {
  if (!('items' in change)) return changeLines(change, width, style);
  const { items } = change;
  const [first] = items;
  if (!first) return [];
  const names = items.map(({ of = '' }) => clean(of)).join(', ');
  const document = clean(first.subject ?? '');
  return hang(say``, say`source: ${document}: ${items.length} homes ${verbOf(first)}: ${names}`, width);
}

function verbOf({ before, after }: FieldChange): 'added' | 'removed' | 'rewritten' {
  return before === undefined ? 'added' : after === undefined ? 'removed' : 'rewritten';
}

/** A line for each thing that a variant changes. */
export function overlayInWords({ changes, redFlags }: Overlay): readonly TerminalText[] {
  return [
    ...changes.map((change) => {
      const text = hasTextsInLine(change) || !('after' in change) ? undefined : change.after;
      return text === undefined ? changeInWords(change) : say`${changeInWords(change)}: ${clean(text)}`;
    }),
    ...redFlags.map((flag) => say`red flag added: ${clean(flag)}`),
  ];
}

const FIELD_WORDS = {
  id: 'id',
  title: 'title',
  version: 'version',
  summary: 'summary',
  extends: 'extends',
  howToRate: 'howToRate',
  weightsRationale: 'weightsRationale',
  scale: 'scale',
  labels: 'labels',
  bands: 'bands',
  coverageAtLeast: 'coverage needed',
  strongYesNeeds: 'strong yes needs',
  borderline: 'borderline within',
  pool: 'pool',
  name: 'name',
  about: 'about',
  weight: 'weight',
  minimum: 'minimum',
  optional: 'optional',
  minutes: 'minutes',
  meetsBar: 'meets the bar',
  anchor: 'anchor',
  short: 'short anchor',
  border: 'border',
  core: 'core',
  followUps: 'follow-ups',
  listenFor: 'listen for',
  strong: 'strong signals',
  weak: 'weak signals',
  evidence: 'figures',
  home: 'home',
} as const satisfies Readonly<Record<RubricField, string>>;

/** One line, such as "Security: weight 10% → 15%". */
function changeInWords(change: RubricChange): TerminalText {
  if ('field' in change) return fieldInWords(change);
  switch (change.what) {
    case 'dimension':
      return say`${change.type}: ${clean(change.subject)}${behindName(change.weight)}`;
    case 'question':
      return say`${clean(change.subject)}: ${change.isCore ? 'core question' : 'question'} ${change.type}`;
    default:
      return say`${clean(change.subject)}: ${change.type}`;
  }
}

function fieldInWords(change: FieldChange): TerminalText {
  const { subject, field, rating, of, before = 'none', after = 'none' } = change;
  const owner = subject === undefined ? say`` : say`${clean(subject)}: `;
  if (field === 'core') return say`${owner}${after === 'true' ? 'now core' : 'no longer core'}: ${clean(of ?? '')}`;
  const which = [rating === undefined ? undefined : String(rating), of].filter((one) => one !== undefined);
  const label = say`${FIELD_WORDS[field]}${which.map((one) => say` ${clean(change.what === 'question' ? `of "${one}"` : one)}`).join('')}`;
  if (hasTextsInLine(change)) return say`${owner}${label} ${clean(before)} → ${clean(after)}`;
  return say`${owner}${label} ${verbOf(change)}`;
}

/** Letters of both texts together that one line still takes. */
const SHORT = 60;

/** Whether the line of a change has both texts already. */
function hasTextsInLine(change: RubricChange): boolean {
  if (!('field' in change)) return false;
  if (change.what === 'question') return change.field === 'core';
  return (change.before ?? '').length + (change.after ?? '').length <= SHORT;
}

function changeLines(change: RubricChange, width: number, style: Style): readonly TerminalText[] {
  const head = hang(say``, say`${change.what}: ${changeInWords(change)}`, width);
  if (hasTextsInLine(change)) return head;
  const { before, after } = { before: undefined, after: undefined, ...change };
  const old = before === undefined ? [] : hang(say`  - `, clean(before), width).map((line) => style.bad(line));
  const fresh = after === undefined ? [] : hang(say`  + `, clean(after), width).map((line) => style.good(line));
  return [...head, ...old, ...fresh];
}
