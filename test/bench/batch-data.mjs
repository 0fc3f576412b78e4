// Makes the table that the benchmark reads: one scorecard a row, quoted notes with line ends and doubled quotes.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const RUBRIC = JSON.parse(readFileSync(join(import.meta.dirname, '../../dist/rubrics/lead-infra.json'), 'utf8'));

/** What the rubric `lead-infra` weighs and asks for: the other engines judge by the same. */
export const DIMENSIONS = RUBRIC.dimensions.map(({ id, weight, minimum }) => ({ id, weight, minimum }));
export const RULES = RUBRIC.recommendation;

const NOTES = [
  'Compared two designs, both with their price, and said\nwhich one was built and why the other was not.',
  'Named the metric, the ""before"" and the ""after"".',
  "Tools only; asked twice for own part,\r\nanswered with the team's.",
  'Knew the limit of the gateway, and at which load it was reached;\nsaid how it was measured.',
  '',
];

/** Writes `rows` rows; the same number gives the same bytes. Returns how many bytes. */
export function writeTable(path, rows) {
  const file = openSync(path, 'w');
  let state = 20261120;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const header = ['candidate', 'interviewer', ...DIMENSIONS.map(({ id }) => id), 'notes'];
  let text = `${header.join(',')}\n`;
  let bytes = 0;
  for (let row = 1; row <= rows; row += 1) {
    const ratings = DIMENSIONS.map(() => (random(20) === 0 ? '' : 1 + Math.min(4, random(7))));
    const note = NOTES[random(NOTES.length)];
    text += `Candidate ${String(row).padStart(7, '0')},Panel ${random(40)},${ratings.join(',')},"${note}"\n`;
    if (text.length > 1 << 20 || row === rows) {
      bytes += writeSync(file, text);
      text = '';
    }
  }
  closeSync(file);
  return bytes;
}
