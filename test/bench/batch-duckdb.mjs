// The same job in DuckDB, from Node: node batch-duckdb.mjs <folder with @duckdb/node-api> <in.csv> <out.csv> copy|full
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { DIMENSIONS, RULES } from './batch-data.mjs';

const [, , folder, input, output, kind] = process.argv;
const { DuckDBInstance } = createRequire(join(folder, 'index.js'))('@duckdb/node-api');

const sum = (term) => DIMENSIONS.map(term).join(' + ');
const rated = sum(({ id, weight }) => `CASE WHEN ${id} IS NULL THEN 0 ELSE ${weight} END`);
const weighted = sum(({ id, weight }) => `coalesce(${id} * ${weight}, 0)`);
const capped = DIMENSIONS.filter(({ minimum }) => minimum)
  .map(({ id, minimum }) => `coalesce(${id} < ${minimum}, false)`)
  .join(' OR ');
const short = DIMENSIONS.map(({ id }) => `coalesce(${id} < ${RULES.strongYesNeeds}, false)`).join(' OR ');
const { bands } = RULES;
// No score is shown as the edge of a band that it doesn't reach.
const edges = [bands.no, bands.yes, bands['strong-yes']].map((edge) => Math.round(100 * edge));
const lastBelow = `CASE ${edges.map((edge) => `WHEN 100 * num < ${edge} * den THEN ${edge - 1}`).join(' ')} ELSE 100000 END`;
const ids = DIMENSIONS.map(({ id }) => id).join(', ');
const columns = [
  "'candidate': 'VARCHAR', 'interviewer': 'VARCHAR'",
  ...DIMENSIONS.map(({ id }) => `'${id}': 'INTEGER'`),
  "'notes': 'VARCHAR'",
].join(', ');

// Whole numbers only, as in scorecard: no band depends on how a machine rounds.
const scored = `
  SELECT candidate, interviewer, num, den,
    CASE WHEN den = 0 THEN NULL ELSE least((200 * num + den) // (2 * den), ${lastBelow}) END AS hundredths,
    den AS coverage,
    CASE WHEN den < ${RULES.coverageAtLeast} THEN 'incomplete'
      WHEN NOT capped AND NOT short AND num * 10 >= ${10 * bands['strong-yes']} * den THEN 'strong-yes'
      WHEN NOT capped AND num >= ${bands.yes} * den THEN 'yes'
      WHEN num >= ${bands.no} * den THEN 'no' ELSE 'strong-no' END AS recommendation,
    ${ids}
  FROM (SELECT *, ${weighted} AS num, ${rated} AS den, ${capped} AS capped, ${short} AS short
    FROM read_csv('${input}', header = true, delim = ',', quote = '"', escape = '"', columns = {${columns}}, auto_detect = false))`;
const rows = `SELECT candidate, interviewer, printf('%d.%02d', hundredths // 100, hundredths % 100) AS score,
  coverage, recommendation, ${ids} FROM`;

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
if (kind === 'copy') {
  await connection.run(`COPY (${rows} (${scored})) TO '${output}' (HEADER)`);
} else {
  await connection.run(`CREATE TABLE scored AS ${scored}`);
  await connection.run(`COPY (${rows} scored) TO '${output}' (HEADER)`);
  await connection.runAndReadAll(`SELECT candidate FROM scored ORDER BY num / den DESC LIMIT 20`);
}
