import type { Answers, WrittenAnswers } from '../interview/answers/answers.js';
import { readAnswers } from '../interview/answers/read-answers.js';
import { type Checked, createProblem, type Path, type Problem } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import { applySession } from '../rubric/session.js';
import { applyVariant } from '../rubric/variant.js';
import { schemaProblems } from '../schema/schema-problems.js';
import { CaseSchema, CasesSchema, type Expectation, type WrittenCase, type WrittenInterview } from './case-file.js';

/** A case in its rubric's own words. */
export interface Case {
  readonly name: string;
  readonly variant: string | undefined;
  /** What each interviewer gave. */
  readonly interviews: readonly CaseInterview[];
  /** Whether they are to be pooled; else it is one scorecard. */
  readonly isPanel: boolean;
  /** `undefined`: nothing yet. */
  readonly expected: Expectation | undefined;
}

export interface CaseInterview {
  readonly session: string | undefined;
  readonly ratings: Answers['ratings'];
  readonly flags: readonly string[];
}

/** Reads the cases of a file and holds them against their rubric: all mistakes at once. */
export function parseCases(data: unknown, rubric: Rubric): Checked<readonly Case[]> {
  const parsed = CasesSchema.safeParse(data, { reportInput: true });
  const misshapen = parsed.success ? [] : schemaProblems(parsed.error, CasesSchema);
  const cases = parsed.success ? parsed.data.cases : soundCases(data);
  const read = cases.map((written, at) => readCase(written, ['cases', at], rubric));
  const problems = [...misshapen, ...read.flatMap((one) => one.problems), ...sameNames(cases)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: read.map(({ value }) => value) };
}

/** Of cases out of shape, what can be held against a rubric all the same. */
function soundCases(data: unknown): readonly WrittenCase[] {
  const { cases } = (data ?? {}) as { readonly cases?: unknown };
  return Array.isArray(cases) ? cases.map(soundCase) : [];
}

/** What is out of shape is told already: in its place stands what no more is to be said of. */
function soundCase(value: unknown, at: number): WrittenCase {
  const instead = { name: `case ${at + 1}`, ratings: {} };
  if (typeof value !== 'object' || value === null) return instead;
  const sound = Object.entries(CaseSchema.shape).flatMap(([key, schema]) => {
    const part = schema.safeParse(Object.hasOwn(value, key) ? value[key as keyof typeof value] : undefined);
    return part.success && part.data !== undefined ? [[key, part.data]] : [];
  });
  const { interviews, ...rest } = Object.fromEntries(sound) as WrittenCase;
  if (interviews) return { ...rest, name: rest.name ?? instead.name, interviews };
  return 'interviews' in value ? instead : { ...instead, ...rest };
}

interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

function readCase(written: WrittenCase, path: Path, rubric: Rubric): Read<Case> {
  const { name, interviews, expect } = written;
  const variant = written.variant ?? undefined;
  const overlay = rubric.variants.find(({ id }) => id === variant);
  const own = ownInterview(written, path);
  const given =
    interviews?.map((interview, at) => ({ interview, path: [...path, 'interviews', at] })) ??
    (own.value ? [{ interview: own.value, path }] : []);
  const varied = applyVariant(rubric, overlay);
  const read = given.map((one) => readInterview(one.interview, one.path, varied));
  return {
    value: {
      name,
      variant,
      interviews: read.map(({ value }) => value),
      isPanel: interviews !== undefined,
      expected: expect && Object.keys(expect).length > 0 ? expect : undefined,
    },
    problems: [
      ...(variant === undefined || overlay ? [] : [unknownVariant(variant, path, rubric)]),
      ...own.problems,
      ...read.flatMap(({ problems }) => problems),
      ...expectationProblems(expect, path, varied),
    ],
  };
}

/** The one interview of a case that has no list of them. */
function ownInterview(written: WrittenCase, path: Path): Read<WrittenInterview | undefined> {
  const { interviews, session, ratings, redFlags } = written;
  if (interviews === undefined) {
    if (ratings === undefined)
      return { value: undefined, problems: [createProblem('case-answers', { has: 'none' }, path)] };
    return { value: { session, ratings, redFlags }, problems: [] };
  }
  const beside = (['ratings', 'redFlags', 'session'] as const).filter((key) => written[key] !== undefined);
  return {
    value: undefined,
    problems: beside.map((key) => createProblem('case-answers', { has: 'both' }, [...path, key], 'key')),
  };
}

function readInterview(written: WrittenInterview, path: Path, rubric: Rubric): Read<CaseInterview> {
  const session = written.session ?? undefined;
  const planned = rubric.sessions.find(({ id }) => id === session);
  const answers: WrittenAnswers = { session, ratings: written.ratings, redFlags: written.redFlags };
  const read = readAnswers(answers, applySession(rubric, planned));
  return {
    value: {
      session,
      ratings: read.answers.ratings,
      flags: read.answers.redFlags.map((flag) => (typeof flag === 'string' ? flag : flag.id)),
    },
    problems: read.problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] })),
  };
}

function unknownVariant(id: string, path: Path, rubric: Rubric): Problem {
  const known = rubric.variants.map((variant) => variant.id);
  return createProblem('unknown-part', { what: 'variant', id, known, role: rubric.id }, [...path, 'variant']);
}

/** Ids among the reasons that the rubric doesn't have. */
function expectationProblems(expected: WrittenCase['expect'], path: Path, rubric: Rubric): readonly Problem[] {
  const dimensions = rubric.dimensions.map(({ id }) => id);
  const flags = rubric.redFlags.map(({ id }) => id);
  return (expected?.because ?? []).flatMap((reason, at) => {
    const place = [...path, 'expect', 'because', at];
    const named = [
      ...(reason.dimension === undefined ? [] : [{ id: reason.dimension, path: [...place, 'dimension'] }]),
      ...(reason.dimensions ?? []).map((id, position) => ({ id, path: [...place, 'dimensions', position] })),
    ];
    const unknown = named
      .filter(({ id }) => !dimensions.includes(id))
      .map(({ id, path: where }) =>
        createProblem('unknown-dimension', { id, known: dimensions, names: [], role: rubric.id }, where),
      );
    const { flag } = reason;
    if (flag === undefined || flags.includes(flag)) return unknown;
    return [...unknown, createProblem('unknown-flag', { id: flag, known: flags, tellsAll: true }, [...place, 'flag'])];
  });
}

function sameNames(cases: readonly WrittenCase[]): readonly Problem[] {
  return cases.flatMap(({ name }, at) =>
    cases.findIndex((other) => other.name === name) < at
      ? [createProblem('same-case', { name }, ['cases', at, 'name'])]
      : [],
  );
}
