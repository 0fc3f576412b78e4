import { describeOverlay, type Overlay } from '../../core/authoring/rubric-diff.js';
import { partOfSession } from '../../core/rubric/session-part.js';
import { applyVariant } from '../../core/rubric/variant.js';
import { jsonDocument, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { findRubric, findSession, findVariant } from '../../io/rubrics/rubric-library.js';
import type { Host } from '../../io/system/host.js';
import type { Document } from '../../render/document/document.js';
import { documentHtml } from '../../render/document/html.js';
import { documentMarkdown } from '../../render/document/markdown.js';
import { documentText } from '../../render/document/text.js';
import { briefOf } from '../../render/rubric/brief.js';
import { candidatePageOf } from '../../render/rubric/candidate.js';
import { renderRubricHtml } from '../../render/rubric/html.js';
import { renderRubricMarkdown } from '../../render/rubric/markdown.js';
import { renderRubricText } from '../../render/rubric/text.js';
import type { RubricInContext } from '../../render/rubric/words.js';
import { prosePage } from '../../render/text/page.js';
import type { GlobalOptions } from '../context.js';
import { formatOf } from '../shared/formats.js';
import { presenter, type Renderers } from '../shared/present.js';
import type { OutputOptions } from '../shared/write-result.js';
import { DOCUMENT_FORMATS, type DocumentFormat, SHOW_FORMATS, type ShowFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly variant?: string;
  readonly session?: string;
  readonly brief?: boolean;
  readonly candidate?: boolean;
  readonly contact?: string;
  readonly format?: ShowFormat;
}

interface ShownRubric extends RubricInContext {
  readonly overlay: Overlay | undefined;
}

const kit: Renderers<ShownRubric, ShowFormat> = {
  text: ({ rubric, overlay }, page) => renderRubricText(rubric, { ...prosePage(page), overlay }),
  markdown: ({ rubric, overlay }) => renderRubricMarkdown(rubric, overlay),
  html: ({ rubric, overlay }) => renderRubricHtml(rubric, overlay),
  json: ({ rubric }) => jsonDocument(rubric),
};

const pages: Renderers<Document, DocumentFormat> = {
  text: (document, page) => documentText(document, page),
  markdown: (document) => documentMarkdown(document),
  html: (document) => documentHtml(document),
};

export async function rubricShow(role: string, options: Options, host: Host): Promise<ExitCode> {
  const { brief, candidate, contact } = options;
  if (contact !== undefined && !candidate) throw new ScorecardError('--contact is for --candidate alone');
  if (brief || candidate) {
    const present = presenter(DOCUMENT_FORMATS, pages, { ...options, format: documentFormat(options) }, host);
    const shown = inContext(role, options, host);
    await present(brief ? briefOf(shown) : candidatePageOf(shown, contact));
    return EXIT.ok;
  }
  const present = presenter(SHOW_FORMATS, kit, options, host);
  if (options.session !== undefined && formatOf(options, SHOW_FORMATS) === 'json') throw notAsJson('--session');
  await present(inContext(role, options, host));
  return EXIT.ok;
}

/** @throws ScorecardError where JSON was asked for: that is the rubric, not a page about it */
function documentFormat({ format, brief }: Options): DocumentFormat | undefined {
  if (format === 'json') throw notAsJson(brief ? '--brief' : '--candidate');
  return format;
}

function notAsJson(option: string): ScorecardError {
  return new ScorecardError(`${option} has no format json`, {
    hint: say`the data of the whole rubric come without it`,
  });
}

function inContext(role: string, options: Options, host: Host): ShownRubric {
  const { rubric: plain } = findRubric(role, host, options);
  const variant = findVariant(plain, options.variant);
  const session = findSession(plain, options.session);
  return {
    rubric: partOfSession(applyVariant(plain, variant), session),
    variant,
    session,
    overlay: variant && describeOverlay(plain, variant),
  };
}
