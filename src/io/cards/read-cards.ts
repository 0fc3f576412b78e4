import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { type CardReading, type PanelCard, readPanelCard, recordsOf } from '../../core/panel/card.js';
import { type Checked, createProblem, type Problem } from '../../core/problem.js';
import { reason } from '../system/files.js';
import type { Host } from '../system/host.js';
import { createLineSplitter } from '../system/line-splitter.js';
import { type FoundFile, findScorecardFiles, STANDARD_INPUT } from './card-files.js';

export interface ReadCards {
  readonly cards: readonly PanelCard[];
  /** Every mistake, with its file; a file or record with one is left out. */
  readonly problems: readonly Problem[];
  /** How many files, lines or records were left out for it. */
  readonly leftOut: number;
  /** Stores with drafts: their journals aren't read here. */
  readonly stores: readonly FoundFile[];
}

/** What reading goes through: the cards and problems so far. */
interface Gathering {
  readonly reading: CardReading;
  readonly cards: PanelCard[];
  readonly problems: Problem[];
  leftOut: number;
}

/**
 * All scorecards in files and folders: scorecard files, and what `batch` writes as JSON and NDJSON. A file that is well
 * formed is read without the schema and without YAML, which are loaded for the others alone, to say what is wrong and
 * where.
 *
 * @throws ScorecardError when something that was named isn't there, or is no JSON by its name
 */
export async function readPanelCards(
  paths: readonly string[],
  reading: CardReading,
  host: Pick<Host, 'cwd' | 'stdin'>,
): Promise<ReadCards> {
  const { files, stores, problems } = findScorecardFiles(paths, host);
  const gathering: Gathering = {
    reading,
    cards: [],
    problems: [...problems],
    leftOut: problems.length,
  };
  const read = createReusingReader();
  const invalidFiles: FoundFile[] = [];
  for (const file of files) {
    try {
      if (file.path === STANDARD_INPUT) await gatherInput(host.stdin, gathering);
      else if (/\.(ndjson|jsonl)$/i.test(file.path)) gatherLines(file, gathering);
      else if (!gatherText(read(file), file, gathering)) invalidFiles.push(file);
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      leaveOut([{ ...createProblem('unreadable', reason(error), []), file: file.shown }], gathering);
    }
  }
  for (const file of invalidFiles) await gatherInvalid(file, gathering);
  return { cards: gathering.cards, problems: gathering.problems, leftOut: gathering.leftOut, stores };
}

/** Takes the whole document in, or nothing: false where it isn't well formed. */
function gatherText(bytes: Buffer, { shown }: FoundFile, { cards, reading }: Gathering): boolean {
  const text = decode(bytes);
  const records = text === undefined ? undefined : recordsOf(parseJson(text), shown);
  if (!records) return false;
  const found: PanelCard[] = [];
  for (const { data, source } of records) {
    const checked = readPanelCard(data, source, reading);
    if (!checked.ok) return false;
    found.push(checked.value);
  }
  for (const card of found) cards.push(card);
  return true;
}

/** `undefined` for what is no UTF-8. ASCII, which most files are, is read faster as what it is also. */
function decode(bytes: Buffer): string | undefined {
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function gatherInvalid(file: FoundFile, gathering: Gathering): Promise<void> {
  const { diagnose } = await import('./diagnose-cards.js');
  for (const checked of diagnose(file, gathering.reading)) take(checked, gathering);
}

function take(checked: Checked<PanelCard>, gathering: Gathering): void {
  if (checked.ok) gathering.cards.push(checked.value);
  else leaveOut(checked.problems, gathering);
}

function leaveOut(problems: readonly Problem[], gathering: Gathering): void {
  gathering.problems.push(...problems);
  gathering.leftOut += 1;
}

function gatherLines(file: FoundFile, gathering: Gathering): void {
  const lines = createLineSplitter((line, number) => takeLine(line, { file, number }, gathering));
  readInChunks(file.path, lines.push);
  lines.end();
}

/** Standard input: a document, or a record a line. */
async function gatherInput(stdin: Host['stdin'], gathering: Gathering): Promise<void> {
  const file = { path: STANDARD_INPUT, shown: 'standard input' };
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  const bytes = Buffer.concat(chunks);
  if (gatherText(bytes, file, gathering)) return;
  const firstLine = bytes.toString('utf8').trimStart().split('\n', 1)[0] ?? '';
  if (parseJson(firstLine) === undefined) {
    const message = bytes.length === 0 ? 'is empty' : 'is neither a scorecard nor what scorecard batch writes';
    leaveOut([{ ...createProblem('no-scorecard', message, []), file: file.shown }], gathering);
    return;
  }
  const lines = createLineSplitter((line, number) => takeLine(line, { file, number }, gathering));
  lines.push(bytes);
  lines.end();
}

function takeLine(
  bytes: Uint8Array,
  { file, number }: { readonly file: FoundFile; readonly number: number },
  gathering: Gathering,
): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8').trim();
  if (text === '') return;
  const place = { file: file.shown, line: number };
  try {
    const checked = readPanelCard(JSON.parse(text), `${file.shown}:${number}`, gathering.reading);
    take(
      checked.ok ? checked : { ok: false, problems: checked.problems.map((one) => ({ ...one, ...place })) },
      gathering,
    );
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    leaveOut([{ ...createProblem('json', `the line is no JSON: ${error.message}`, []), ...place }], gathering);
  }
}

/** Above any scorecard. */
const BUFFER_BYTES = 256 * 1024;

/**
 * Reads many small files one after the other into the same memory: what comes back is good until the next is read.
 * A regular file is taken to end where a read falls short, which spares a system call each; should that ever not hold,
 * what comes back is cut JSON, which doesn't parse.
 *
 * @throws the system's error
 */
export function createReusingReader(): (file: Pick<FoundFile, 'path' | 'isRegular'>) => Buffer {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  return ({ path, isRegular }) => {
    const file = openSync(path, 'r');
    try {
      let length = 0;
      while (length < BUFFER_BYTES) {
        const more = readSync(file, buffer, length, BUFFER_BYTES - length, null);
        length += more;
        if (more === 0 || (isRegular && length < BUFFER_BYTES)) return buffer.subarray(0, length);
      }
      // From where it stands: a pipe can't be read from its beginning again.
      return Buffer.concat([buffer, readFileSync(file)]);
    } finally {
      closeSync(file);
    }
  };
}

/** Hands on the bytes of a file in chunks, each good until the next. @throws the system's error */
export function readInChunks(path: string, take: (chunk: Uint8Array) => void): void {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  const file = openSync(path, 'r');
  try {
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      take(buffer.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}
