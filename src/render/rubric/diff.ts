import type { FieldChange, Overlay, RubricChange, RubricDiff, RubricField } from '../../core/authoring/rubric-diff.js';
import { clean, type JsonText, jsonDocument, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Page } from '../text/page.js';
import type { Style } from '../text/style.js';
import { hang } from '../text/text.js';
import { behindName } from '../text/words.js';

const VERDICTS: Readonly<Record<RubricDiff['comparable'], TerminalText>> = {
  yes: say`Scorecards of both can be compared: weights, scale and anchors are the same.`,
  'with-care': say`Scorecards of both can be compared with care: the arithmetic is the same, what the ratings mean has changed.`,
  no: say`Scorecards of both cannot be compared: weights, dimensions or the scale have changed.`,
};

/**
 * What changed, a line each, with long texts below as they were and as they are; last, what it means for old
 * scorecards.
 */
export function renderRubricDiff({ changes, comparable }: RubricDiff, { width, style }: Page): TerminalText {
  const lines = changes.flatMap((change) => changeLines(change, width, style));
  const verdict = hang(say``, VERDICTS[comparable], width).map((line) =>
    comparable === 'yes' ? style.good(line) : style.warning(line),
  );
  const head = changes.length === 0 ? [say`Nothing has changed.`] : lines;
  return [...head, say``, ...verdict].map((line) => say`${line}\n`).join('');
}

/** The changes and their verdict, each change with the line that says it. */
export function renderRubricDiffJson({ changes, comparable }: RubricDiff): JsonText {
  const told = changes.map((change) => ({ message: changeInWords(change), ...change }));
  return jsonDocument({ schemaVersion: 1, changes: told, comparable });
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
  weightsRationale: 'weightsRationale',
  scale: 'scale',
  bands: 'bands',
  coverageAtLeast: 'coverage needed',
  strongYesNeeds: 'strong yes needs',
  borderline: 'borderline within',
  pool: 'pool',
  name: 'name',
  weight: 'weight',
  minimum: 'minimum',
  optional: 'optional',
  meetsBar: 'meets the bar',
  anchor: 'anchor',
} as const satisfies Readonly<Record<RubricField, string>>;

/** One line, such as "Security: weight 10% → 15%". */
function changeInWords(change: RubricChange): TerminalText {
  if ('field' in change) return fieldInWords(change);
  switch (change.what) {
    case 'dimension':
      return say`${change.type}: ${clean(change.subject)}${behindName(change.weight)}`;
    case 'question':
      return say`${clean(change.subject)}: question ${change.type}`;
    default:
      return say`${clean(change.subject)}: ${change.type}`;
  }
}

function fieldInWords(change: FieldChange): TerminalText {
  const { subject, field, rating, before = 'none', after = 'none' } = change;
  const label = say`${FIELD_WORDS[field]}${rating === undefined ? say`` : say` ${rating}`}`;
  const texts = hasTextsInLine(change) ? say`${clean(before)} → ${clean(after)}` : say`rewritten`;
  return say`${subject === undefined ? say`` : say`${clean(subject)}: `}${label} ${texts}`;
}

/** Letters of both texts together that one line still takes. */
const SHORT = 60;

/** Whether the line of a change has both texts already. */
function hasTextsInLine(change: RubricChange): boolean {
  return 'field' in change && (change.before ?? '').length + (change.after ?? '').length <= SHORT;
}

function changeLines(change: RubricChange, width: number, style: Style): readonly TerminalText[] {
  const head = hang(say``, say`${change.what}: ${changeInWords(change)}`, width);
  if (hasTextsInLine(change)) return head;
  const { before, after } = { before: undefined, after: undefined, ...change };
  const old = before === undefined ? [] : hang(say`  - `, clean(before), width).map((line) => style.bad(line));
  const fresh = after === undefined ? [] : hang(say`  + `, clean(after), width).map((line) => style.good(line));
  return [...head, ...old, ...fresh];
}
