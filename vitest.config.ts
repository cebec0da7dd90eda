import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The tests wait for servers about as often as they compute.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          include: ['{packages,apps/bff,scripts}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
      'apps/portal/vite.config.ts',
    ],
  },
});
