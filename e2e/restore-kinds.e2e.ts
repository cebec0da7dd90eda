import { purge } from './support/azure';
import { expect, test } from './support/test';
import { Restoring } from './support/restoring';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE', actionTimeout: 15_000 });

test('Windows, unmanaged disks, with an application: a purged secret comes back alone, and the machine runs', async ({
  page,
  product,
  world,
  signIn,
}) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  await restoring.choose('WinUnmanagedVM1');
  await restoring.start.click();
  const journey = await restoring.journey();
  const keys = await restoring.keys();
  await purge(product, keys.secret.url);
  await world.advance(240);
  // What was read a moment ago is kept for a second.
  await expect(async () => {
    await page.goto(`${journey}/keys`);
    await expect(page.getByRole('row', { name: /Geheimnis \(BEK\)/ })).toContainText('nicht mehr da', { timeout: 3_000 });
  }).toPass();
  await expect(page.getByRole('row', { name: /Schlüssel \(KEK\)/ })).toContainText('vorhanden');
  await restoring.button('Zurückholen').click();
  await expect(page).toHaveURL(`${journey}/machine`);
  await restoring.createMachine('WinUnmanagedVM2');
  await page.goto(`${journey}/encryption`);
  await expect(page.getByText('Die Datenträger sind verschlüsselt.')).toBeVisible();
});

test('anyone who may not is told so before, in every step', async ({ page, browser, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('LostKeysVM1');
  const context = await browser.newContext({ locale: 'de-DE' });
  const reader = await context.newPage();
  await signIn('Megan Bowen', `${OPERATIONS_VAULT}/items/OperationsRG/FullRestoreVM1`, reader);
  await expect(reader.getByRole('button', { name: 'Wiederherstellen' })).toBeDisabled();
  await reader.goto(`${journey}/keys`);
  const hidden = reader.getByRole('status').filter({ hasText: /^Für Sie nicht zu sehen: Um es zu sehen, brauchen Sie / });
  await expect(hidden).toContainText('Leserechte auf Schlüssel und Geheimnisse');
  await expect(reader.getByRole('button', { name: 'Zurückholen' })).toHaveCount(0);
  await reader.goto(`${journey}/machine`);
  await expect(hidden).toContainText('auf dem Speicherkonto contosostaging');
  await expect(reader.getByRole('button', { name: 'Virtuellen Computer erstellen', exact: true })).toHaveCount(0);
  await context.close();
});
