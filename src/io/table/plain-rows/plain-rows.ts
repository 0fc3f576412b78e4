import type { BatchEngine } from '../../../core/batch/engine.js';
import type { BatchSetup } from '../../../core/batch/record.js';
import type { PlainCells } from '../batch-csv.js';
import { type ByteWriter, writeBytes } from '../byte-writer.js';
import type { CsvReader } from '../csv-reader.js';
import { BYTE } from '../csv-record.js';
import {
  CONSTANTS,
  INPUT,
  MOST_CONSTANT,
  MOST_INPUT,
  MOST_RESULT,
  memoryBytes,
  OUTPUT,
  RESULTS,
  SENTINELS,
  SLOT,
  STATE,
} from './layout.js';
import { assemblePass, type Constant, type PassShape } from './pass.js';
import { plainColumns } from './shape.js';
import { writeNameTables, writeShares } from './tables.js';

/** As much of WebAssembly as is used here: its types come with those of browsers only. */
interface Machine {
  readonly validate: (code: Uint8Array) => boolean;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly io: { readonly memory: Memory } },
  ) => { readonly exports: { readonly run: (limit: number) => void } };
  readonly Memory: new (size: { readonly initial: number }) => Memory;
}

interface Memory {
  readonly buffer: ArrayBuffer;
}

/** What memory is measured in. */
const PAGE = 0x10000;

/** Takes plain rows from the reader before the engine sees them: what they become is the same. */
export interface PlainRows {
  /** Passes over rows from where the reader stands, up to one that isn't plain. Returns how many it passed. */
  pass(): number;
  /** Called when the engine has scored the row that the pass stopped at. */
  learn(reading: BatchEngine['reading']): void;
}

interface PlainRowsOptions {
  readonly frame: BatchSetup;
  readonly engine: BatchEngine;
  readonly reader: CsvReader;
  readonly delimiter: number;
  readonly cells: PlainCells;
  readonly out: ByteWriter;
}

/** Where so many rows one after another were not plain, as many are left to the engine unseen. */
const PATIENCE = 32;

/** Lines are numbers of 32 bits here, and have a sign. */
const MOST_LINE = 2 ** 31 - 2 * MOST_INPUT;

/** How many results are kept at most: a table of them is slow when it is nearly full. */
const MOST_RESULTS = 2 ** SLOT.bits * 0.75;

/**
 * A pass over the plain rows of a table; `undefined` where it has none, or where WebAssembly isn't there. A row is plain
 * when its names are ASCII and copied as they are, each rating is one byte or blank, at least one is there, and nothing
 * else that the engine reads stands in it.
 */
export function createPlainRows(options: PlainRowsOptions): PlainRows | undefined {
  const { frame, engine, reader, delimiter, cells, out } = options;
  const { others } = reader;
  const columns = plainColumns(engine.plan, delimiter);
  // Of one session, what is rated beside it has to be told.
  if (!others || !columns || frame.session !== undefined) return undefined;
  const { dimensions } = frame.rubric;
  const memory = createMemory(memoryBytes(dimensions.length));
  if (!memory) return undefined;
  const bytes = new Uint8Array(memory.buffer);
  const view = new DataView(memory.buffer);
  const shape = writeConstants(bytes, cells, engine.reading.file);
  if (!shape || !writeShares(view, engine, { rubric: frame.rubric, delimiter })) return undefined;
  writeNameTables(bytes);
  const run = instantiate({ ...shape, columns, delimiter, dimensions: dimensions.length }, memory);
  if (!run) return undefined;
  const get = (at: number) => view.getInt32(at, true);
  const set = (at: number, value: number) => view.setInt32(at, value, true);
  let fills = -1;
  /** What a position in the reader's bytes is here. */
  let shift = 0;
  let results = 0;
  let failures = 0;
  let unseen = 0;
  return {
    pass: () => {
      set(STATE.isUnknown, 0);
      if (unseen > 0) {
        unseen -= 1;
        return 0;
      }
      const { bytes: read, from, to, line, isSound, fills: now } = others.ahead();
      if (!isSound || !engine.isFresh || to - from > MOST_INPUT || line > MOST_LINE) return 0;
      if (fills !== now) {
        fills = now;
        shift = INPUT - from;
        bytes.set(read.subarray(from, to), INPUT);
        bytes.fill(BYTE.lf, to + shift, to + shift + SENTINELS);
      }
      set(STATE.position, from + shift);
      set(STATE.line, line);
      set(STATE.out, OUTPUT);
      set(STATE.rows, 0);
      run(to + shift);
      const rows = get(STATE.rows);
      if (rows > 0) {
        writeBytes(out, bytes.subarray(OUTPUT, get(STATE.out)));
        others.passTo(get(STATE.position) - shift, get(STATE.line));
        engine.pass(rows);
      }
      failures = rows > 0 || get(STATE.isUnknown) === 1 ? 0 : failures + 1;
      if (failures >= PATIENCE) unseen = PATIENCE;
      return rows;
    },
    learn: (reading) => {
      if (get(STATE.isUnknown) === 0 || results > MOST_RESULTS) return;
      set(STATE.isUnknown, 0);
      const { cells: text, isBorderline } = cells.result(reading);
      if (text.length >= MOST_RESULT) return;
      const slot = freeSlot(view);
      bytes[slot + SLOT.length] = text.length + 1;
      bytes[slot + SLOT.end] = isBorderline ? 1 : 0;
      bytes.set(text, slot + SLOT.text);
      // No verdict, and no flag.
      bytes[slot + SLOT.text + text.length] = BYTE.comma;
      view.setBigInt64(slot, view.getBigInt64(STATE.key, true), true);
      results += 1;
    },
  };
}

/** Where the pass has looked for a result last, and found none. */
function freeSlot(view: DataView): number {
  return RESULTS + view.getInt32(STATE.slot, true) * SLOT.size;
}

function webAssembly(): Machine | undefined {
  return (globalThis as { readonly WebAssembly?: Machine }).WebAssembly;
}

/** `undefined` where there is no WebAssembly, or no room for it. */
function createMemory(bytes: number): Memory | undefined {
  const machine = webAssembly();
  try {
    return machine && new machine.Memory({ initial: Math.ceil(bytes / PAGE) });
  } catch {
    return undefined;
  }
}

/** `undefined` where the machine has no vectors. */
function instantiate(shape: PassShape, memory: Memory): ((limit: number) => void) | undefined {
  const machine = webAssembly();
  const code = assemblePass(shape);
  if (!machine?.validate(code)) return undefined;
  const { exports } = new machine.Instance(new machine.Module(code), { io: { memory } });
  return exports.run;
}

/** Writes what stands in all plain rows; `undefined` where it is too long. */
function writeConstants(
  bytes: Uint8Array,
  { afterCandidate, afterInterviewer, end }: PlainCells,
  file: string | undefined,
): Pick<PassShape, 'afterCandidate' | 'afterInterviewer' | 'ends'> | undefined {
  const encoder = new TextEncoder();
  let used = 0;
  const put = (text: string): Constant => {
    const piece = encoder.encode(text);
    const at = used;
    used += piece.length + 16;
    if (used <= MOST_CONSTANT) bytes.set(piece, CONSTANTS + at);
    return { at, length: piece.length };
  };
  const shape = {
    afterCandidate: put(afterCandidate),
    afterInterviewer: put(afterInterviewer),
    ends: [put(end(false, file)), put(end(true, file))] as const,
  };
  return used <= MOST_CONSTANT ? shape : undefined;
}
