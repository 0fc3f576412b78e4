import type { Dimension, Rubric } from '../rubric/rubric.js';
import { ratingsOf } from '../rubric/scale.js';
import type { CsvText } from '../text/safe-text.js';
import { formatCsvRow } from './csv-cell.js';

/** A CSV to fill in, in the rubric's own words; where `hasSample`, with rows that can be scored as they are. */
export function batchTemplate(rubric: Rubric, hasSample: boolean): CsvText {
  const rows = hasSample ? sampleRows(rubric) : [];
  return [headersOf(rubric), ...rows].map(formatCsvRow).join('');
}

function headersOf({ dimensions, requirements }: Rubric): readonly string[] {
  const [first] = dimensions;
  return [
    'candidate',
    'interviewer',
    ...dimensions.map(({ id }) => id),
    ...(first ? [`${first.id} evidence`] : []),
    ...requirements.map(({ id }) => id),
    'flags',
    'verdict',
    'verdict reason',
  ];
}

/**
 * Three rows: all rated; one dimension left blank and one with its label; a red flag with a verdict that has a reason.
 */
function sampleRows(rubric: Rubric): readonly (readonly string[])[] {
  const { dimensions, requirements, redFlags, scale } = rubric;
  const { bar, labels, max, min } = scale;
  const steps = ratingsOf(scale);
  const met = requirements.map(({ atLeast }) => (atLeast === undefined ? 'yes' : String(atLeast)));
  const cell = (dimension: Dimension, at: number): string => {
    if (dimension.optional) return 'n/a';
    if (at === dimensions.length - 1) return '';
    return at === 0
      ? [String(bar), labels[String(bar)] ?? []].flat().join(' - ')
      : String(Math.min(max, bar + (at % 2)));
  };
  const high = dimensions.map((_dimension, at) => String(steps.at(-1 - (at % 2)) ?? max));
  const low = dimensions.map((_dimension, at) => String(Math.max(min, bar - (at % 2))));
  const flag = redFlags[0] ? `${redFlags[0].id}: what was said, in a line` : '';
  return [
    ['Ada Example', 'R. Panel', ...high, 'Compared two designs, "both with their price"', ...met, '', 'strong-yes', ''],
    ['Ada Example', 'S. Panel', ...dimensions.map(cell), '', ...met.map(() => ''), '', 'yes', ''],
    ['Ben Example', 'R. Panel', ...low, '', ...met, flag, 'no', 'the flag was not explained'],
  ];
}
