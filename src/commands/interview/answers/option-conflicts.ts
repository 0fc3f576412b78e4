import type { WrittenAnswers } from '../../../core/interview/answers/answers.js';
import { formatPerson } from '../../../core/person/parse-person.js';
import { createPeople, type Pair, type Person } from '../../../core/person/person.js';
import { createProblem, type Problem } from '../../../core/problem.js';
import { attempt } from '../../../errors.js';
import type { LoadedRubric } from '../../../io/rubrics/rubric-file.js';
import { findRubric } from '../../../io/rubrics/rubric-library.js';
import type { Host } from '../../../io/system/host.js';
import type { InterviewOptions } from '../options.js';

/** Somebody who may be named on the command line, in the file, or in both. */
export interface Named {
  readonly given: Person | undefined;
  readonly written: Person | undefined;
}

/** The one who is meant where both name the same person: with the id that either gives. */
export function meant({ given, written }: Named): Person | undefined {
  return written?.id && !given?.id ? written : (given ?? written);
}

/** The people whom options name otherwise than the file does. `same` says which names are one person. */
export function personConflicts(
  named: Readonly<Record<'candidate' | 'interviewer', Named>>,
  same: readonly Pair[],
): readonly Problem[] {
  return Object.entries(named).flatMap(([key, { given, written }]) => {
    // An empty name is refused as such.
    if (!given?.name || !written || createPeople([given, written], same).isSame(given, written)) return [];
    return [createProblem('other-option', { key, written: formatPerson(written), given: formatPerson(given) }, [key])];
  });
}

/** The parts of the rubric, and the day, that options name otherwise than the file does. */
export function partConflicts(written: WrittenAnswers, options: InterviewOptions): readonly Problem[] {
  return (['variant', 'session', 'held'] as const).flatMap((key) => {
    const [there, given] = [written[key] ?? undefined, options[key]];
    if (there === undefined || given === undefined || there === given) return [];
    return [createProblem('other-option', { key, written: there, given }, [key])];
  });
}

/** Whether the file names another rubric than `--role`, which was found: an id, an alias and a path may name the same. */
export function roleConflict(
  written: string | null | undefined,
  { role: given, rubrics }: InterviewOptions,
  { loaded, host }: { readonly loaded: LoadedRubric; readonly host: Host },
): readonly Problem[] {
  if (typeof written !== 'string' || given === undefined || written === given) return [];
  const { id, aliases } = loaded.summary;
  if ([id, ...aliases].includes(written.toLowerCase())) return [];
  const other = attempt(
    () => findRubric(written, host, { rubrics }).sha256,
    () => undefined,
  );
  return other === loaded.sha256 ? [] : [createProblem('other-option', { key: 'role', written, given }, ['role'])];
}
