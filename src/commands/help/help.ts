import type { Command } from 'commander';
import { clean } from '../../core/text/safe-text.js';
import { didYouMean } from '../../core/text/wording.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { renderTopic } from '../../render/help/help-topic.js';
import { TOPICS } from '../../render/help/help-topics.js';
import { renderLines } from '../../render/help/lines.js';
import { prosePage, textWidth } from '../../render/text/page.js';
import { pageFor } from '../shared/page.js';
import { writeResult } from '../shared/write-result.js';

/** Shows the help of a command, or on a topic. @throws ScorecardError where there is neither, with the nearest name */
export async function help(words: readonly string[], root: Command, host: Host): Promise<ExitCode> {
  const page = pageFor({}, host);
  const [first = ''] = words;
  const topic = TOPICS.find(({ name }) => name === first);
  const { pager } = root.opts<{ pager?: boolean }>();
  // `keys` is what version 0.1 called them.
  const isOnLines = words.length === 1 && (first === 'lines' || first === 'keys');
  if (isOnLines) await writeResult(renderLines(textWidth(page)), { pager }, host);
  else if (words.length === 1 && topic) await writeResult(renderTopic(topic, prosePage(page)), { pager }, host);
  else words.reduce(subcommand, root).outputHelp();
  return EXIT.ok;
}

function subcommand(command: Command, word: string): Command {
  const found = command.commands.find((child) => child.name() === word || child.aliases().includes(word));
  if (found) return found;
  const commands = command
    .createHelp()
    .visibleCommands(command)
    .map((child) => child.name());
  const topics = command.parent ? [] : [...TOPICS.map(({ name }) => name), 'lines'];
  throw new ScorecardError(`there is no help on "${word}"${didYouMean(word, [...commands, ...topics])}`, {
    hint: clean(`commands: ${commands.join(', ')}${topics.length > 0 ? `; topics: ${topics.join(', ')}` : ''}`),
  });
}
