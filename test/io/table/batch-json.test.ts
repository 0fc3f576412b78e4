import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { expect, test } from 'vitest';
import { createBatchEngine } from '../../../src/core/batch/engine.js';
import { toBatchRecord } from '../../../src/core/batch/record.js';
import { createShortRecords } from '../../../src/core/batch/short-record.js';
import { planColumns } from '../../../src/core/table/columns.js';
import { formatCsvRow } from '../../../src/core/table/csv-cell.js';
import { jsonText } from '../../../src/core/text/safe-text.js';
import { createBatchJson } from '../../../src/io/table/batch-json.js';
import { createByteWriter, pendingBytes } from '../../../src/io/table/byte-writer.js';
import { eachRecord, readerOf } from '../../support/csv.js';
import { createRubric } from '../../support/rubrics.js';

const NAMES = [
  'Ada Example',
  "O'Neil-Ray Jr.",
  '山田 太郎',
  'a"b\\c',
  ' Ada ',
  'Ada <ada@example.com>',
  'a@b.cd',
  'a\u202eb',
  '',
];
const RATINGS = ['', '1', '2', '3', '4', '5', '3', '4', 'n/a', '4 - Above'];

const row = record({
  candidate: constantFrom(...NAMES.slice(0, -1)),
  interviewer: constantFrom(...NAMES),
  ratings: array(constantFrom(...RATINGS), { minLength: 4, maxLength: 4 }),
  flags: constantFrom('', '', '', 'stopper', 'worry: "said" it'),
  verdict: constantFrom('', 'yes', 'strong no', 'maybe'),
  evidence: constantFrom('', '', 'held,\nits "load"', '\u2028'),
  session: constantFrom('', '', '', 'first', 'last'),
});
type Row = ReturnType<typeof row.generate>['value'];

const rules = record(
  { strongYesNeeds: integer({ min: 1, max: 5 }), borderline: integer({ min: 1, max: 60 }).map((cents) => cents / 100) },
  { requiredKeys: [] },
);

const HEADERS = ['candidate', 'interviewer', 'd0', 'd1', 'd2', 'd3', 'flags', 'verdict', 'd1 evidence', 'session'];

function cellsOf({ candidate, interviewer, ratings, flags, verdict, evidence, session }: Row) {
  const [first, , , last] = ratings;
  const held = session === '' ? ratings : [session === 'first' ? first : '', '', '', session === 'last' ? last : ''];
  const [seen, said] = session === '' ? [flags, evidence] : ['', ''];
  return [candidate, interviewer, ...held.map((cell) => cell ?? ''), seen, verdict, said, session];
}

test('a record is written byte for byte as its JSON, and shortened to the same result, whatever the row and the rules', async () => {
  let compared = 0;
  await assert(
    asyncProperty(
      array(row, { minLength: 1, maxLength: 40 }),
      rules,
      array(constantFrom(undefined, 1, 2, 3), { minLength: 4, maxLength: 4 }),
      constantFrom('{"head":1}', undefined),
      async (rows, more, minimums, head) => {
        const rubric = createRubric(
          [40, 30, 20, 10].map((weight, at) => {
            const minimum = minimums[at];
            return { id: `d${at}`, weight, optional: true, ...(minimum === undefined ? {} : { minimum }) };
          }),
          {
            weightsRationale: 'Generated.',
            recommendation: { coverageAtLeast: 60, bands: { 'strong-yes': 4, yes: 3, no: 2 }, ...more },
            sessions: [
              { id: 'first', title: 'First', minutes: 30, dimensions: ['d0'] },
              { id: 'last', title: 'Last', minutes: 30, dimensions: ['d3'] },
            ],
          },
        );
        const plan = planColumns(HEADERS, rubric);
        if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
        const frame = { rubric, plan: plan.value, interviewer: { name: 'R. "Panel"' } };
        const engine = createBatchEngine({ rubric, plan: plan.value, occasion: { today: '2026-11-26' } });
        const out = createByteWriter(16);
        const write = createBatchJson(frame, out, head && (jsonText(JSON.parse(head)) as never));
        const shorten = createShortRecords(frame);
        const reader = readerOf(rows.map((one) => formatCsvRow(cellsOf(one))).join(''));
        await eachRecord(reader, (found) => {
          if (!['good', 'unrated'].includes(engine.read(found))) return;
          const careful = toBatchRecord(frame, found, engine.reading);
          out.length = 0;
          write(found, engine.reading);
          const { head: begun, ...rest } = JSON.parse(`{"head":1,${jsonText(careful).slice(1)}`);
          expect(begun).toBe(1);
          expect(new TextDecoder().decode(pendingBytes(out))).toBe(
            head === undefined ? jsonText(careful) : `{"head":1,${jsonText(rest).slice(1)}`,
          );
          const { exact: _exact, because: _because, ...result } = careful.result;
          const short = shorten(found, engine.reading);
          expect(short).toMatchObject({ line: careful.line, candidate: careful.candidate, redFlags: careful.redFlags });
          expect(short.result).toEqual(result);
          expect(short.ratings).toEqual(careful.dimensions.map(({ rating }) => rating));
          compared += 1;
        });
      },
    ),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(1000);
});
