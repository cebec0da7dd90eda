import { defineConfig } from 'vitest/config';
import { leftOut } from './scripts/long-tests.mjs';

/** MSAL asks for the tokens of a managed identity where the first one did in a process. */
const ALONE = ['apps/bff/src/session/client-credential.test.ts', 'apps/bff/src/doctor/doctor.test.ts'];

/**
 * Some start a program or two, some walk through restores of some thousand calls, beside others that do the same, and all stand back behind
 * the browser tests.
 */
const PATIENT = { testTimeout: 120_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } };

/** Of the portal one worker runs all tests. Begun with, it leaves no core idle at the end. */
const AFTER_PORTAL = { sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    globalSetup: './scripts/temporary-home.mjs',
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          include: ['{packages,apps/bff,scripts}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', ...ALONE, ...leftOut],
          // Loading the programs takes as long as testing them: each worker does it once.
          isolate: false,
          ...PATIENT,
          ...AFTER_PORTAL,
        },
      },
      { test: { name: 'alone', include: ALONE, exclude: leftOut, ...PATIENT, ...AFTER_PORTAL } },
      'apps/portal/vite.config.ts',
    ],
  },
});
