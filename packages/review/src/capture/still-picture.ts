import type { Locator, Page } from '@playwright/test';
import type { Box } from './shot';

const ATTEMPTS = 20;

/** A picture of a page that has come to rest: two in a row are the same, byte for byte. */
export async function stillPicture(page: Page, [x, y, width, height]: Box, mask: Locator[]): Promise<Buffer> {
  const take = () =>
    page.screenshot({ clip: { x, y, width, height }, mask, maskColor: '#9aa0a6', animations: 'disabled', caret: 'hide', scale: 'css' });
  let last = await take();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const next = await take();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error('The screen does not come to rest.');
}
