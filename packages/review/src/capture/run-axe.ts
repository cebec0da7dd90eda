import type { Page } from '@playwright/test';
import axe from 'axe-core';
import type { Result, RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const CONTRAST = 'color-contrast';

export type PartOfPage = 'all' | 'colours' | 'structure';

/** Colours take axe longer than everything else together. */
const PARTS: Record<PartOfPage, RunOptions> = {
  colours: { runOnly: { type: 'rule', values: [CONTRAST] } },
  structure: { rules: { [CONTRAST]: { enabled: false } } },
  all: {},
};

/** What axe finds wrong with a part of the page. There are no frames: it looks at one document. */
export async function runAxe(page: Page, part: PartOfPage = 'all'): Promise<Result[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source);
  return page.evaluate(
    // To describe what is right would take longer than to look.
    async (options) => {
      const found = await window.axe?.run(document, { resultTypes: ['violations'], ...options });
      if (found === undefined) throw new Error('axe is not in the page.');
      return found.violations;
    },
    PARTS[part],
  );
}
