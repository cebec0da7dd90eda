import { violationsOn } from './support/accessibility';
import { expect, test } from './support/test';
import { LOCALES, OPERATIONS_VAULT } from './support/wizard';

const DAY = 24 * 60;

test.use({ locale: LOCALES.en });

test('a vault shows how much was stored on each day on which somebody looked, and says on which nobody did', async ({
  page,
  signIn,
  world,
}) => {
  await signIn('Adele Vance', OPERATIONS_VAULT);
  const storage = page.getByRole('region', { name: 'Storage over time' });
  await storage.scrollIntoViewIfNeeded();
  await expect(storage).toContainText('The picture grows with each further day (UTC)');
  await expect(storage.getByRole('img')).toHaveCount(0);
  const picture = storage.getByRole('img', { name: /^Storage from .* most recently, .* at most\./ });
  let seen: string | null = null;
  for (const days of [1, 2]) {
    await world.advance(days * DAY);
    // What a person has read serves the same question for a moment more.
    await expect(async () => {
      await page.reload();
      await storage.scrollIntoViewIfNeeded();
      await expect(picture).toBeVisible();
      expect(await picture.getAttribute('aria-label')).not.toBe(seen);
    }).toPass();
    seen = await picture.getAttribute('aria-label');
  }
  const open = storage.getByRole('button', { name: 'Storage as a table' });
  await open.focus();
  await page.keyboard.press('Enter');
  const rows = storage.getByRole('table', { name: 'Storage over time' }).getByRole('row');
  await expect(rows.nth(0)).toHaveText('Day (UTC)Stored');
  await expect(rows.nth(1).getByRole('cell')).toHaveText(/^\d.* [KMGT]B$/);
  await expect(rows.nth(2).getByRole('cell')).toHaveText('not seen');
  await expect(rows.nth(3).getByRole('cell')).toHaveText(/^\d.* [KMGT]B$/);
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await storage.evaluate((region) => region.getBoundingClientRect().right)).toBeLessThanOrEqual(390);
});
