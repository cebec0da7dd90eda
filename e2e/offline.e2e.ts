import { expect, test } from './support/test';

test('that there is no network is said in one piece, also on a telephone', async ({ page, context, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn('Adele Vance', '/vaults');
  await context.setOffline(true);
  const banner = page.getByRole('status').filter({ has: page.locator('svg') });
  await expect(banner).toBeVisible();
  const [icon, words] = await Promise.all([banner.locator('svg').boundingBox(), banner.locator('span').boundingBox()]);
  expect(icon?.y).toBeGreaterThanOrEqual(words?.y ?? Infinity);
  expect(icon?.x).toBeLessThan(words?.x ?? 0);
  await context.setOffline(false);
});

test('code that was asked for without a network is fetched once there is one', async ({ page, context, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  await expect(page.getByRole('row', { name: /IgniteDemoVault/ })).toBeVisible();
  const jobs = page
    .getByRole('navigation')
    .getByRole('link', { name: /^(Sicherungsaufträge|Backup jobs)$/ })
    .first();
  await context.setOffline(true);
  const refused = page.waitForEvent('requestfailed', (request) => request.url().endsWith('.js'));
  await jobs.hover();
  await refused;
  await context.setOffline(false);
  await jobs.click();
  await expect(page.getByRole('region', { name: /^(Alle Sicherungsaufträge|All backup jobs)$/ })).toBeVisible();
  await expect(page.getByText(/Tresor (wurde aktualisiert|has been updated)/)).toHaveCount(0);
});
