import { basename, resolve } from 'node:path';
import {
  type Fit,
  type FitContext,
  fitRubric,
  mappingMistakes,
  namesIn,
  valueMistakes,
  wordsIn,
} from '../../core/ats/import/fit-rubric.js';
import type { ForeignCard } from '../../core/ats/import/foreign.js';
import { readGreenhouseCard } from '../../core/ats/import/greenhouse-card.js';
import { readLeverCard } from '../../core/ats/import/lever-card.js';
import type { ImportSystem } from '../../core/ats/source.js';
import { type Checked, createProblem, type Problem } from '../../core/problem.js';
import { digestOf } from '../../core/scorecard/digest.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { type ForeignRecord, readForeignRecords } from '../../io/ats/foreign-records.js';
import { readBytes } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { readStandardInput } from '../../io/system/standard-input.js';
import { type NamedPeople, type Parties, partiesOf } from './people.js';

/** A scorecard of another system that fits the rubric. */
export interface ReadForeign extends Parties {
  readonly card: ForeignCard;
  readonly fit: Fit;
  /** The name of its file, without folder. */
  readonly file: string;
  /** Which it is there, from 1. */
  readonly row: number;
  readonly sha256: string;
}

export interface ReadResult {
  readonly read: readonly ReadForeign[];
  readonly drafts: number;
  readonly deleted: number;
  /** Files whose answer says that there are more pages. */
  readonly unfinished: readonly string[];
}

const READERS: Readonly<Record<ImportSystem, (data: unknown) => Checked<ForeignCard>>> = {
  greenhouse: readGreenhouseCard,
  lever: readLeverCard,
};

interface Located {
  readonly card: ForeignCard;
  readonly record: ForeignRecord;
  readonly shown: string;
}

/** Reads files of another system against a rubric. @throws ScorecardError with every mistake of all of them */
export async function readForeignCards(
  files: readonly string[],
  { people, host, ...context }: FitContext & { readonly people: NamedPeople; readonly host: Host },
): Promise<ReadResult> {
  const problems: Problem[] = [];
  const unfinished: string[] = [];
  const located: Located[] = [];
  for (const file of files) {
    const shown = file === '-' ? 'standard input' : file;
    const bytes = file === '-' ? await readStandardInput(host) : readBytes(resolve(host.cwd, file), file);
    const found = readForeignRecords(bytes, shown);
    if (!found.ok) {
      problems.push(...found.problems);
      continue;
    }
    const { records, hasMore } = found.value;
    if (hasMore) unfinished.push(shown);
    if (records.length === 0) problems.push({ ...createProblem('no-scorecards', {}, []), file: shown });
    for (const record of records) {
      const checked = READERS[context.system](record.data);
      if (checked.ok) located.push({ card: checked.value, record, shown });
      else problems.push(...record.place(checked.problems));
    }
  }
  const submitted = located.filter(({ card }) => card.state === 'submitted');
  checkOneCandidate(submitted, people);
  const names = [...new Set(located.flatMap(({ card }) => namesIn(card)))];
  const words = located.flatMap(({ card }) => wordsIn(card));
  problems.push(...mappingMistakes(context.mappings, names, context.rubric), ...valueMistakes(context.values, words));
  const read = submitted.flatMap((one) => fitted(one, { people, context, problems }));
  if (problems.length > 0) throw refusal(problems, context);
  const count = (state: ForeignCard['state']) => located.filter(({ card }) => card.state === state).length;
  return { read, unfinished, drafts: count('draft'), deleted: count('deleted') };
}

interface Fitting {
  readonly people: NamedPeople;
  readonly context: FitContext;
  /** Where mistakes go. */
  readonly problems: Problem[];
}

function fitted({ card, record, shown }: Located, { people, context, problems }: Fitting): readonly ReadForeign[] {
  const fit = fitRubric(card, context);
  const parties = partiesOf(card, people);
  const mistakes = [...fit.problems, ...('candidate' in parties ? [] : parties)];
  problems.push(...(mistakes.length > 0 ? record.place(mistakes) : []));
  if (!('candidate' in parties)) return [];
  const sha256 = digestOf({ record: record.data });
  return [{ ...parties, card, fit, file: basename(shown), row: record.row, sha256 }];
}

function checkOneCandidate(located: readonly Located[], { candidate }: NamedPeople): void {
  const ids = new Set(located.map(({ card }) => card.candidateId));
  if (candidate === undefined || ids.size <= 1) return;
  throw new ScorecardError(`--candidate names one person, and the scorecards are of ${ids.size}`, {
    hint: say`pass --candidates FILE instead: a CSV with columns id and name`,
  });
}

function refusal(problems: readonly Problem[], { rubric, system }: FitContext): ScorecardError {
  return new ScorecardError(`nothing was taken over: the scorecards don't fit the rubric ${rubric.id}`, {
    problems: once(problems),
    hint: dimensionsHint(rubric, system),
  });
}

/** What is wrong with each of many in the same words is told of the first. */
function once(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, message }) => {
    const key = `${code} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function dimensionsHint({ dimensions }: FitContext['rubric'], system: ImportSystem): TerminalText {
  return say`dimensions: ${dimensions.map(({ id }) => clean(id)).join(', ')}; see scorecard import --help for what is read of ${system}`;
}
