import { observedFlags, ratedDimension } from '../interview/build-scorecard.js';
import type { ObservedFlag } from '../interview/content.js';
import { parsePerson } from '../person/parse-person.js';
import type { Person } from '../person/person.js';
import type { Rubric } from '../rubric/rubric.js';
import { plannedSessions } from '../rubric/session.js';
import type { Evidence, Scorecard } from '../scorecard/scorecard.js';
import { type Evaluation, evaluate } from '../scoring/evaluate.js';
import type { CellProblem } from '../table/cells/cell.js';
import type { FlagCell } from '../table/cells/flag-cell.js';
import type { RequirementAnswer } from '../table/cells/requirement-cell.js';
import type { ColumnPlan } from '../table/columns.js';
import { nameIn } from '../table/name-in.js';
import type { BatchRow } from '../table/row.js';
import type { ParsedRow, Writable } from './engine.js';
import { partOf } from './session-part.js';

/** One scored row, in the words of a scorecard file. */
export interface BatchRecord {
  /** Of a table in several files, the one in which it stands. */
  readonly file?: string;
  /** The physical line on which the row begins. */
  readonly line: number;
  readonly candidate: Person;
  /** Who interviewed; `undefined` where the table names nobody. */
  readonly interviewer?: Person;
  /** The id of the session; absent: all of the interview. */
  readonly session?: string;
  /** The day on which it was held. */
  readonly held?: string;
  readonly result: Scorecard['result'];
  readonly dimensions: Scorecard['dimensions'];
  readonly redFlags: Scorecard['redFlags'];
  readonly requirements?: readonly RequirementAnswer[];
  readonly verdict?: NonNullable<Scorecard['verdict']>;
  /** What stands in cells that can't be read, each with its header: nothing that was entered is lost. */
  readonly notes?: readonly Evidence[];
}

/** What a batch scores by, and what it knows of all rows. */
export interface BatchSetup {
  readonly rubric: Rubric;
  readonly plan: ColumnPlan;
  /** The interviewer of rows that name none; `undefined` where the command line names none either. */
  readonly interviewer: Person | undefined;
  /** The session and the day of rows that name none. */
  readonly session?: string | undefined;
  readonly held?: string | undefined;
  /** Whether the table stands in several files, so that a row says in which. */
  readonly isInFiles?: boolean;
}

/** What of a row's evaluation stands in its record. */
export interface RowResult {
  readonly result: Scorecard['result'];
  /** Of each dimension of the row's session, in hundredths. */
  readonly contributions: Evaluation['score']['contributions'];
}

/** A copy of what the engine has read, which outlives the next row. */
export function toBatchRecord(frame: BatchSetup, row: BatchRow, reading: ParsedRow): BatchRecord {
  const { result, contributions } = rowResult(frame.rubric, reading);
  const { rubric, positions } = partOf(frame.rubric, reading.session);
  return {
    ...namedIn(frame, row, reading),
    result,
    dimensions: rubric.dimensions.map((dimension, at) => {
      const position = positions[at] ?? at;
      return ratedDimension(
        dimension,
        {
          rating: reading.ratings[position] ?? 'not-assessed',
          notes: evidenceOf(frame.plan, row, position),
          asked: [],
        },
        { contribution: contributions[at], seconds: 0 },
      );
    }),
    ...observedIn(frame, row, reading),
  };
}

type Named = Pick<BatchRecord, 'file' | 'line' | 'candidate' | 'interviewer' | 'session' | 'held'>;
type Observed = Pick<BatchRecord, 'redFlags' | 'requirements' | 'verdict' | 'notes'>;

/** What a record says before its result: whom it is about. */
export function namedIn(frame: BatchSetup, row: BatchRow, reading: ParsedRow): Named {
  const { plan } = frame;
  const { file, session, held } = reading;
  const line = {
    line: row.line,
    candidate: personOf(nameIn(row, plan.candidate, plan.candidateLast), reading.candidateId),
  };
  const interviewer = interviewerOf(frame, row, reading);
  // Put in one by one, since it is done for each row: objects of objects take several times as long.
  const named: Writable<Named> = file === undefined ? line : { file, ...line };
  if (interviewer !== undefined) named.interviewer = interviewer;
  if (session !== undefined) named.session = session;
  if (held !== undefined) named.held = held;
  return named;
}

/** What a record says after its dimensions: all that was seen beside the ratings. */
export function observedIn(
  { rubric, plan }: BatchSetup,
  row: BatchRow,
  { flags, requirements, verdict, session, lost }: ParsedRow,
): Observed {
  const redFlags = flags.length === 0 ? [] : observedFlags(partOf(rubric, session).rubric, flags.map(flagOf));
  const observed: Writable<Observed> = { redFlags };
  if (requirements.length > 0) observed.requirements = requirements;
  if (verdict) {
    const reason = plan.verdictReason === undefined ? '' : row.text(plan.verdictReason).trim();
    observed.verdict = { is: verdict, ...(reason === '' ? {} : { reason }) };
  }
  if (lost.length > 0) observed.notes = lost.map((problem) => noteOf(problem, plan));
  return observed;
}

function noteOf({ at, cell }: CellProblem, { headers }: ColumnPlan): Evidence {
  return { text: `${headers[at] ?? ''}: ${cell.trim()}` };
}

function interviewerOf(
  { plan, interviewer }: BatchSetup,
  row: BatchRow,
  { interviewerId }: ParsedRow,
): Person | undefined {
  const named = plan.interviewer === undefined ? '' : nameIn(row, plan.interviewer, plan.interviewerLast);
  if (named !== '') return personOf(named, interviewerId);
  // An id says who it is, whatever the name.
  return interviewerId === undefined ? interviewer : personOf(interviewerId, interviewerId);
}

/** A cell that holds a name, or a name with an id behind it; a column of ids says more. */
function personOf(cell: string, id: string | undefined): Person {
  return id === undefined ? parsePerson(cell) : { name: parsePerson(cell).name, id };
}

function flagOf({ id, evidence }: FlagCell): ObservedFlag {
  return { id, evidence: evidence ? [{ text: evidence }] : [] };
}

export function rowResult(
  whole: Rubric,
  reading: Pick<ParsedRow, 'ratings' | 'flags'> & Partial<Pick<ParsedRow, 'session'>>,
): RowResult {
  const { result, score } = evaluateReading(whole, reading);
  return { result, contributions: score.contributions };
}

/** Score, coverage, recommendation and reasons of a row: the same arithmetic as an interview's. */
export function evaluateReading(
  whole: Rubric,
  { ratings, flags, session }: Pick<ParsedRow, 'ratings' | 'flags'> & Partial<Pick<ParsedRow, 'session'>>,
): Evaluation {
  const { rubric, positions } = partOf(whole, session);
  return evaluate({
    dimensions: rubric.dimensions.map(({ id, name, weight, minimum }, at) => ({
      id,
      name,
      weight,
      minimum,
      rating: ratings[positions[at] ?? at] ?? 'not-assessed',
    })),
    redFlags: observedFlags(rubric, flags.map(flagOf)),
    recommendation: rubric.recommendation,
    scale: rubric.scale,
    session,
    sessions: plannedSessions(rubric),
  });
}

export function evidenceOf(plan: ColumnPlan, row: BatchRow, dimension: number): readonly Evidence[] {
  return (plan.evidence[dimension] ?? []).flatMap((column) => {
    const text = row.text(column).trim();
    return text === '' ? [] : [{ text }];
  });
}
