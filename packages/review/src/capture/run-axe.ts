import type { Page } from '@playwright/test';
import axe from 'axe-core';
import type { Result, RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const CONTRAST = 'color-contrast';
/** axe leaves these out: they harm only where somebody refers to them, as pictures do to their patterns. */
const IDS = { 'duplicate-id': { enabled: true } };

export type PartOfPage = 'all' | 'colors' | 'structure';

/** Colors take axe longer than everything else together. */
const PARTS: Record<PartOfPage, RunOptions> = {
  colors: { runOnly: { type: 'rule', values: [CONTRAST] } },
  structure: { rules: { ...IDS, [CONTRAST]: { enabled: false } } },
  all: { rules: IDS },
};

/**
 * What axe finds wrong with a part of the page, or with that part of the last element that a selector finds in it.
 * There are no frames: it looks at one document.
 */
export async function runAxe(page: Page, part: PartOfPage = 'all', within?: string): Promise<Result[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source);
  return page.evaluate(
    // To describe what is right would take longer than to look.
    async ([options, selector]) => {
      const context = selector === undefined ? document : [...document.querySelectorAll(selector)].at(-1);
      if (context === undefined) throw new Error(`${selector} is not in the page.`);
      const found = await window.axe?.run(context, { resultTypes: ['violations'], preload: false, ...options });
      if (found === undefined) throw new Error('axe is not in the page.');
      return found.violations;
    },
    [PARTS[part], within] as const,
  );
}
