import { pairsBetween, pairsOf } from '../../../core/calibration/agreement.js';
import { ofDimensions } from '../../../core/calibration/pack.js';
import { say } from '../../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../../errors.js';
import type { Host } from '../../../io/system/host.js';
import {
  type CalibrationComparison,
  comparisonDocument,
  renderComparisonJson,
} from '../../../render/calibration/report.js';
import { documentHtml } from '../../../render/document/html.js';
import { documentMarkdown } from '../../../render/document/markdown.js';
import { documentText } from '../../../render/document/text.js';
import { presenter, type Renderers } from '../../shared/present.js';
import { CALIBRATE_FORMATS, type CalibrateFormat } from '../formats.js';
import type { CalibrateOptions } from './options.js';
import { dimensionsIn, type Pack, readAnswers } from './pack.js';

const renderers: Renderers<CalibrationComparison, CalibrateFormat> = {
  text: (comparison, page) => documentText(comparisonDocument(comparison), page),
  markdown: (comparison) => documentMarkdown(comparisonDocument(comparison)),
  html: (comparison) => documentHtml(comparisonDocument(comparison)),
  json: renderComparisonJson,
};

/** Holds two raters' reports against each other. */
export async function compare(
  files: readonly string[],
  { rubric, items }: Pack,
  options: CalibrateOptions,
  host: Host,
): Promise<ExitCode> {
  const [one, other, more] = files;
  if (one === undefined || other === undefined || more !== undefined)
    throw new ScorecardError('--compare takes two reports', { hint: say`save each with -o NAME.json` });
  const present = presenter(CALIBRATE_FORMATS, renderers, options, host);
  const wanted = ofDimensions(items, dimensionsIn(options.dimension ?? [], rubric));
  const first = readAnswers(one, { rubric, items }, host);
  const second = readAnswers(other, { rubric, items }, host);
  const between = pairsBetween(wanted, first, second);
  if (between.length === 0) throw new ScorecardError(`no answer was rated in both ${one} and ${other}`);
  await present({
    rubric,
    raters: [first.rater ?? one, second.rater ?? other],
    between,
    agreed: [pairsOf(wanted, first), pairsOf(wanted, second)],
  });
  if (!options.quiet) host.stderr.write(say`${between.length} of ${wanted.length} answers rated by both\n`);
  return EXIT.ok;
}
