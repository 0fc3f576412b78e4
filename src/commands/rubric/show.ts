import { describeOverlay } from '../../core/authoring/rubric-diff.js';
import { applyVariant } from '../../core/rubric/variant.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { findRubric, findVariant } from '../../io/rubrics/rubric-library.js';
import type { Host } from '../../io/system/host.js';
import { renderRubricHtml } from '../../render/rubric/html.js';
import { renderRubricMarkdown } from '../../render/rubric/markdown.js';
import { renderRubricText } from '../../render/rubric/text.js';
import { createStyle } from '../../render/text/style.js';
import type { GlobalOptions } from '../context.js';
import { outputFormat } from '../shared/output-format.js';
import { type OutputOptions, writeResult } from '../shared/write-result.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly variant?: string;
  readonly format?: 'text' | 'markdown' | 'html' | 'json';
}

export async function rubricShow(role: string, options: Options, host: Host): Promise<ExitCode> {
  const { rubric } = findRubric(role, host, options);
  const variant = findVariant(rubric, options.variant);
  const shown = applyVariant(rubric, variant);
  const overlay = variant && describeOverlay(rubric, variant);
  const renderers = {
    text: () =>
      renderRubricText(shown, {
        overlay,
        width: Math.min(host.stdout.columns, 100),
        style: createStyle(host.stdout.hasColours && options.output === undefined),
      }),
    markdown: () => renderRubricMarkdown(shown, overlay),
    html: () => renderRubricHtml(shown, overlay),
    json: () => `${JSON.stringify(shown, undefined, 2)}\n`,
  };
  await writeResult(renderers[outputFormat(options, ['text', 'markdown', 'html', 'json'])](), options, host);
  return EXIT.ok;
}
