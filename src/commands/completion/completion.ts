import { basename } from 'node:path';
import { clean, say, withoutControls } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { COMPLETION_SCRIPTS } from '../../render/help/completion-scripts.js';

/** Prints the script of one shell. @throws ScorecardError when none is named and `$SHELL` does not say which */
export function completion(given: string | undefined, shells: readonly string[], host: Host): ExitCode {
  const shell = given ?? basename(host.env.SHELL ?? '');
  const script = COMPLETION_SCRIPTS[shell];
  if (script === undefined) {
    throw new ScorecardError(`there is no completion for ${shell === '' ? 'an unknown shell' : `"${shell}"`}`, {
      hint: say`pass the shell: ${shells.map(clean).join(', ')}`,
    });
  }
  host.stdout.write(withoutControls(script));
  return EXIT.ok;
}
