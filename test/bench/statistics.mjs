// How long each statistic takes over 480 scorecards: 60 candidates, 8 interviewers, 8 dimensions, a tenth of the cells
// missing. Run after a build: node test/bench/statistics.mjs [rounds]
import process from 'node:process';
import * as library from '../../dist/index.js';

const rounds = Number(process.argv[2] ?? 5);
const scale = { min: 1, max: 5 };

let state = 1;
/** From 0 to 1, the same each time (Park and Miller). */
function next() {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}
const list = (length, make) => Array.from({ length }, (_item, at) => make(at));
const rating = (level) => Math.max(1, Math.min(5, Math.round(level + 2 * (next() - 0.5))));

/** By candidate, interviewer and dimension. */
const cards = list(60, () => {
  const level = 1.5 + 3 * next();
  return list(8, () => list(8, () => rating(level)));
});
const rows = cards.flatMap((card) => list(8, (at) => card.map((own) => (next() < 0.1 ? undefined : own[at]))));
const clusters = rows.map((_row, at) => Math.floor(at / 8));
const means = cards.map((card) => card.map((own) => own.reduce((sum, value) => sum + value, 0) / own.length));
const pairs = list(8, (a) => list(a, (b) => rows.map((row) => [row[a], row[b]]))).flat();

const STATISTICS = {
  'percent agreement, 28 pairs': () => library.percentAgreement(rows, { within: 1 }),
  'ordinal alpha': () => library.krippendorffAlpha(rows, { metric: 'ordinal' }),
  'ordinal alpha, 2,000 resamples of 60 candidates': () =>
    library.krippendorffAlpha(rows, { metric: 'ordinal', bootstrap: { clusters } }),
  'ordinal alpha, 2,000 resamples of 480 rows': () =>
    library.krippendorffAlpha(rows, { metric: 'ordinal', bootstrap: {} }),
  'AC2, quadratic': () => library.gwetAC(rows, { scale, weights: 'quadratic' }),
  'weighted kappa, 28 pairs': () => pairs.map((pair) => library.weightedKappa(pair, { scale })),
  'six ICCs with intervals': () => library.icc(means),
  'Cronbach’s alpha': () => library.cronbachAlpha(means),
  'severity, errors by candidate': () => library.severity(rows, { clusters }),
  'halo, 8 interviewers': () => list(8, (at) => library.halo(cards.map((card) => card[at]))),
  'G study, 60 × 8 × 8': () => library.generalizability(cards),
};
for (const [name, run] of Object.entries(STATISTICS)) {
  const times = list(rounds, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  process.stdout.write(`${times[rounds >> 1].toFixed(1).padStart(8)} ms  ${name}\n`);
}
