import { defineConfig } from 'vitest/config';

/** The scripts of the portal, run by the real command line. */
export default defineConfig({
  test: {
    name: 'az',
    globalSetup: '../scripts/temporary-home.mjs',
    root: import.meta.dirname,
    include: ['scripts/*.az.ts'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
