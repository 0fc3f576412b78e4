import type { FieldChange, Overlay, RubricChange, RubricDiff, RubricField } from '../../core/authoring/rubric-diff.js';
import { type JsonText, jsonDocument } from '../../core/text/safe-text.js';
import type { Page } from '../text/page.js';
import type { Style } from '../text/style.js';
import { clean, hang } from '../text/text.js';

const VERDICTS: Readonly<Record<RubricDiff['comparable'], string>> = {
  yes: 'Scorecards of both can be compared: weights, scale and anchors are the same.',
  'with-care':
    'Scorecards of both can be compared with care: the arithmetic is the same, what the ratings mean has changed.',
  no: 'Scorecards of both cannot be compared: weights, dimensions or the scale have changed.',
};

/**
 * What changed, a line each, with long texts below as they were and as they are; last, what it means for old
 * scorecards.
 */
export function renderRubricDiff({ changes, comparable }: RubricDiff, { width, style }: Page): string {
  const lines = changes.flatMap((change) => changeLines(change, width, style));
  const verdict = hang('', VERDICTS[comparable], width).map((line) =>
    comparable === 'yes' ? style.good(line) : style.warning(line),
  );
  const head = changes.length === 0 ? ['Nothing has changed.'] : lines;
  return [...head, '', ...verdict].map((line) => `${line}\n`).join('');
}

/** The changes and their verdict, each change with the line that says it. */
export function renderRubricDiffJson({ changes, comparable }: RubricDiff): JsonText {
  const told = changes.map((change) => ({ message: changeInWords(change), ...change }));
  return jsonDocument({ schemaVersion: 1, changes: told, comparable });
}

/** A line for each thing that a variant changes. */
export function overlayInWords({ changes, redFlags }: Overlay): readonly string[] {
  return [
    ...changes.map((change) => {
      const text = hasTextsInLine(change) || !('after' in change) ? undefined : change.after;
      return text === undefined ? changeInWords(change) : `${changeInWords(change)}: ${text}`;
    }),
    ...redFlags.map((flag) => `red flag added: ${flag}`),
  ];
}

const FIELD_WORDS: Readonly<Record<RubricField, string>> = {
  id: 'id',
  title: 'title',
  version: 'version',
  summary: 'summary',
  weightsRationale: 'weightsRationale',
  scale: 'scale',
  bands: 'bands',
  coverageAtLeast: 'coverage needed',
  name: 'name',
  weight: 'weight',
  minimum: 'minimum',
  optional: 'optional',
  meetsBar: 'meets the bar',
  anchor: 'anchor',
};

/** One line, such as "Security: weight 10% → 15%". */
function changeInWords(change: RubricChange): string {
  if ('field' in change) return fieldInWords(change);
  switch (change.what) {
    case 'dimension':
      return `${change.type}: ${change.subject}, ${change.weight}%`;
    case 'question':
      return `${change.subject}: question ${change.type}`;
    default:
      return `${change.subject}: ${change.type}`;
  }
}

function fieldInWords(change: FieldChange): string {
  const { subject, field, rating, before = 'none', after = 'none' } = change;
  const label = [FIELD_WORDS[field], ...(rating === undefined ? [] : [rating])].join(' ');
  const texts = hasTextsInLine(change) ? `${before} → ${after}` : 'rewritten';
  return `${subject === undefined ? '' : `${subject}: `}${label} ${texts}`;
}

/** Letters of both texts together that one line still takes. */
const SHORT = 60;

/** Whether the line of a change has both texts already. */
function hasTextsInLine(change: RubricChange): boolean {
  return 'field' in change && (change.before ?? '').length + (change.after ?? '').length <= SHORT;
}

function changeLines(change: RubricChange, width: number, style: Style): readonly string[] {
  const head = hang('', `${change.what}: ${clean(changeInWords(change))}`, width);
  if (hasTextsInLine(change)) return head;
  const { before, after } = { before: undefined, after: undefined, ...change };
  const old = before === undefined ? [] : hang('  - ', clean(before), width).map((line) => style.bad(line));
  const fresh = after === undefined ? [] : hang('  + ', clean(after), width).map((line) => style.good(line));
  return [...head, ...old, ...fresh];
}
