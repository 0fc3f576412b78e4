import { resolve } from 'node:path';
import { ashbyForm } from '../../core/ats/export/ashby-form.js';
import type { Form } from '../../core/ats/export/form.js';
import { leverForm } from '../../core/ats/export/lever-form.js';
import { EXPORT_NAMES, type ExportSystem } from '../../core/rubric/export-points.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { parseCarefully } from '../../io/cards/parse-carefully.js';
import { readBytes } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';

/** The systems whose values are named by the fields of a form. */
const FORMS = {
  lever: { parse: leverForm, hint: say`save GET /v1/feedback_templates/ID to a file, and pass --form FILE` },
  ashby: { parse: ashbyForm, hint: say`save feedbackFormDefinition.info to a file, and pass --form FILE` },
} as const;

/**
 * The form that `--form` names; `undefined` for a system that needs none.
 *
 * @throws ScorecardError when it is missing, not wanted, or not that of the system
 */
export function readForm(system: ExportSystem, file: string | undefined, host: Host): Form | undefined {
  const name = EXPORT_NAMES[system];
  if (system !== 'lever' && system !== 'ashby') {
    if (file === undefined) return undefined;
    throw new ScorecardError(`--form is for Lever and Ashby; ${name} needs none`);
  }
  const { parse, hint }: { readonly parse: typeof leverForm; readonly hint: TerminalText } = FORMS[system];
  if (file === undefined) throw new ScorecardError(`${name} names each answer by its field in the form`, { hint });
  const source = parseCarefully(readBytes(resolve(host.cwd, file), file), file);
  if (!source.ok) throw new ScorecardError(`${file} cannot be read`, { problems: source.problems });
  const form = parse(source.value.data);
  if (form.ok) return form.value;
  throw new ScorecardError(`${file} is not a form of ${name}`, { problems: source.value.place(form.problems), hint });
}
