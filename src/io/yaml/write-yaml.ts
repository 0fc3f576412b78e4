import { Document, visit } from 'yaml';
import { escapeQuoted, isPrintable, type TerminalText, withoutControls } from '../../core/text/safe-text.js';

/**
 * Data as YAML for people to go on with: comment lines on top, each text on one line, in quotes where it would be read
 * as something else or could act on a terminal. `parseYamlSource` reads it back.
 */
export function yamlText(data: object, comment: string): TerminalText {
  const document = new Document(data);
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value === 'string' && needsQuotes(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  const lines = withoutControls(comment)
    .split('\n')
    .map((line) => `# ${line}\n`);
  return withoutControls(`${lines.join('')}${escapeQuoted(document.toString({ lineWidth: 0 }))}`);
}

/** Only between double quotes a sign can stand by its number; and a space of any kind at an end is seen only there. */
function needsQuotes(text: string): boolean {
  return !isPrintable(text) || escapeQuoted(text) !== text || text.trim() !== text;
}
