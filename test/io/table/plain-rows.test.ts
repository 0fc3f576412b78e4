import { afterEach, describe, expect, test, vi } from 'vitest';
import { createBatchEngine } from '../../../src/core/batch/engine.js';
import { planColumns } from '../../../src/core/table/columns.js';
import { formatCsvCell } from '../../../src/core/table/csv-cell.js';
import { createBatchCsv } from '../../../src/io/table/batch-csv.js';
import { fromChunks } from '../../../src/io/table/byte-source.js';
import { createByteWriter, pendingBytes } from '../../../src/io/table/byte-writer.js';
import { createCsvReader } from '../../../src/io/table/csv-reader.js';
import { createPlainRows } from '../../../src/io/table/plain-rows/plain-rows.js';
import { createRubric } from '../../support/rubrics.js';

const RUBRIC = createRubric([
  { id: 'craft', weight: 60, minimum: 2 },
  { id: 'talk', weight: 40 },
]);
const HEAD = 'candidate,interviewer,craft,talk,notes\n';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Scores a table, and tells how many of its rows the engine did not see. */
async function score(table: string) {
  const source = fromChunks(
    (async function* () {
      yield Buffer.from(table);
    })(),
  );
  const delimiter = 44;
  const reader = createCsvReader(source, { delimiter });
  await reader.fill();
  reader.next();
  const headers = Array.from({ length: reader.record.count }, (_, at) => reader.record.text(at));
  const plan = planColumns(headers, RUBRIC);
  if (!plan.ok) throw new Error(plan.problems.map(({ message }) => message).join('; '));
  const engine = createBatchEngine({ rubric: RUBRIC, plan: plan.value, occasion: { today: '2026-11-27' } });
  const frame = { rubric: RUBRIC, plan: plan.value, interviewer: undefined };
  const out = createByteWriter();
  const csv = createBatchCsv(frame, out);
  const plain = createPlainRows({ frame, engine, reader, delimiter, cells: csv.plain, out });
  let passed = 0;
  do {
    for (;;) {
      passed += plain?.pass() ?? 0;
      if (!reader.next()) break;
      if (engine.read(reader.record) !== 'good') continue;
      csv.row(reader.record, engine.reading);
      plain?.learn(engine.reading);
    }
  } while (await reader.fill());
  return { passed, isThere: plain !== undefined, lines: Buffer.from(pendingBytes(out)).toString().split('\n') };
}

test('a plain row whose result is known never reaches the engine', async () => {
  const { passed, lines } = await score(`${HEAD}${'Ada Example,R. Panel,4,3,"a note,\nand more"\n'.repeat(2000)}`);
  expect(passed).toBe(1999);
  expect(lines.slice(-3)).toEqual([
    '3998,Ada Example,R. Panel,3.60,100,yes,,,4,3',
    '4000,Ada Example,R. Panel,3.60,100,yes,,,4,3',
    '',
  ]);
});

describe('without WebAssembly', () => {
  test.each([
    ['at all', undefined],
    ['that has vectors', { ...webAssembly(), validate: () => false }],
    [
      'that gets its memory',
      {
        ...webAssembly(),
        Memory: class {
          constructor() {
            throw new RangeError('could not allocate memory');
          }
        },
      },
    ],
  ])('%s, the engine reads every row', async (_what, machine) => {
    const table = `${HEAD}${'Ada Example,R. Panel,4,3,\n'.repeat(10)}`;
    const { lines } = await score(table);
    vi.stubGlobal('WebAssembly', machine);
    expect(await score(table)).toEqual({ passed: 0, isThere: false, lines });
  });
});

function webAssembly() {
  const { Memory, Module, Instance } = (globalThis as unknown as { WebAssembly: Record<string, unknown> }).WebAssembly;
  return { Memory, Module, Instance };
}

test('a name is copied as it is only where a cell is written so', async () => {
  const signs = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at));
  const names = signs
    .filter((sign) => sign !== ',' && sign !== '"')
    .flatMap((sign) => [`${sign}Ada`, `A${sign}da`, `Ada${sign}`, sign.repeat(20)])
    .filter((name) => name.trim() !== '');
  const { lines, passed } = await score(HEAD + names.map((name) => `${name},R. Panel,4,3,\n`).join(''));
  expect(lines.slice(0, -1).map((line) => line.split(',')[1])).toEqual(names.map((name) => formatCsvCell(name.trim())));
  expect(passed).toBeGreaterThan(names.length * 0.9);
});
