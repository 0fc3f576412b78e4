import { resolve } from 'node:path';
import type { TerminalText } from '../../core/text/safe-text.js';
import { clean, say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { exists } from '../../io/system/files.js';
import { canAsk, type Host } from '../../io/system/host.js';
import { showPaged } from '../../io/system/pager.js';
import { createFileSink } from '../../io/system/sink.js';
import { createKeyPrompter } from '../../io/terminal/ask.js';
import { type Destination, isToFile } from './formats.js';

export interface OutputOptions extends Destination {
  readonly force?: boolean;
  readonly quiet?: boolean;
  /** false: long output is not shown page by page. */
  readonly pager?: boolean | undefined;
}

/**
 * A result, on stdout or whole into a file.
 *
 * @throws ScorecardError when the file exists, and neither `--force` nor the user at the terminal lets it be replaced
 */
export async function writeResult(text: TerminalText, options: OutputOptions, host: Host): Promise<void> {
  const { output = '-', pager } = options;
  if (!isToFile(options)) {
    if (pager === false || !showPaged(text, host)) host.stdout.write(text);
    return;
  }
  await writeToFile(Buffer.from(text, 'utf8'), { ...options, output }, host);
}

interface FileOptions extends OutputOptions {
  readonly output: string;
}

/**
 * Bytes into a file, whole or not at all; its name is told on stderr.
 *
 * @throws ScorecardError when the file exists, and neither `--force` nor the user at the terminal lets it be replaced
 */
export async function writeToFile(bytes: Uint8Array, options: FileOptions, host: Host): Promise<void> {
  const { output, quiet } = options;
  const path = resolve(host.cwd, output);
  const mayReplace = await askToReplace(path, options, host);
  // As a batch writes: a file whole or not at all; a pipe, a device and what a link leads to as they are.
  const sink = createFileSink(path, { mayReplace, shown: output });
  try {
    await sink.write(bytes);
    await sink.commit();
  } catch (error) {
    sink.abort();
    throw error;
  }
  if (!quiet) host.stderr.write(say`${clean(output)}\n`);
}

/**
 * Whether a file may be replaced: by `--force`, or by who sits at the terminal.
 *
 * @throws ScorecardError when they say no
 */
export async function askToReplace(path: string, { output, force }: OutputOptions, host: Host): Promise<boolean> {
  if (force || !exists(path) || !canAsk(host)) return force === true;
  const answer = await createKeyPrompter(host).choose(say`${clean(output ?? '')} exists already`, [
    { value: 'leave', name: say`Leave it as it is` },
    { value: 'replace', name: say`Replace it` },
  ]);
  if (answer === 'replace') return true;
  throw new ScorecardError(`${output} was left as it is`);
}
