import { resolve } from 'node:path';
import {
  type Answers,
  answersToChanges,
  checkAnswers,
  parseAnswers,
  personOfAnswer,
} from '../../core/interview/answers.js';
import { evaluateSession } from '../../core/interview/build-scorecard.js';
import type { SessionEvent } from '../../core/interview/event.js';
import { inFile } from '../../core/problem.js';
import { verdictDiffers } from '../../core/scoring/verdict.js';
import { clean, say } from '../../core/text/safe-text.js';
import { type ExitCode, ScorecardError } from '../../errors.js';
import { located } from '../../io/rubrics/rubric-file.js';
import { findRubric, findSession, findVariant } from '../../io/rubrics/rubric-library.js';
import type { Store } from '../../io/store/store.js';
import { readBytes } from '../../io/system/files.js';
import { type Host, timestamp } from '../../io/system/host.js';
import { readStandardInput } from '../../io/system/standard-input.js';
import { LIMITS, parseYamlSource, type YamlSource } from '../../io/yaml/yaml-source.js';
import { parseSame, recordSame } from '../shared/known-people.js';
import { identifyCandidate } from './identify.js';
import { checkHeld, createOpening, personGiven, resolveNames } from './opening.js';
import type { InterviewOptions } from './options.js';
import { tellSealedBefore } from './sealed-before.js';
import { submit } from './submit.js';

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
  const { answers, source } = parse(bytes, file);
  const role = options.role ?? answers.role;
  const candidate = personGiven(options.candidate) ?? personOfAnswer(answers.candidate);
  const missing = [...(role === undefined ? ['--role'] : []), ...(candidate === undefined ? ['--candidate'] : [])];
  if (role === undefined || candidate === undefined) {
    throw new ScorecardError(`${file} does not say everything that is needed`, {
      hint: say`pass ${clean(missing.join(' and '))}, or write it in the file`,
    });
  }
  const loaded = findRubric(role, host, options);
  const variant = findVariant(loaded.rubric, options.variant ?? answers.variant);
  const session = findSession(loaded.rubric, options.session ?? answers.session);
  const given = await resolveNames(
    candidate,
    personGiven(options.interviewer) ?? personOfAnswer(answers.interviewer),
    host,
  );
  recordSame(parseSame(options.same), store, host);
  const identified = await identifyCandidate(given.candidate, { store, host, prompter: undefined });
  const names = { ...given, candidate: identified ?? given.candidate };
  const held = checkHeld(options.held ?? answers.held, host);
  const open = createOpening({ names, loaded, variant, session, held, isShadow: options.shadow });
  const problems = located(checkAnswers(answers, open.rubric), source, file);
  if (problems.length > 0) throw new ScorecardError(`${file} does not fit the rubric ${open.rubric.id}`, { problems });
  if (!options.quiet) tellSealedBefore(open, { store, host });
  // All at once: the draft appears with every answer in it.
  const at = timestamp(host.now());
  const events = answersToChanges(answers, open.rubric).map((change): SessionEvent => ({ at, ...change }));
  const recorder = store.begin(open, { rubric: loaded.rubric, past: { at, events } });
  try {
    warnOfUnexplained(answers, evaluateSession(recorder.session).result.recommendation, host);
    return submit(recorder, options, host);
  } finally {
    recorder.close();
  }
}

function parse(bytes: Uint8Array, file: string): { answers: Answers; source: YamlSource } {
  const source = parseYamlSource(bytes);
  if (!source.ok) {
    const problems = inFile(source.problems, file);
    throw new ScorecardError(`${file} is not a valid answers file`, { problems });
  }
  const checked = parseAnswers(source.value.data);
  if (checked.ok) return { answers: checked.value, source: source.value };
  const problems = located(checked.problems, source.value, file);
  throw new ScorecardError(`${file} is not a valid answers file`, { problems });
}

function warnOfUnexplained(
  { verdict }: Answers,
  recommendation: Parameters<typeof verdictDiffers>[1],
  host: Host,
): void {
  if (verdict === undefined) return;
  const { is, reason } = typeof verdict === 'string' ? { is: verdict, reason: undefined } : verdict;
  if (reason !== undefined || !verdictDiffers(is, recommendation)) return;
  host.stderr.write(
    say`The verdict "${is}" differs from the recommendation "${recommendation}", and no reason is given.\n`,
  );
}
