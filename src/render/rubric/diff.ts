import type { RubricChange, RubricDiff } from '../../core/authoring/rubric-diff.js';
import type { Page } from '../text/page.js';
import type { Style } from '../text/style.js';
import { clean, hang } from '../text/text.js';

const VERDICTS: Readonly<Record<RubricDiff['comparable'], string>> = {
  yes: 'Scorecards of both can be compared: weights, scale and anchors are the same.',
  'with-care':
    'Scorecards of both can be compared with care: the arithmetic is the same, what the ratings mean has changed.',
  no: 'Scorecards of both can not be compared: weights, dimensions or the scale have changed.',
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

function changeLines({ what, message, before, after }: RubricChange, width: number, style: Style): readonly string[] {
  const head = hang('', `${what}: ${clean(message)}`, width);
  if (/ → /.test(message)) return head;
  const old = before === undefined ? [] : hang('  - ', clean(before), width).map((line) => style.bad(line));
  const fresh = after === undefined ? [] : hang('  + ', clean(after), width).map((line) => style.good(line));
  return [...head, ...old, ...fresh];
}
