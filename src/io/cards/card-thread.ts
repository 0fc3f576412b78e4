import { parentPort, workerData } from 'node:worker_threads';
import { readShares, type SharedFiles } from './share-of-cards.js';

// What a thread of `card-threads.ts` runs.
for (const share of readShares(workerData as SharedFiles)) parentPort?.postMessage(share);
