import { resolve } from 'node:path';
import {
  type Answers,
  personOfAnswer,
  shapeAnswers,
  type WrittenAnswers,
} from '../../../core/interview/answers/answers.js';
import { readAnswers } from '../../../core/interview/answers/read-answers.js';
import type { Pair, Person } from '../../../core/person/person.js';
import { createProblem, type Problem } from '../../../core/problem.js';
import type { InterviewSession, Rubric, Variant } from '../../../core/rubric/rubric.js';
import { applySession } from '../../../core/rubric/session.js';
import { applyVariant } from '../../../core/rubric/variant.js';
import { dayOf } from '../../../core/text/date.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { ScorecardError } from '../../../errors.js';
import { inOrder, type LoadedRubric, located } from '../../../io/rubrics/rubric-file.js';
import { findRubric, findSession, findVariant } from '../../../io/rubrics/rubric-library.js';
import type { Store } from '../../../io/store/store.js';
import { readBytes } from '../../../io/system/files.js';
import { type Host, timestamp } from '../../../io/system/host.js';
import { readStandardInput } from '../../../io/system/standard-input.js';
import { LIMITS, parseYamlSource, type YamlSource } from '../../../io/yaml/yaml-source.js';
import { personGiven } from '../opening.js';
import type { InterviewOptions } from '../options.js';
import { ownSessions } from '../planned.js';
import { meant, partConflicts, personConflicts, roleConflict } from './option-conflicts.js';

/** An answers file with what the options say beside it. */
interface AnswersFile {
  readonly loaded: LoadedRubric;
  readonly variant: Variant | undefined;
  readonly session: InterviewSession | undefined;
  readonly answers: Answers;
  readonly candidate: Person;
  readonly interviewer: Person | undefined;
}

interface Surroundings {
  readonly host: Host;
  readonly store: Store;
  /** Names and ids that are one person. */
  readonly same: readonly Pair[];
}

/** @throws ScorecardError with every mistake of the file, and all that options say otherwise */
export async function readAnswersFile(
  file: string,
  options: InterviewOptions,
  { host, store, same }: Surroundings,
): Promise<AnswersFile> {
  const { source, slips } = parse(await bytesOf(file, host), file);
  const { written, problems: misshapen } = shapeAnswers(source.data);
  const role = options.role ?? written.role ?? undefined;
  const people = {
    candidate: { given: personGiven(options.candidate), written: personOfAnswer(written.candidate) },
    interviewer: { given: personGiven(options.interviewer), written: personOfAnswer(written.interviewer) },
  };
  const candidate = meant(people.candidate);
  const loaded = role === undefined ? undefined : findRubric(role, host, options);
  const otherRole = loaded ? roleConflict(written.role, options, { loaded, host }) : [];
  // What does not fit the one rubric may fit the other.
  const read =
    loaded && otherRole.length === 0
      ? readBy(withOwnSessions(loaded.rubric, candidate, store), written, options)
      : undefined;
  const problems: Mistakes = {
    invalid: [...slips, ...source.lostText('any'), ...misshapen, ...dayProblems(written, host)],
    conflicting: [...personConflicts(people, same), ...otherRole, ...partConflicts(written, options)],
    unfit: read?.problems ?? [],
  };
  if (!loaded || !read || !candidate || Object.values(problems).some(({ length }) => length > 0)) {
    throw refusal(problems, { file, source, role: loaded?.summary.id, isNamed: candidate !== undefined });
  }
  const { answers, variant, session } = read;
  return { loaded, variant, session, answers, candidate, interviewer: meant(people.interviewer) };
}

interface Mistakes {
  readonly invalid: readonly Problem[];
  readonly conflicting: readonly Problem[];
  readonly unfit: readonly Problem[];
}

interface Refused {
  readonly file: string;
  readonly source: YamlSource;
  /** The id of the rubric; `undefined` where nobody says which. */
  readonly role: string | undefined;
  /** Whether it is known who was interviewed. */
  readonly isNamed: boolean;
}

function refusal(problems: Mistakes, { file, source, role, isNamed }: Refused): ScorecardError {
  const { invalid, conflicting, unfit } = problems;
  // What is there and out of shape is told with its place.
  const isTold = (key: string) => invalid.some(({ path }) => path[0] === key);
  const missing = [
    ...(role === undefined && !isTold('role') ? ['--role'] : []),
    ...(isNamed || isTold('candidate') ? [] : ['--candidate']),
  ];
  const what =
    (invalid.length > 0 && 'is not a valid answers file') ||
    (conflicting.length > 0 && 'says otherwise than the command line') ||
    (unfit.length > 0 && `does not fit the rubric ${role}`) ||
    'does not say everything that is needed';
  return new ScorecardError(`${file} ${what}`, {
    problems: located([...invalid, ...conflicting, ...unfit], source, file),
    ...(missing.length > 0 ? { hint: say`pass ${clean(missing.join(' and '))}, or write it in the file` } : {}),
  });
}

/** The rubric with the sessions that the candidate's plan has of its own. */
function withOwnSessions(rubric: Rubric, candidate: Person | undefined, store: Store): Rubric {
  const own = candidate === undefined ? [] : ownSessions({ candidate, role: rubric.id }, store);
  return own.length === 0 ? rubric : { ...rubric, sessions: [...rubric.sessions, ...own] };
}

interface AnswersByRubric extends ReturnType<typeof readAnswers> {
  readonly variant: Variant | undefined;
  readonly session: InterviewSession | undefined;
}

/** What options name is found or refused; what the file names wrongly is one of its mistakes. */
function readBy(rubric: Rubric, written: WrittenAnswers, options: InterviewOptions): AnswersByRubric {
  const named = {
    ...written,
    variant: findVariant(rubric, options.variant)?.id ?? written.variant,
    session: findSession(rubric, options.session)?.id ?? written.session,
  };
  const variant = rubric.variants.find(({ id }) => id === named.variant);
  const session = rubric.sessions.find(({ id }) => id === named.session);
  return { ...readAnswers(named, applySession(applyVariant(rubric, variant), session)), variant, session };
}

function dayProblems({ held: day }: WrittenAnswers, host: Host): readonly Problem[] {
  if (typeof day !== 'string') return [];
  const today = dayOf(timestamp(host.now()));
  return day > today ? [createProblem('future-day', { day, today }, ['held'])] : [];
}

async function bytesOf(file: string, host: Host): Promise<Uint8Array> {
  return file === '-' ? readStandardInput(host, LIMITS.bytes) : readBytes(resolve(host.cwd, file), file);
}

/** What was slipped in the text is told with all else that is wrong, where it tells what was meant. */
function parse(bytes: Uint8Array, file: string): { readonly source: YamlSource; readonly slips: readonly Problem[] } {
  const read = parseYamlSource(bytes);
  if (read.ok) return { source: read.value, slips: [] };
  if (read.mended) return { source: read.mended, slips: read.problems };
  throw new ScorecardError(`${file} is not a valid answers file`, { problems: inOrder(read.problems, file) });
}
