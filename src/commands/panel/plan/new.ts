import { parsePerson } from '../../../core/person/parse-person.js';
import { createPeople, type Person } from '../../../core/person/person.js';
import { coverageOf } from '../../../core/plan/coverage.js';
import { parsePlan } from '../../../core/plan/parse-plan.js';
import type { Plan, PlannedInterviewer } from '../../../core/plan/plan.js';
import { planFileData } from '../../../core/plan/plan-file.js';
import type { Names, Visible } from '../../../core/plan/plan-values.js';
import { applyVariant } from '../../../core/rubric/variant.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { programLine } from '../../../core/text/shell-words.js';
import { EXIT, type ExitCode, ScorecardError } from '../../../errors.js';
import { shownPath } from '../../../io/rubrics/rubric-folder.js';
import { findRubric, findVariant } from '../../../io/rubrics/rubric-library.js';
import { openStore } from '../../../io/store/folder-store.js';
import type { Host } from '../../../io/system/host.js';
import { coverageInWords } from '../../../render/panel/plan/words.js';
import type { GlobalOptions } from '../../context.js';
import { identifyCandidate } from '../../interview/identify.js';
import { checkDay } from '../../shared/check-day.js';
import { tell } from '../../shared/page.js';
import { planOfSame } from '../../shared/plans/read-plans.js';

interface Options extends GlobalOptions {
  readonly role?: string;
  readonly id?: string;
  readonly variant?: string;
  readonly interviewer?: readonly string[];
  readonly shadow?: readonly string[];
  readonly lead?: string;
  readonly date?: string;
  readonly visible?: Visible;
  readonly names?: Names;
  readonly store?: string;
}

/**
 * Writes the plan of a panel, never over another.
 *
 * @throws ScorecardError when something is missing or unknown, or the candidate is planned for the role already
 */
export async function panelNew(candidate: string, options: Options, host: Host): Promise<ExitCode> {
  const { role } = options;
  if (role === undefined) throw new ScorecardError('the role is missing', { hint: say`pass --role ROLE` });
  const { rubric } = findRubric(role, host, options);
  const variant = findVariant(rubric, options.variant);
  const store = openStore(host, options.store);
  const typed = personOf(candidate, options.id);
  const plan: Plan = {
    candidate: (await identifyCandidate(typed, { store, host, prompter: undefined })) ?? typed,
    role: rubric.id,
    variant: variant?.id,
    date: options.date === undefined ? undefined : checkDay(options.date, '--date'),
    lead: options.lead === undefined ? undefined : parsePerson(options.lead),
    visible: options.visible ?? 'after-own',
    names: options.names ?? 'always',
    sessions: [],
    interviewers: interviewersOf(options),
  };
  const other = planOfSame(plan, store.listPlans(), store.readPeople().same);
  if (other) {
    throw new ScorecardError(
      `${plan.candidate.name} is planned for ${plan.role} already: ${shownPath(host, other.location)}`,
      { hint: say`change that file by hand, or remove it first` },
    );
  }
  const checked = parsePlan(planFileData(plan), rubric);
  if (!checked.ok) throw new ScorecardError('this cannot be planned', { problems: checked.problems });
  const location = store.createPlan(plan);
  if (options.quiet) return EXIT.ok;
  host.stderr.write(say`${clean(shownPath(host, location))}\n`);
  for (const line of coverageInWords(coverageOf(plan, applyVariant(rubric, variant)))) tell(clean(line), host);
  tell(say`Next: ${programLine(host.program, ['panel', 'status', plan.candidate.name])}`, host);
  return EXIT.ok;
}

function personOf(typed: string, id: string | undefined): Person {
  const person = parsePerson(typed);
  if (person.name === '') throw new ScorecardError('the name of the candidate is empty');
  return id === undefined ? person : { ...person, id };
}

/** As they are typed: a name, or a name and sessions; what is said of one person several times is said together. */
function interviewersOf({ interviewer = [], shadow = [], date }: Options): readonly PlannedInterviewer[] {
  const typed = [
    ...interviewer.map((text) => ({ ...parseHolder(text), isShadow: false })),
    ...shadow.map((text) => ({ ...parseHolder(text), isShadow: true })),
  ];
  if (typed.length === 0) {
    throw new ScorecardError('nobody interviews', {
      hint: say`pass --interviewer "NAME=SESSION", once for each; without a session they hold all dimensions`,
    });
  }
  const people = createPeople(typed.map(({ person }) => person));
  const held: PlannedInterviewer[] = [];
  for (const { person, sessions, isShadow } of typed) {
    const at = held.findIndex((one) => people.isSame(one, person));
    const known = held[at];
    if (!known) held.push({ ...person, sessions, minutes: undefined, date, isShadow });
    else if (known.sessions && sessions && known.isShadow === isShadow) {
      held[at] = { ...known, sessions: [...known.sessions, ...sessions] };
    } else {
      throw new ScorecardError(`${person.name} is named twice, and not with sessions both times`, {
        hint: say`name each once, or each time with a session: --interviewer "NAME=SESSION"`,
      });
    }
  }
  return held;
}

/** `J. Lee=technical,leading`, or a name alone for all dimensions. */
function parseHolder(text: string): { readonly person: Person; readonly sessions: readonly string[] | undefined } {
  const at = text.lastIndexOf('=');
  const person = parsePerson(at < 0 ? text : text.slice(0, at));
  if (person.name === '') throw new ScorecardError(`--interviewer "${text}" names nobody`);
  if (at < 0) return { person, sessions: undefined };
  const sessions = text
    .slice(at + 1)
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (sessions.length === 0) {
    throw new ScorecardError(`--interviewer "${text}" names no session`, {
      hint: say`write "NAME=SESSION", or the name alone for all dimensions`,
    });
  }
  return { person, sessions };
}
