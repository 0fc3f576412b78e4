import { clean, cleanLines, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Page } from '../text/page.js';
import { hang } from '../text/text.js';
import type { Topic, TopicPart } from './topic.js';

/** A topic to read in a terminal. */
export function renderTopic({ name, about, parts }: Topic, page: Page): TerminalText {
  const blocks = [
    [say`${page.style.title(clean(name))}: ${cleanLines(about)}`],
    ...parts.map((part) => partLines(part, page)),
  ];
  return blocks.map((lines) => lines.map((line) => say`${line}\n`).join('')).join('\n');
}

function partLines(part: TopicPart, { width }: Page): readonly TerminalText[] {
  if ('text' in part) return hang(say``, cleanLines(part.text), width);
  if ('lines' in part) return part.lines.map((line) => say`  ${cleanLines(line)}`);
  const longest = Math.max(...part.terms.map(([term]) => term.length));
  // Long terms stand on a line of their own: what they mean needs the room.
  const column = Math.min(longest, Math.floor(width / 3)) + 4;
  return part.terms
    .map((pair) => pair.map(cleanLines))
    .flatMap(([term = say``, meaning = say``]) => {
      const label = say`  ${term}`;
      return label.length + 2 <= column
        ? hang(label.padEnd(column), meaning, width)
        : [label, ...hang(say` `.repeat(column), meaning, width)];
    });
}
