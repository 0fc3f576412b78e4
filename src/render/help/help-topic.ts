import type { Page } from '../text/page.js';
import { hang } from '../text/text.js';
import type { Topic, TopicPart } from './help-topics.js';

/** A topic to read in a terminal. */
export function renderTopic({ name, about, parts }: Topic, page: Page): string {
  const blocks = [[`${page.style.title(name)}: ${about}`], ...parts.map((part) => partLines(part, page))];
  return blocks.map((lines) => lines.map((line) => `${line}\n`).join('')).join('\n');
}

function partLines(part: TopicPart, { width }: Page): readonly string[] {
  if ('text' in part) return hang('', part.text, width);
  if ('lines' in part) return part.lines.map((line) => `  ${line}`);
  const longest = Math.max(...part.terms.map(([term]) => term.length));
  // Long terms stand on a line of their own: what they mean needs the room.
  const column = Math.min(longest, Math.floor(width / 3)) + 4;
  return part.terms.flatMap(([term, meaning]) => {
    const label = `  ${term}`;
    return label.length + 2 <= column
      ? hang(label.padEnd(column), meaning, width)
      : [label, ...hang(' '.repeat(column), meaning, width)];
  });
}
