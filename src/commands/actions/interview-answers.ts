import { resolve } from 'node:path';
import { type Answers, answersToChanges, checkAnswers, parseAnswers } from '../../core/answers.js';
import { evaluateSession } from '../../core/build-scorecard.js';
import { applyVariant } from '../../core/variant.js';
import { verdictDiffers } from '../../core/verdict.js';
import { type ExitCode, ScorecardError } from '../../errors.js';
import { readBytes } from '../../io/files.js';
import type { Host } from '../../io/host.js';
import { beginDraft } from '../../io/recorder.js';
import { located } from '../../io/rubric-file.js';
import { findRubric, findVariant } from '../../io/rubric-library.js';
import { freeId, storeFolder } from '../../io/scorecard-store.js';
import { readStandardInput } from '../../io/standard-input.js';
import { timestamp } from '../../io/timestamp.js';
import { parseYamlSource, type YamlSource } from '../../io/yaml-source.js';
import type { InterviewOptions } from './interview.js';
import { submit } from './submit.js';

/** An interview without prompts: the answers become the same events that the prompts would have recorded. */
export async function interviewFromAnswers(file: string, options: InterviewOptions, host: Host): Promise<ExitCode> {
  const bytes = file === '-' ? await readStandardInput(host) : readBytes(resolve(host.cwd, file), file);
  const { answers, source } = parse(bytes, file);
  const role = options.role ?? answers.role;
  const candidate = options.candidate ?? answers.candidate;
  const missing = [...(role === undefined ? ['--role'] : []), ...(candidate === undefined ? ['--candidate'] : [])];
  if (role === undefined || candidate === undefined) {
    throw new ScorecardError(`${file} does not say everything`, {
      hint: `pass ${missing.join(' and ')}, or write it in the file`,
    });
  }
  const { rubric: plain, sha256: rubricDigest } = findRubric(role, host, options);
  const variant = findVariant(plain, options.variant ?? answers.variant);
  const rubric = applyVariant(plain, variant);
  const problems = located(checkAnswers(answers, rubric), source, file);
  if (problems.length > 0) throw new ScorecardError(`${file} does not fit the rubric ${rubric.id}`, { problems });
  const interviewer = options.interviewer ?? answers.interviewer ?? (await host.userName());
  if (interviewer === undefined) {
    throw new ScorecardError('the name of the interviewer is not known', { hint: 'pass --interviewer NAME' });
  }
  const store = storeFolder(host, options.store);
  const recorder = beginDraft(
    store,
    {
      type: 'open',
      schemaVersion: 1,
      id: freeId(store, { candidate, interviewer, role: rubric.id, startedAt: timestamp(host.now()) }),
      candidate: candidate.trim(),
      interviewer: interviewer.trim(),
      rubric,
      ...(variant ? { variant: variant.id } : {}),
      sha256: rubricDigest,
    },
    host,
  );
  try {
    for (const change of answersToChanges(answers, rubric)) recorder.record(change);
    warnOfUnexplained(answers, evaluateSession(recorder.session).result.recommendation, host);
    return submit(recorder, options, host);
  } finally {
    recorder.close();
  }
}

function parse(bytes: Uint8Array, file: string): { answers: Answers; source: YamlSource } {
  const source = parseYamlSource(bytes);
  if (!source.ok) {
    const problems = source.problems.map((problem) => ({ ...problem, file }));
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
    `The verdict "${is}" differs from the recommendation "${recommendation}", and no reason is given.\n`,
  );
}
