import { createPeople } from '../../../core/person/person.js';
import type { PlanProgress } from '../../../core/plan/progress.js';
import { say } from '../../../core/text/safe-text.js';
import { attempt, EXIT, type ExitCode, ScorecardError } from '../../../errors.js';
import { findRubric } from '../../../io/rubrics/rubric-library.js';
import { openStore } from '../../../io/store/folder-store.js';
import type { Store } from '../../../io/store/store.js';
import type { Host } from '../../../io/system/host.js';
import { planJson } from '../../../render/panel/plan/list.js';
import { renderPlanStatus } from '../../../render/panel/plan/status.js';
import type { GlobalOptions } from '../../context.js';
import { choosePerson } from '../../shared/choose-person.js';
import { type CheckedPlans, checkPlans, progressOfPlans } from '../../shared/plans/read-plans.js';
import { jsonOf, presenter, type Renderers } from '../../shared/present.js';
import type { OutputOptions } from '../../shared/write-result.js';
import { STATUS_FORMATS, type StatusFormat } from './formats.js';
import { tellNoPlans } from './tell.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly store?: string;
  readonly role?: string;
  readonly format?: StatusFormat;
}

const renderers: Renderers<readonly PlanProgress[], StatusFormat> = {
  text: renderPlanStatus,
  json: (plans) => jsonOf({ plans: plans.map(planJson) }),
};

/**
 * Who is in and who is missing, of one candidate or of all that is planned; never what they rated.
 *
 * @throws ScorecardError with every mistake of a plan that is asked for
 */
export async function panelStatus(typed: string | undefined, options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(STATUS_FORMATS, renderers, options, host);
  const store = openStore(host, options.store);
  const { role } = options;
  const id =
    role &&
    attempt(
      () => findRubric(role, host, options).summary.id,
      () => role,
    );
  const { plans, broken } = chosen(checkPlans(store, options, host), typed, { role: id, store });
  const [first] = broken;
  if (first) {
    throw new ScorecardError(
      broken.length === 1 ? `${first.stored.location} is not a valid plan` : `${broken.length} plans are not valid`,
      {
        problems: broken.flatMap(({ problems }) => problems),
        hint: say`mend them; until then they hide what others rated`,
      },
    );
  }
  if (plans.length === 0 && typed === undefined) {
    if (options.format === 'json') await present([]);
    tellNoPlans(store, host);
    return EXIT.ok;
  }
  await present(progressOfPlans(plans, store, host));
  return EXIT.ok;
}

/** @throws ScorecardError where nobody of that name is planned */
function chosen(
  { plans, broken }: CheckedPlans,
  typed: string | undefined,
  { role, store }: { readonly role: string | undefined; readonly store: Store },
): CheckedPlans {
  const candidates = [
    ...plans.map(({ plan }) => plan.candidate),
    ...broken.flatMap(({ stored: { subject } }) => subject?.candidate ?? []),
  ];
  const people = createPeople(candidates, store.readPeople().same);
  const nothing = `nobody is planned of the name "${typed}" in ${store.location}`;
  const otherwise = say`plan one: scorecard panel new "NAME" --role ROLE --interviewer "NAME=SESSION"`;
  const who = typed === undefined ? undefined : choosePerson(typed, candidates, { people, nothing, otherwise });
  const isMeant = (subject: { readonly candidate: (typeof candidates)[number]; readonly role: string } | undefined) =>
    // What can't be read may be anybody's.
    subject === undefined ||
    ((who === undefined || people.isSame(subject.candidate, who)) && (role === undefined || subject.role === role));
  const found = {
    plans: plans.filter(({ plan }) => isMeant(plan)),
    broken: broken.filter(({ stored }) => isMeant(stored.subject)),
  };
  if (role !== undefined && found.plans.length + found.broken.length === 0) {
    throw new ScorecardError(`nothing is planned for the role "${role}"`, { hint: say`see: scorecard panel list` });
  }
  return found;
}
