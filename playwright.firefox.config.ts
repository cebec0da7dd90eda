import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import local from './playwright.config';

/** The same tests of the three walks, in another browser. It draws without a graphics card and takes longer for everything. */
export default defineConfig<{ toFail: RegExp }>({
  ...local,
  testMatch: ['wizard', 'restore', 'greenfield'].map((name) => `**/${name}.e2e.ts`),
  outputDir: 'test-results/e2e-firefox',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    ...local.use,
    browserName: 'firefox',
    channel: 'moz-firefox',
    // Firefox looks for an icon of the company's sign-in page, which allows none, and hears of the style by which Playwright's pictures hide the caret.
    toFail: /favicon\.ico|sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT\+SmwNZWA=/,
    launchOptions: { executablePath: join(import.meta.dirname, 'scripts/firefox-relay.mjs') },
  },
});
