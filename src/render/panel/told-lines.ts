import { say, type TerminalText } from '../../core/text/safe-text.js';
import { joinMarkdown, type Markdown, markdownList, md } from '../text/markdown.js';
import { type Page, textWidth } from '../text/page.js';
import { hang } from '../text/text.js';
import type { ToldPart } from './told.js';

/** What was told, for a terminal: a heading, the candidates below it, a line for each thing said. */
export function toldText(parts: readonly ToldPart[], { width, style }: Page): readonly TerminalText[] {
  const room = textWidth({ width });
  return parts.map(({ title, candidates }) =>
    [
      style.strong(title),
      ...candidates.flatMap(({ candidate, lines }) => [
        ...hang(say`  `, candidate, room),
        ...lines.flatMap((line) => hang(say`    `, line, room)),
      ]),
    ]
      .map((line) => say`${line}\n`)
      .join(''),
  );
}

/** The same in Markdown. */
export function toldMarkdown(parts: readonly ToldPart[]): Markdown {
  return joinMarkdown(
    parts.map(({ title, candidates }) => {
      const items = candidates.flatMap(({ candidate, lines }) => lines.map((line) => md`**${candidate}**: ${line}`));
      return md`\n### ${title}\n\n${markdownList(items)}`;
    }),
  );
}
