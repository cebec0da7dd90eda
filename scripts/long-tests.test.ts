import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LONG_BROWSER_TESTS, LONG_UNIT_TESTS, PARTS } from './long-tests.mjs';
import { root } from './prepare.mjs';

it('tests that are left to the longer suites exist', () => {
  const files = [...LONG_UNIT_TESTS, ...LONG_BROWSER_TESTS.map((name) => `e2e/${name}.e2e.ts`)];
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

const isLong = (test: string) => new RegExp(String(PARTS.long.browser.at(-1))).test(test);

it('a browser test is of one part by its file alone', () => {
  expect(isLong('recovery.e2e.ts a plan is made in German')).toBe(true);
  expect(isLong('recovery-plan.e2e.ts a plan is made')).toBe(true);
  expect(isLong('wizard.e2e.ts in English what recovery.e2e says')).toBe(false);
  expect(isLong('restore.e2e.ts a machine comes back')).toBe(false);
});
