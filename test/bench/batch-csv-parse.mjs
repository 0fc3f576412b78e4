// The same job with csv-parse's stream: node batch-csv-parse.mjs <in.csv> <out.csv> arrays|objects
import { createReadStream, createWriteStream } from 'node:fs';
import process from 'node:process';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { DIMENSIONS, RULES } from './batch-data.mjs';

const [, , input, output, kind] = process.argv;
const areObjects = kind === 'objects';
const { coverageAtLeast, bands, strongYesNeeds } = RULES;

const score = new Transform({
  writableObjectMode: true,
  transform(row, _encoding, done) {
    const cells = areObjects ? [row.candidate, row.interviewer, ...DIMENSIONS.map(({ id }) => row[id])] : row;
    let sum = 0;
    let rated = 0;
    let isCapped = false;
    let isShort = false;
    DIMENSIONS.forEach(({ weight, minimum }, at) => {
      const text = cells[at + 2];
      if (text === '') return;
      const rating = Number(text);
      sum += weight * rating;
      rated += weight;
      if (minimum !== undefined && rating < minimum) isCapped = true;
      if (rating < strongYesNeeds) isShort = true;
    });
    const shown = rated === 0 ? '' : (Math.floor((200 * sum + rated) / (2 * rated)) / 100).toFixed(2);
    done(
      null,
      `${cells[0]},${cells[1]},${shown},${rated},${bandOf({ sum, rated, isCapped, isShort })},${cells.slice(2, 10).join(',')}\n`,
    );
  },
});

function bandOf({ sum, rated, isCapped, isShort }) {
  if (rated < coverageAtLeast) return 'incomplete';
  if (!isCapped && !isShort && sum * 10 >= 10 * bands['strong-yes'] * rated) return 'strong-yes';
  if (!isCapped && sum >= bands.yes * rated) return 'yes';
  return sum >= bands.no * rated ? 'no' : 'strong-no';
}

await pipeline(
  createReadStream(input),
  parse(areObjects ? { columns: true } : { from_line: 2 }),
  score,
  createWriteStream(output),
);
