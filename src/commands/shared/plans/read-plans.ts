import { whoIsWho } from '../../../core/panel/who.js';
import { createPeople, type Pair, type Person } from '../../../core/person/person.js';
import type { RubricOfPlan } from '../../../core/plan/parse-plan.js';
import type { Plan } from '../../../core/plan/plan.js';
import { type PlanProgress, progressOf } from '../../../core/plan/progress.js';
import { createProblem, type Problem } from '../../../core/problem.js';
import type { Rubric } from '../../../core/rubric/rubric.js';
import { dayOf } from '../../../core/text/date.js';
import { attempt } from '../../../errors.js';
import { shownPath } from '../../../io/rubrics/rubric-folder.js';
import { findRubric, type LibraryOptions, listRubrics } from '../../../io/rubrics/rubric-library.js';
import type { Store, StoredPlan } from '../../../io/store/store.js';
import { type Host, timestamp } from '../../../io/system/host.js';

/** A plan without mistakes, and its rubric. */
export interface CheckedPlan {
  readonly location: string;
  readonly plan: Plan;
  readonly rubric: Rubric;
}

export interface CheckedPlans {
  readonly plans: readonly CheckedPlan[];
  /** Those with mistakes, each with all of them. */
  readonly broken: readonly { readonly stored: StoredPlan; readonly problems: readonly Problem[] }[];
}

/** The plans of a store, each held against its rubric. */
export function checkPlans(store: Store, options: LibraryOptions, host: Host): CheckedPlans {
  const rubrics = new Map<string, RubricOfPlan>();
  const rubricOf = (role: string) => {
    if (!rubrics.has(role)) rubrics.set(role, rubricOfRole(role, options, host));
    return rubrics.get(role);
  };
  const plans: CheckedPlan[] = [];
  const broken: CheckedPlans['broken'][number][] = [];
  for (const stored of store.listPlans()) {
    const rubric = stored.subject && rubricOf(stored.subject.role);
    const checked = stored.check(rubric);
    if (!checked.ok) broken.push({ stored, problems: checked.problems });
    else if (rubric && !('code' in rubric))
      plans.push({ location: shownPath(host, stored.location), plan: checked.value, rubric });
  }
  return { plans, broken };
}

function rubricOfRole(role: string, options: LibraryOptions, host: Host): Rubric | Problem {
  return attempt(
    () => findRubric(role, host, options).rubric,
    ({ problems: [first] }): Problem => {
      if (first) return createProblem('broken-role', { role, file: first.file ?? role }, ['role']);
      const known = listRubrics(host, options).rubrics.flatMap(({ summary }) => [summary.id, ...summary.aliases]);
      return createProblem('unknown-role', { role, known }, ['role']);
    },
  );
}

/** How far each of these plans has come. */
export function progressOfPlans(plans: readonly CheckedPlan[], store: Store, host: Host): readonly PlanProgress[] {
  if (plans.length === 0) return [];
  const { same } = store.readPeople();
  const sealed = store.sealedParts();
  const drafts = store
    .listDrafts()
    .drafts.flatMap(({ session: { open, submission } }) =>
      submission === undefined && open.amends === undefined
        ? { candidate: open.candidate, interviewer: open.interviewer, role: open.rubric.id, session: open.session }
        : [],
    );
  const today = dayOf(timestamp(host.now()));
  return plans.map(({ location, plan, rubric }) => {
    const { candidates, interviewers } = whoIsWho([...sealed, ...drafts, ...namedIn(plan)], same);
    const isAbout = (one: { readonly candidate: Person; readonly role: string }) =>
      one.role === plan.role && candidates.isSame(one.candidate, plan.candidate);
    return progressOf(plan, {
      ...{ location, rubric, today },
      sealed: sealed.filter(isAbout),
      open: drafts.filter(isAbout),
      people: interviewers,
    });
  });
}

function namedIn({ candidate, interviewers }: Plan) {
  return interviewers.map((interviewer) => ({ candidate, interviewer }));
}

/** Whether two plans are about one person and role. */
export function planOfSame(
  { candidate, role }: Pick<Plan, 'candidate' | 'role'>,
  stored: readonly StoredPlan[],
  same: readonly Pair[],
): StoredPlan | undefined {
  const people = createPeople([candidate, ...stored.flatMap(({ subject }) => subject?.candidate ?? [])], same);
  return stored.find(({ subject }) => subject?.role === role && people.isSame(subject.candidate, candidate));
}
