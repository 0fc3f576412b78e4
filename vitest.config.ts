import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Colours and widths must not depend on where the tests run.
    env: { NO_COLOR: '1', TZ: 'UTC', SCORECARD_STORE: '', SCORECARD_RUBRICS: '' },
  },
});
