import { defineConfig } from '@playwright/test';
import { PROXY } from './e2e/cloud/places';
import local from './playwright.config';

/** The same browser and the same tests, behind the company's proxy. */
export default defineConfig({
  ...local,
  globalSetup: './e2e/cloud/trust.ts',
  testMatch: ['**/*.e2e.ts', '**/*.cloud.ts'],
  grep: /@cloud/,
  outputDir: 'test-results/e2e-cloud',
  // One tenant, and one computer that the product runs on.
  workers: 1,
  reporter: [['list']],
  use: { ...local.use, launchOptions: { ...local.use?.launchOptions, proxy: { server: PROXY } } },
});
