import { isDecision } from '../../core/decision/is-decision.js';
import { type CardReading, type PanelCard, type ReadCard, readDocument, readPanelCard } from '../../core/panel/card.js';
import { createProblem, inFile, type Problem } from '../../core/problem.js';
import { systemCode } from '../../errors.js';
import { isRegularFile, reason } from '../system/files.js';
import type { Host } from '../system/host.js';
import { createLineSplitter, LONGEST_LINE } from '../system/line-splitter.js';
import { parseJson } from '../system/parse-json.js';
import { readStandardInput } from '../system/standard-input.js';
import { type FoundFile, findScorecardFiles, STANDARD_INPUT } from './card-files.js';
import { readInThreads } from './card-threads.js';
import type { BadLine } from './diagnose-cards.js';
import { chunksOf, createReusingReader } from './small-files.js';

export interface ReadCards {
  readonly cards: readonly PanelCard[];
  /** Those that were changed after they were sealed; they are among what was left out. */
  readonly altered: readonly PanelCard[];
  /** Every mistake, with its file; a file or record with one is left out. */
  readonly problems: readonly Problem[];
  /** How many files, lines or records were left out because of a mistake. */
  readonly leftOut: number;
  /** Stores with drafts: their journals are not read here. */
  readonly stores: readonly FoundFile[];
  /** Paths that lead to files which may be of another store. */
  readonly links: readonly string[];
}

/** What reading goes through: the cards and problems so far. */
interface Gathering {
  readonly reading: CardReading;
  readonly cards: PanelCard[];
  readonly altered: PanelCard[];
  readonly problems: Problem[];
  leftOut: number;
  /** Lines of NDJSON that are still to be diagnosed. */
  badLines: BadLine[];
}

/**
 * All scorecards in files and folders: scorecard files, and what `batch` writes as JSON and NDJSON. A file that is well
 * formed is read without the schema and without YAML, which are loaded only for the others, to say what is wrong and
 * where.
 *
 * @throws ScorecardError when something that was named does not exist, or is not JSON by its name
 */
export async function readPanelCards(
  paths: readonly string[],
  reading: CardReading,
  host: Pick<Host, 'cwd' | 'stdin' | 'home'>,
): Promise<ReadCards> {
  const { files, stores, links, problems } = findScorecardFiles(paths, host);
  const gathering: Gathering = {
    reading,
    cards: [],
    altered: [],
    problems: [...problems],
    leftOut: problems.length,
    badLines: [],
  };
  const early = await readInThreads(files, reading, host);
  const read = createReusingReader();
  for (const file of files) {
    const known = early.get(file.path);
    if (known) {
      for (const card of known) gathering.cards.push(card);
      continue;
    }
    try {
      if (file.path === STANDARD_INPUT) await gatherInput(host, gathering);
      else if (/\.(ndjson|jsonl)$/i.test(file.path)) await gatherLines(file, gathering);
      else {
        const bytes = read(file);
        if (bytes.ok) await gatherDocument(bytes.value, file, gathering);
        else leaveOut(inFile(bytes.problems, file.shown), gathering);
      }
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      leaveOut(inFile([createProblem('unreadable', { reason: reason(error) }, [])], file.shown), gathering);
    }
  }
  const { cards, altered, leftOut } = gathering;
  return { cards, altered, problems: gathering.problems, leftOut, stores, links };
}

/** Nothing to wait for where all is well: for thousands of files, it shows. */
function gatherDocument(
  bytes: Uint8Array,
  { shown, isNamed }: Pick<FoundFile, 'shown' | 'isNamed'>,
  gathering: Gathering,
  data: unknown = parseJson(bytes),
): Promise<void> | undefined {
  const cards = readDocument(data, shown, gathering.reading);
  if (!cards && !isDecision(data)) return diagnose(bytes, shown, gathering);
  for (const card of cards ?? []) gathering.cards.push(card);
  // What a store keeps beside its scorecards is passed over.
  if (!cards && isNamed) leaveOut(inFile([createProblem('no-scorecard', { found: 'decision' }, [])], shown), gathering);
  return undefined;
}

async function diagnose(bytes: Uint8Array, shown: string, gathering: Gathering): Promise<void> {
  const { diagnoseDocument } = await import('./diagnose-cards.js');
  for (const checked of diagnoseDocument(bytes, shown, gathering.reading)) take(checked, gathering);
}

function take(checked: ReadCard, gathering: Gathering): void {
  if (checked.ok) {
    gathering.cards.push(checked.value);
    return;
  }
  if ('altered' in checked) gathering.altered.push(checked.altered);
  leaveOut(checked.problems, gathering);
}

function leaveOut(problems: readonly Problem[], gathering: Gathering): void {
  for (const problem of problems) gathering.problems.push(problem);
  gathering.leftOut += 1;
}

async function gatherLines(file: FoundFile, gathering: Gathering): Promise<void> {
  if (!isRegularFile(file.path)) {
    leaveOut(inFile([createProblem('not-a-file', {}, [])], file.shown), gathering);
    return;
  }
  const lines = createLineSplitter((line, number) => takeLine(line, { file, number }, gathering));
  for (const chunk of chunksOf(file.path)) {
    lines.push(chunk);
    if (gathering.badLines.length > 0) await diagnoseLines(gathering);
  }
  lines.end();
  await diagnoseLines(gathering);
}

/** Reads standard input: a document, or a record a line. */
async function gatherInput(host: Pick<Host, 'stdin'>, gathering: Gathering): Promise<void> {
  const file = { path: STANDARD_INPUT, shown: 'standard input' };
  const bytes = await readStandardInput(host);
  const data = parseJson(bytes);
  if (data !== undefined) return gatherDocument(bytes, file, gathering, data);
  const firstLine = bytes.toString('utf8').trimStart().split('\n', 1)[0] ?? '';
  if (parseJson(Buffer.from(firstLine)) === undefined) {
    const found = bytes.length === 0 ? 'nothing' : 'other-data';
    leaveOut(inFile([createProblem('no-scorecard', { found }, [])], file.shown), gathering);
    return;
  }
  const lines = createLineSplitter((line, number) => takeLine(line, { file, number }, gathering));
  lines.push(bytes);
  lines.end();
  await diagnoseLines(gathering);
}

function takeLine(
  bytes: Uint8Array | undefined,
  { file: { shown }, number }: { readonly file: FoundFile; readonly number: number },
  gathering: Gathering,
): void {
  if (bytes === undefined) {
    const problem = createProblem('too-large', { what: 'line', most: LONGEST_LINE }, []);
    leaveOut([{ ...problem, file: shown, line: number }], gathering);
    return;
  }
  const checked = readPanelCard(parseJson(bytes), `${shown}:${number}`, gathering.reading);
  if (checked?.ok) gathering.cards.push(checked.value);
  // A copy: the reader fills the same memory again.
  else if (!isBlank(bytes)) gathering.badLines.push({ bytes: Uint8Array.from(bytes), file: shown, line: number });
}

function isBlank(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).toString('utf8').trim() === '';
}

async function diagnoseLines(gathering: Gathering): Promise<void> {
  if (gathering.badLines.length === 0) return;
  const { diagnoseLine } = await import('./diagnose-cards.js');
  for (const line of gathering.badLines) take(diagnoseLine(line, gathering.reading), gathering);
  gathering.badLines = [];
}
