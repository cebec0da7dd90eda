import { expect, test } from './support/test';
import { RESTORES, Restoring } from './support/restoring';
import { OPERATIONS_VAULT } from './support/wizard';

test.use({ locale: 'de-DE' });

test('an encrypted machine is brought back to life without a shell, until it runs and is backed up again', async ({
  page,
  world,
  signIn,
}) => {
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
  await restoring.next('Wieder sichern');
  await restoring.button('Sicherung aktivieren').click();
  await expect(page.getByText('Azure richtet die Sicherung ein.').first()).toBeVisible();
  await world.advance(10);
  await expect(page.getByText('noch keinen Wiederherstellungspunkt').first()).toBeVisible({ timeout: 20_000 });
  await restoring.blade('Wieder sichern').getByRole('button', { name: 'Jetzt sichern' }).click();
  await expect(page.getByText('Azure sichert FullRestoreVM2 zum ersten Mal.')).toBeVisible();
  await world.advance(240);
  await restoring.blade('Wieder sichern').getByRole('button', { name: 'Weiter: Nacharbeiten' }).click();
  await restoring.button('Löschen und nachsehen').click();
  await expect(page.getByText('Alles erledigt. Der virtuelle Computer läuft.')).toBeVisible();
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
