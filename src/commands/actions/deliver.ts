import { extname, resolve } from 'node:path';
import { ScorecardError, systemCode } from '../../errors.js';
import { reason, writeAtomically } from '../../io/files.js';
import type { Host } from '../../io/host.js';
import { showPaged } from '../../io/pager.js';

export interface OutputOptions {
  readonly output?: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
  /** false: long output is not shown page by page. */
  readonly pager?: boolean | undefined;
}

/** A result, on stdout or whole into a file. @throws ScorecardError when the file exists and `--force` isn't given */
export function deliver(text: string, { output, force, quiet, pager }: OutputOptions, host: Host): void {
  if (output === undefined || output === '-') {
    if (pager === false || !showPaged(text, host)) host.stdout.write(text);
    return;
  }
  try {
    writeAtomically(resolve(host.cwd, output), text, { mayReplace: force === true });
  } catch (error) {
    if (systemCode(error) === 'EEXIST') {
      throw new ScorecardError(`${output} exists already`, { hint: 'pass --force to replace it' });
    }
    throw new ScorecardError(`${output}: ${reason(error)}`);
  }
  if (!quiet) host.stderr.write(`${output}\n`);
}

const ENDINGS: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.html': 'html',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.csv': 'csv',
};

/**
 * The format that `-f` names, else the one of the output file's ending where the command has it, else the command's own.
 */
export function chooseFormat<Format extends string>(
  { format, output }: { readonly format?: Format | undefined; readonly output?: string | undefined },
  formats: readonly [Format, ...Format[]],
): Format {
  const byEnding = output === undefined ? undefined : ENDINGS[extname(output).toLowerCase()];
  return format ?? formats.find((known) => known === byEnding) ?? formats[0];
}
