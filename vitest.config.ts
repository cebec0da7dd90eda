import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: './scripts/temporary-home.mjs',
    // The tests wait for servers about as often as they compute.
    maxWorkers: '150%',
    projects: [
      {
        test: {
          name: 'node',
          include: ['{packages,apps/bff,scripts}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          // Loading the programs takes as long as testing them: each worker does it once.
          isolate: false,
          // Some start a program or two, beside others that do the same.
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      'apps/portal/vite.config.ts',
    ],
  },
});
