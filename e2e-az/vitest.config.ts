import { defineConfig } from 'vitest/config';

/** The scripts of the portal and those of `deploy`, run by the real command line. */
export default defineConfig({
  test: {
    name: 'az',
    globalSetup: '../scripts/temporary-home.mjs',
    root: import.meta.dirname,
    include: ['*/*.az.ts'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
