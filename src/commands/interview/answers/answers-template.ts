import { answersTemplate } from '../../../core/interview/answers/answers-template.js';
import { applySession } from '../../../core/rubric/session.js';
import { applyVariant } from '../../../core/rubric/variant.js';
import { say } from '../../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../../errors.js';
import { findRubric, findSession, findVariant, isRubricPath } from '../../../io/rubrics/rubric-library.js';
import type { Host } from '../../../io/system/host.js';
import { writeResult } from '../../shared/write-result.js';
import type { InterviewOptions } from '../options.js';

/** Prints an answers file to fill in, with what the options say in it already. */
export async function printAnswersTemplate(options: InterviewOptions, host: Host): Promise<ExitCode> {
  const { role } = options;
  if (role === undefined) throw new ScorecardError('the role is missing', { hint: say`pass --role ROLE` });
  const { rubric } = findRubric(role, host, options);
  const variant = findVariant(rubric, options.variant);
  const session = findSession(rubric, options.session);
  const known = { ...options, role: isRubricPath(role) ? role : rubric.id };
  await writeResult(answersTemplate(applySession(applyVariant(rubric, variant), session), known), {}, host);
  return EXIT.ok;
}
