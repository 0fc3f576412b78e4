import type { ExportSystem } from '../../core/rubric/export-points.js';
import { clean, say } from '../../core/text/safe-text.js';
import { didYouMean } from '../../core/text/wording.js';
import { ScorecardError } from '../../errors.js';

/** What `--id` may name in each system. */
const NAMES: Readonly<Record<ExportSystem, readonly string[]>> = {
  greenhouse: ['candidate', 'application'],
  lever: ['panel', 'interview'],
  ashby: ['application', 'user', 'interview'],
  merge: ['application', 'interview', 'interviewer'],
};

/** What `--id` says, by name. @throws ScorecardError for a form that is none, or a name that the system doesn't have */
export function parseIds(given: readonly string[], system: ExportSystem): Readonly<Record<string, string>> {
  const ids = Object.fromEntries(given.map((text) => parseId(text, NAMES[system])));
  if (system === 'lever' && (ids.panel === undefined) !== (ids.interview === undefined)) {
    throw new ScorecardError('Lever takes panel and interview together or not at all', {
      hint: say`pass --id panel=ID and --id interview=ID`,
    });
  }
  return ids;
}

function parseId(text: string, known: readonly string[]): readonly [string, string] {
  const at = text.indexOf('=');
  const [name, id] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  if (known.includes(name) && id !== '') return [name, id];
  const hint = say`names: ${known.map(clean).join(', ')}; for example --id ${clean(known[0] ?? '')}=ID`;
  if (at < 1 || id === '') throw new ScorecardError(`--id "${text}" is not of the form name=ID`, { hint });
  throw new ScorecardError(`--id names "${name}", which has no place there${didYouMean(name, known)}`, { hint });
}
