import { describeOverlay, type Overlay } from '../../core/authoring/rubric-diff.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { applyVariant } from '../../core/rubric/variant.js';
import { jsonDocument } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { findRubric, findVariant } from '../../io/rubrics/rubric-library.js';
import type { Host } from '../../io/system/host.js';
import { renderRubricHtml } from '../../render/rubric/html.js';
import { renderRubricMarkdown } from '../../render/rubric/markdown.js';
import { renderRubricText } from '../../render/rubric/text.js';
import { prosePage } from '../../render/text/page.js';
import type { GlobalOptions } from '../context.js';
import { presenter, type Renderers } from '../shared/present.js';
import type { OutputOptions } from '../shared/write-result.js';
import { SHOW_FORMATS, type ShowFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly variant?: string;
  readonly format?: ShowFormat;
}

interface ShownRubric {
  readonly rubric: Rubric;
  readonly overlay: Overlay | undefined;
}

const renderers: Renderers<ShownRubric, ShowFormat> = {
  text: ({ rubric, overlay }, page) => renderRubricText(rubric, { ...prosePage(page), overlay }),
  markdown: ({ rubric, overlay }) => renderRubricMarkdown(rubric, overlay),
  html: ({ rubric, overlay }) => renderRubricHtml(rubric, overlay),
  json: ({ rubric }) => jsonDocument(rubric),
};

export async function rubricShow(role: string, options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(SHOW_FORMATS, renderers, options, host);
  const { rubric } = findRubric(role, host, options);
  const variant = findVariant(rubric, options.variant);
  await present({
    rubric: applyVariant(rubric, variant),
    overlay: variant && describeOverlay(rubric, variant),
  });
  return EXIT.ok;
}
