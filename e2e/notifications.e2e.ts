import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test';
import { IGNITE_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'de-DE' });

const meet = (start: number, size: number, otherStart: number, otherSize: number) =>
  start < otherStart + otherSize && otherStart < start + size;

/** Whether two things on the page have a point in common. */
async function overlap(a: Locator, b: Locator): Promise<boolean> {
  const [one, other] = [await a.boundingBox(), await b.boundingBox()];
  if (one === null || other === null) throw new Error('Both are to be seen.');
  return meet(one.x, one.width, other.x, other.width) && meet(one.y, one.height, other.y, other.height);
}

async function expectClear(page: Page, toast: Locator, more: Locator[] = []): Promise<void> {
  const headers = await page.locator('main header').filter({ visible: true }).all();
  expect(headers.length).toBeGreaterThan(0);
  await expect
    .poll(async () => Promise.all([...headers, ...more].map((control) => overlap(toast, control))))
    .toEqual([...headers, ...more].map(() => false));
}

test('a notification covers neither the header nor the buttons under a blade, wide or on a telephone', async ({ page, world, signIn }) => {
  const wizard = new Wizard(page);
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await wizard.chooseAll('DBVM1Restore', 'DBVM2');
  await wizard.enable.click();
  const dismiss = page.getByRole('button', { name: 'Sicherung für IgniteDemoVault wird aktiviert entfernen' });
  const toast = page.locator('[aria-live=polite]').filter({ has: dismiss });
  await expect(page.getByRole('row', { name: /DBVM1Restore/ })).toContainText('Wird aktiviert');
  await expectClear(page, toast);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectClear(page, toast);
  // Back to a blade with a footer.
  await page.goBack();
  await expectClear(page, toast, [wizard.enable]);
  await page.setViewportSize({ width: 1366, height: 768 });
  await expectClear(page, toast, [wizard.enable]);
  await dismiss.click();
  await expect(dismiss).toBeHidden();
  await world.advance(3);
  await expect(page.getByRole('button', { name: 'Sicherung für IgniteDemoVault ist aktiviert entfernen' })).toBeVisible();
});
