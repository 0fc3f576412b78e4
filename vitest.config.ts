import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { scorecardChecks } from './src/build/scorecard-checks.js';

export default defineConfig({
  plugins: [scorecardChecks()],
  test: {
    // For machines that are slow or busy: nothing waits longer than it has to.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One more than there are cores, since tests of terminals and shells mostly wait; by default one core would be left idle.
    maxWorkers: availableParallelism() + 1,
    // Files share what a worker has loaded: src keeps no state that a test could see, and loading it takes longer than most tests.
    isolate: false,
    // Colours and widths must not depend on where the tests run.
    env: { NO_COLOR: '1', TZ: 'UTC', SCORECARD_STORE: '', SCORECARD_RUBRICS: '' },
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
  },
});
