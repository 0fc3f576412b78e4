import { resolve } from 'node:path';
import {
  answersToChanges,
  personOfAnswer,
  shapeAnswers,
  type WrittenAnswers,
} from '../../core/interview/answers/answers.js';
import { readAnswers } from '../../core/interview/answers/read-answers.js';
import { inFile, type Problem } from '../../core/problem.js';
import type { InterviewSession, Rubric, Variant } from '../../core/rubric/rubric.js';
import { applySession } from '../../core/rubric/session.js';
import { applyVariant } from '../../core/rubric/variant.js';
import { clean, say } from '../../core/text/safe-text.js';
import { type ExitCode, ScorecardError } from '../../errors.js';
import { located } from '../../io/rubrics/rubric-file.js';
import { findRubric, findSession, findVariant } from '../../io/rubrics/rubric-library.js';
import type { Store } from '../../io/store/store.js';
import { readBytes } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { readStandardInput } from '../../io/system/standard-input.js';
import { LIMITS, parseYamlSource, type YamlSource } from '../../io/yaml/yaml-source.js';
import { parseSame, recordSame } from '../shared/known-people.js';
import { identifyCandidate } from './identify.js';
import { checkHeld, createOpening, personGiven, resolveNames } from './opening.js';
import type { InterviewOptions } from './options.js';
import { sealAnswers } from './seal-answers.js';

interface AnswersIo {
  readonly host: Host;
  readonly store: Store;
}

/** An interview without prompts: the answers become the same events that the prompts would have recorded. */
export async function interviewFromAnswers(
  file: string,
  options: InterviewOptions,
  { host, store }: AnswersIo,
): Promise<ExitCode> {
  const bytes = file === '-' ? await readStandardInput(host, LIMITS.bytes) : readBytes(resolve(host.cwd, file), file);
  const source = parse(bytes, file);
  const { written, problems: misshapen } = shapeAnswers(source.data);
  const role = options.role ?? written.role ?? undefined;
  const candidate = personGiven(options.candidate) ?? personOfAnswer(written.candidate);
  const missing = [...(role === undefined ? ['--role'] : []), ...(candidate === undefined ? ['--candidate'] : [])];
  const hint = say`pass ${clean(missing.join(' and '))}, or write it in the file`;
  const refuse = (message: string, problems: readonly Problem[]): ScorecardError =>
    new ScorecardError(message, {
      problems: located(problems, source, file),
      ...(missing.length > 0 ? { hint } : {}),
    });
  if (role === undefined) {
    throw misshapen.length > 0
      ? refuse(`${file} is not a valid answers file`, misshapen)
      : new ScorecardError(`${file} does not say everything that is needed`, { hint });
  }
  const loaded = findRubric(role, host, options);
  const { answers, variant, session, problems } = readBy(loaded.rubric, written, options);
  if (misshapen.length > 0) throw refuse(`${file} is not a valid answers file`, [...misshapen, ...problems]);
  if (problems.length > 0) throw refuse(`${file} does not fit the rubric ${loaded.rubric.id}`, problems);
  if (candidate === undefined) throw new ScorecardError(`${file} does not say everything that is needed`, { hint });
  const day = options.held ?? answers.held;
  checkHeld(day, host);
  const given = await resolveNames(
    candidate,
    personGiven(options.interviewer) ?? personOfAnswer(answers.interviewer),
    host,
  );
  recordSame(parseSame(options.same), store, host);
  const identified = await identifyCandidate(given.candidate, { store, host, prompter: undefined });
  const names = { ...given, candidate: identified ?? given.candidate };
  const { rubric } = loaded;
  const open = createOpening({ names, loaded, variant, session, isShadow: options.shadow });
  return sealAnswers({ open, day, changes: answersToChanges(answers, open.rubric), rubric }, options, { store, host });
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

function parse(bytes: Uint8Array, file: string): YamlSource {
  const source = parseYamlSource(bytes);
  if (source.ok) return source.value;
  const problems = inFile(source.problems, file);
  throw new ScorecardError(`${file} is not a valid answers file`, { problems });
}
