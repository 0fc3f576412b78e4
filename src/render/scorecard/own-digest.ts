import { sha256 } from '../../core/scorecard/digest.js';
import type { MarkdownText } from '../../core/text/safe-text.js';
import { type Markdown, md } from '../text/markdown.js';

const LAST_LINE = /^([\s\S]*)<!-- sha256:([0-9a-f]{64}) of the lines above -->\n$/;

/**
 * Ends a report with its own SHA-256, unseen where it is rendered: so an edit is known from the wording of another
 * version.
 */
export function withOwnDigest(report: Markdown): MarkdownText {
  const above = md`${report}\n`;
  return md`${above}<!-- sha256:${sha256(above.text)} of the lines above -->\n`.text;
}

/** Whether a report still has the SHA-256 that it ends with; `undefined` where it ends with none. */
export function fitsOwnDigest(report: string): boolean | undefined {
  const [, above, digest] = LAST_LINE.exec(report) ?? [];
  return above === undefined ? undefined : sha256(above) === digest;
}
