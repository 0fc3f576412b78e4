import { type HtmlText, withoutControls } from '../../core/text/safe-text.js';

/** Text that is HTML already. Everything else is escaped: a template can't forget it. */
export class SafeHtml {
  constructor(readonly text: string) {}
}

type Part = string | number | undefined | SafeHtml | readonly SafeHtml[];

/** HTML from a template: strings and numbers are escaped, `undefined` is nothing, lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): SafeHtml {
  const text = strings.reduce((all, string, at) => all + string + (at < parts.length ? htmlText(parts[at]) : ''), '');
  return new SafeHtml(text);
}

function htmlText(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof SafeHtml) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escapeHtml(String(part));
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => NAMED[character] ?? character);
}

/** A heading below the page's own, which is of the first level. */
export function headingHtml(level: 2 | 3 | 4, title: string | SafeHtml): SafeHtml {
  switch (level) {
    case 2:
      return html`<h2>${title}</h2>`;
    case 3:
      return html`<h3>${title}</h3>`;
    case 4:
      return html`<h4>${title}</h4>`;
  }
}

interface HtmlPage {
  readonly title: string;
  /** The page's CSS, which is trusted: it is our own. */
  readonly style: string;
  readonly body: SafeHtml;
}

/** A whole page: no script, no network, the one style named by its hash (SHA-256, base64). */
export function htmlPage({ title, style, body }: HtmlPage, styleHash: string): HtmlText {
  const head = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new SafeHtml(style)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return head.text as HtmlText;
}
