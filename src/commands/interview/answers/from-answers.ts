import { answersToChanges } from '../../../core/interview/answers/answers.js';
import type { ExitCode } from '../../../errors.js';
import type { Store } from '../../../io/store/store.js';
import type { Host } from '../../../io/system/host.js';
import { parseSame, recordSame } from '../../shared/known-people.js';
import { identifyCandidate } from '../identify.js';
import { checkHeld, createOpening, resolveNames } from '../opening.js';
import type { InterviewOptions } from '../options.js';
import { readAnswersFile } from './answers-file.js';
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
  checkHeld(options.held, host);
  const said = parseSame(options.same);
  const same = [...store.readPeople().same, ...said];
  const { answers, loaded, variant, session, ...named } = await readAnswersFile(file, options, { host, store, same });
  const given = await resolveNames(named.candidate, named.interviewer, host);
  recordSame(said, store, host);
  const identified = await identifyCandidate(given.candidate, { store, host, prompter: undefined });
  const names = { ...given, candidate: identified ?? given.candidate };
  const open = createOpening({ names, loaded, variant, session, isShadow: options.shadow });
  const changes = answersToChanges(answers, open.rubric);
  const day = options.held ?? answers.held;
  return sealAnswers({ open, day, changes, rubric: loaded.rubric }, options, { store, host });
}
