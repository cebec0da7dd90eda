import { expect, test } from './support/test';
import { RESTORES, Restoring } from './support/restoring';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE' });

test('helpdesk brings an encrypted machine back to life without a shell', async ({ page, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('FullRestoreVM1');
  await page.goto(`${journey}/after-care`);
  await expect(restoring.button('Löschen und nachsehen')).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('bleiben, bis der neue virtuelle Computer nachweislich verschlüsselt läuft').first()).toBeVisible();
  await page.goto(journey);
  await restoring.next('Virtuellen Computer erstellen');
  await restoring.createMachine('FullRestoreVM2');
  await page.goto(journey);
  await expect(page.getByText('Im Speicherkonto liegen noch Dateien mit Schlüsseldaten.')).toBeVisible();
  await page.goto(RESTORES);
  await expect(page.getByRole('row', { name: /FullRestoreVM1/ })).toHaveCount(1);
});

test('a machine whose key vault is gone gets its key and secret in a new one first', async ({ page, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('LostVaultVM1');
  await expect(page.getByText('Schlüssel oder Geheimnis fehlen')).toBeVisible();
  await page.goto(`${journey}/machine`);
  await expect(page.getByText('Erst kommen die Schritte davor').first()).toBeVisible();
  await page.goto(journey);
  await restoring.next('Schlüssel und Geheimnis');
  await page.getByRole('radio', { name: /Erst einen neuen Schlüsseltresor anlegen/ }).check();
  await page.getByLabel('Name des neuen Schlüsseltresors').fill('neuerTresorKV');
  await page.getByRole('button', { name: 'Zurückholen' }).click();
  await expect(page).toHaveURL(`${journey}/machine`, { timeout: 20_000 });
  await restoring.createMachine('LostVaultVM2');
});

test('a colleague takes a restore over by its address', async ({ page, browser, world, signIn }) => {
  test.slow();
  const restoring = new Restoring(page, world);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  const journey = await restoring.restoreDisks('FullRestoreVM1');
  const context = await browser.newContext({ locale: 'de-DE' });
  const colleague = await context.newPage();
  await signIn('Alex Wilber', journey, colleague);
  await expect(colleague.getByRole('heading', { name: 'Wiederherstellung', exact: true })).toBeVisible();
  await expect(new Restoring(colleague, world).card('Datenträger wiederherstellen')).toContainText('Erledigt');
  await context.close();
});
