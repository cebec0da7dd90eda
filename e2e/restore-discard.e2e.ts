import { expect, test } from './support/test';
import { Restoring } from './support/restoring';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE', actionTimeout: 15_000 });

test('a restore that nobody wants any more leaves nothing behind', async ({ page, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Alex Wilber', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('WinSingleVM1');
  await page.getByRole('link', { name: 'Verwerfen' }).click();
  const blade = restoring.blade('Wiederherstellung verwerfen');
  const discard = blade.getByRole('button', { name: 'Endgültig verwerfen' });
  await expect(blade.getByRole('row', { name: /VHD-Datei winsinglevm1-osdisk.*GB.*wird gelöscht/ })).toBeVisible();
  await expect(discard).toHaveAttribute('aria-disabled', 'true');
  await blade.getByLabel('Zur Bestätigung: Name des virtuellen Computers, WinSingleVM1').fill('WinSingleVM1');
  await discard.click();
  await expect(blade.getByText(/VHD-Datei winsinglevm1-osdisk.*: gelöscht/)).toBeVisible();
  await expect(blade.getByText('noch da')).toHaveCount(0);
  await page.goto(`${journey}/discard`);
  await expect(page.getByText('Von dieser Wiederherstellung ist nichts mehr da').first()).toBeVisible();

  // What is gone is called that, and the same can be restored once more.
  await page.goto(`${journey}/disks`);
  const disks = restoring.blade('Datenträger wiederherstellen');
  await expect(disks.getByText('aber sie sind nicht mehr da')).toBeVisible();
  await disks.getByRole('button', { name: 'Datenträger noch einmal wiederherstellen' }).click();
  await expect(restoring.start).toBeEnabled();
});
