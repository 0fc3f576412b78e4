import { applyVariant } from '../../core/variant.js';
import { EXIT, type ExitCode } from '../../errors.js';
import type { Host } from '../../io/host.js';
import { findRubric, findVariant } from '../../io/rubric-library.js';
import { renderRubricMarkdown } from '../../render/rubric-markdown.js';
import { renderRubricText } from '../../render/rubric-text.js';
import { createStyle } from '../../render/style.js';
import type { GlobalOptions } from '../context.js';
import { deliver, type OutputOptions } from './deliver.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly variant?: string;
  readonly format: 'text' | 'markdown' | 'json';
}

export async function rubricShow(role: string, options: Options, host: Host): Promise<ExitCode> {
  const { rubric } = findRubric(role, host, options);
  const shown = applyVariant(rubric, findVariant(rubric, options.variant));
  const renderers = {
    text: () =>
      renderRubricText(shown, {
        width: Math.min(host.stdout.columns, 100),
        style: createStyle(host.stdout.hasColours && options.output === undefined),
      }),
    markdown: () => renderRubricMarkdown(shown),
    json: () => `${JSON.stringify(shown, undefined, 2)}\n`,
  };
  deliver(renderers[options.format](), options, host);
  return EXIT.ok;
}
