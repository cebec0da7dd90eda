import type { Page } from '@playwright/test';
import { expect } from './test';

/** Goes on within the portal, once the page is taken up: to load it again takes longer. */
export async function goWithin(page: Page, path: string): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}
