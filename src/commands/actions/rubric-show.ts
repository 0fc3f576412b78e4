import { describeOverlay } from '../../core/overlay.js';
import { applyVariant } from '../../core/variant.js';
import { EXIT, type ExitCode } from '../../errors.js';
import type { Host } from '../../io/host.js';
import { findRubric, findVariant } from '../../io/rubric-library.js';
import { renderRubricHtml } from '../../render/rubric-html.js';
import { renderRubricMarkdown } from '../../render/rubric-markdown.js';
import { renderRubricText } from '../../render/rubric-text.js';
import { createStyle } from '../../render/style.js';
import type { GlobalOptions } from '../context.js';
import { deliver, type OutputOptions } from './deliver.js';
import { outputFormat } from './output-format.js';

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
  await deliver(renderers[outputFormat(options, ['text', 'markdown', 'html', 'json'])](), options, host);
  return EXIT.ok;
}
