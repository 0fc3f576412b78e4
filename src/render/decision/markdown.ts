import { dayOfDecision } from '../../core/decision/build-decision.js';
import type { DecisionRecord } from '../../core/decision/decision.js';
import type { MarkdownText } from '../../core/text/safe-text.js';
import { documentMarkdown } from '../document/markdown.js';
import { withOwnDigest } from '../scorecard/own-digest.js';
import { frontMatter, Markdown, md } from '../text/markdown.js';
import { decisionDocument } from './document.js';

/** The report of a decision, in GitHub's Markdown. The same decision always gives the same text. */
export function renderDecisionMarkdown(record: DecisionRecord): MarkdownText {
  return withOwnDigest(md`${matter(record)}${renderDecisionBody(record)}`);
}

/**
 * The report of a decision that is not as it was sealed; `why` says how one knows. Without front matter, as that of a
 * scorecard.
 */
export function renderAlteredDecision(record: DecisionRecord, why: string): MarkdownText {
  return md`> **Not as sealed:** ${why}\n\n${renderDecisionBody(record)}`.text;
}

/** The report alone, without what says which file it belongs to. */
export function renderDecisionBody(record: DecisionRecord): Markdown {
  return new Markdown(documentMarkdown(decisionDocument(record)));
}

function matter(record: DecisionRecord): Markdown {
  const { id, candidate, rubric, decision, by, panel, digest } = record;
  return frontMatter({
    decisionRecord: id,
    candidate: candidate.name,
    candidateId: candidate.id,
    role: rubric.id,
    rubricVersion: rubric.version,
    variant: rubric.variant,
    decision,
    by: by.name,
    byId: by.id,
    decidedOn: dayOfDecision(record),
    score: panel.score,
    coverage: panel.coverage,
    recommendation: panel.recommendation,
    borderline: panel.borderline,
    digest,
  });
}
