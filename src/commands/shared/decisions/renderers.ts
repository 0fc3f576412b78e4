import type { ReadDecision } from '../../../core/decision/standing.js';
import { jsonDocument } from '../../../core/text/safe-text.js';
import { renderDecisionDocument } from '../../../render/decision/document.js';
import { renderAlteredDecision, renderDecisionMarkdown } from '../../../render/decision/markdown.js';
import { renderDecisionHtml } from '../../../render/decision/page.js';
import type { Renderers } from '../present.js';

/** A decision, as it is shown wherever one is. */
export const decisionRenderers: Renderers<ReadDecision, 'text' | 'markdown' | 'json' | 'html' | 'pdf'> = {
  text: renderDecisionDocument,
  markdown: ({ record, altered }) =>
    altered === undefined ? renderDecisionMarkdown(record) : renderAlteredDecision(record, altered),
  json: ({ record }) => jsonDocument(record),
  html: ({ record, altered }) => renderDecisionHtml(record, altered),
};
