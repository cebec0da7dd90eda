import type { Page } from '@playwright/test';
import axe from 'axe-core';
import type { Result } from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** What axe finds wrong on the page by all its rules, or by those named. There are no frames: it looks at one document. */
export async function runAxe(page: Page, rules?: readonly string[]): Promise<Result[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source);
  return page.evaluate(
    // To describe what is right would take longer than to look.
    async (values) => {
      const runOnly = values && { runOnly: { type: 'rule' as const, values } };
      const found = await window.axe?.run(document, { resultTypes: ['violations'], ...runOnly });
      if (found === undefined) throw new Error('axe is not in the page.');
      return found.violations;
    },
    rules && [...rules],
  );
}
