import { personOfWritten } from '../person/parse-person.js';
import { createPeople, type Person } from '../person/person.js';
import { type Checked, createProblem, type Path, type Problem } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import { type DeepPartial, itemsOf, withoutRefused } from '../schema/partial.js';
import { schemaProblems } from '../schema/schema-problems.js';
import { type Plan, PlanSchema, planOf, type WrittenPlan } from './plan.js';

type PartialPlan = DeepPartial<WrittenPlan>;

/** The rubric of a plan, or what is wrong with the role that it names; `undefined` where nobody looked for it. */
export type RubricOfPlan = Rubric | Problem | undefined;

/**
 * Checks data against the schema, against the rules that compare its parts, and against the rubric, and finds all
 * mistakes at once.
 */
export function parsePlan(data: unknown, rubric?: RubricOfPlan): Checked<Plan> {
  const parsed = PlanSchema.safeParse(data, { reportInput: true });
  const shape = parsed.success ? [] : schemaProblems(parsed.error, PlanSchema);
  const sound: PartialPlan = parsed.success ? parsed.data : withoutRefused(data, shape);
  const problems = [...shape, ...ruleProblems(sound), ...rubricProblems(sound, rubric)];
  return parsed.success && problems.length === 0 ? { ok: true, value: planOf(parsed.data) } : { ok: false, problems };
}

/** Whom a plan is about and for which role, whatever else is wrong with it. */
export interface PlanSubject {
  readonly candidate: Person;
  readonly role: string;
}

/** `undefined` where it says neither or only one of the two. */
export function subjectOfPlan(data: unknown): PlanSubject | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { candidate, role } = PlanSchema.shape;
  const said = {
    candidate: candidate.safeParse(under(data, 'candidate')),
    role: role.safeParse(under(data, 'role')),
  };
  if (!said.candidate.success || !said.role.success) return undefined;
  return { candidate: personOfWritten(said.candidate.data), role: said.role.data };
}

function under(data: object, key: string): unknown {
  return Object.hasOwn(data, key) ? (data as Readonly<Record<string, unknown>>)[key] : undefined;
}

function ruleProblems({ interviewers, sessions }: PartialPlan): readonly Problem[] {
  const people = itemsOf(interviewers).flatMap(([one, at]) => {
    const person = typeof one === 'string' ? personOfWritten(one) : { name: one.name ?? '', id: one.id };
    return person.name === '' ? [] : [{ person, at }];
  });
  const { isSame } = createPeople(people.map(({ person }) => person));
  const isShadow = (one: NonNullable<PartialPlan['interviewers']>[number]) =>
    typeof one === 'object' && one.shadow === true;
  return [
    ...people.flatMap(({ person, at }, index) =>
      people.slice(0, index).some((other) => isSame(other.person, person))
        ? [createProblem('same-interviewer', { name: person.name }, ['interviewers', at])]
        : [],
    ),
    ...itemsOf(interviewers).flatMap(([one, at]) =>
      typeof one === 'string' ? [] : listedTwice(one.sessions, ['interviewers', at, 'sessions']),
    ),
    ...itemsOf(sessions).flatMap(([{ id }, at]) =>
      id !== undefined && sessions?.findIndex((other) => other?.id === id) !== at
        ? [createProblem('duplicate-id', { id, what: 'session' }, ['sessions', at, 'id'])]
        : [],
    ),
    ...itemsOf(sessions).flatMap(([{ dimensions }, at]) => listedTwice(dimensions, ['sessions', at, 'dimensions'])),
    ...(interviewers?.length && interviewers.every(isShadow)
      ? [createProblem('only-shadows', {}, ['interviewers'])]
      : []),
  ];
}

type Ids = readonly (string | undefined)[] | null | undefined;

function listedTwice(ids: Ids, path: Path): readonly Problem[] {
  return itemsOf(ids).flatMap(([id, at]) =>
    ids?.indexOf(id) === at ? [] : [createProblem('listed-twice', { id }, [...path, at])],
  );
}

function rubricProblems(plan: PartialPlan, rubric: RubricOfPlan): readonly Problem[] {
  if (rubric === undefined) return [];
  if ('code' in rubric) return [rubric];
  const { role, variant, sessions, interviewers } = plan;
  const ofRubric = rubric.sessions.map(({ id }) => id);
  const known = {
    variants: rubric.variants.map(({ id }) => id),
    dimensions: rubric.dimensions.map(({ id }) => id),
    sessions: [...new Set([...ofRubric, ...itemsOf(sessions).flatMap(([{ id }]) => id ?? [])])],
  };
  return [
    ...(role !== undefined && role !== rubric.id
      ? [createProblem('other-name-of-role', { alias: role, role: rubric.id }, ['role'])]
      : []),
    ...(variant && !known.variants.includes(variant)
      ? [
          createProblem('unknown-part', { what: 'variant', id: variant, known: known.variants, role: rubric.id }, [
            'variant',
          ]),
        ]
      : []),
    ...itemsOf(sessions).flatMap(([{ id, dimensions }, at]) => [
      ...(id !== undefined && ofRubric.includes(id)
        ? [createProblem('session-of-rubric', { id }, ['sessions', at, 'id'])]
        : []),
      ...notAmong(dimensions, known.dimensions).map(([dimension, position]) =>
        createProblem('unknown-dimension', { id: dimension, known: known.dimensions }, [
          'sessions',
          at,
          'dimensions',
          position,
        ]),
      ),
    ]),
    ...itemsOf(interviewers).flatMap(([one, at]) =>
      notAmong(typeof one === 'string' ? [] : one.sessions, known.sessions).map(([id, position]) =>
        createProblem('unknown-session', { id, known: known.sessions }, ['interviewers', at, 'sessions', position]),
      ),
    ),
  ];
}

/** Each once, with the position at which it stands first. */
function notAmong(ids: Ids, known: readonly string[]): readonly (readonly [string, number])[] {
  return itemsOf(ids).filter(([id, at]) => !known.includes(id) && ids?.indexOf(id) === at);
}
