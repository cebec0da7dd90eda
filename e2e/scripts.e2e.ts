import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test';
import type { World } from './support/world';
import { violationsOn } from './support/accessibility';
import { OPERATIONS_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'de-DE', permissions: ['clipboard-read', 'clipboard-write'] });

/** Restores the disks of a machine and opens the journey. */
async function restoreDisks(page: Page, world: World): Promise<void> {
  const ok = page.getByRole('button', { name: 'OK', exact: true });
  await page.getByRole('row').nth(1).getByRole('radio').check();
  await ok.click();
  const account = page.getByRole('row', { name: /contosostaging/ });
  await account.getByRole('radio').check();
  await ok.click();
  await new Wizard(page).blade('Wiederherstellen').getByRole('button', { name: 'Wiederherstellen', exact: true }).click();
  await expect(page).toHaveURL(/\/restores\/[0-9a-f-]{36}$/);
  await world.advance(120);
}

test('every step of a restore can be shown, copied and saved as a script with its real values', async ({ page, world, signIn }) => {
  test.slow();
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items/OperationsRG/LostKeysVM1/restore/point`);
  await restoreDisks(page, world);
  const journey = new URL(page.url()).pathname;

  await page.goto(`${journey}/keys`);
  await new Wizard(page).blade('Schlüssel und Geheimnis').getByRole('link', { name: 'Skript' }).click();
  const blade = new Wizard(page).blade('Skript');
  const script = blade.getByRole('region', { name: 'Das Skript' });
  await expect(script).toContainText('az keyvault key restore');
  await expect(script).toContainText("'MachineName=LostKeysVM1'");
  await expect(script).not.toContainText(/:443|<[a-z]+>/);
  await expect(blade.getByText('Zuerst der Schlüssel')).toHaveCount(2);

  await blade.getByLabel('Schlüsseltresor für das, was fehlt').selectOption('IgniteDemoKV');
  await expect(script).toContainText('https://ignitedemokv.vault.azure.net/keys/');

  await blade.getByRole('radio', { name: /AzureRM/ }).check();
  await expect(script).toContainText('Login-AzureRmAccount');
  await blade.getByRole('radio', { name: 'PowerShell, Module Az', exact: true }).check();
  await expect(script).toContainText('Restore-AzKeyVaultKey');

  await blade.getByRole('button', { name: 'Kopieren' }).click();
  await expect(blade.getByText('Das Skript ist in der Zwischenablage.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await script.innerText());

  const [download] = await Promise.all([page.waitForEvent('download'), blade.getByRole('button', { name: 'Herunterladen' }).click()]);
  expect(download.suggestedFilename()).toBe('LostKeysVM1-keys.ps1');
  expect(readFileSync(await download.path(), 'utf8').startsWith('\ufeff# Schlüssel und Geheimnis: LostKeysVM1')).toBe(true);

  await blade.getByLabel('Schritt').selectOption('Alle Schritte in einem Skript');
  await expect(page).toHaveURL(new RegExp(`${journey}/script/journey\\?keyVault=.+IgniteDemoKV$`, 'u'));
  await expect(script).toContainText('Restore-AzRecoveryServicesBackupItem');
  await expect(blade.getByText('Das Skript stellt sie noch einmal wieder her.')).toBeVisible();
  await page.reload();
  await expect(blade.getByRole('radio', { name: 'PowerShell, Module Az', exact: true })).toBeChecked();
});

test('backup now and enable backup have their scripts, in English too', async ({ page, world, signIn }) => {
  const until = new Date((await world.now()) + 80 * 86_400_000).toISOString().slice(0, 10);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items/OperationsRG/FullRestoreVM1/backup-now`);
  await page.getByLabel(/Aufbewahren bis|aufbewahren bis/).fill(until);
  await new Wizard(page).blade('Jetzt sichern').getByRole('link', { name: 'Skript' }).click();
  await expect(page.getByRole('region', { name: 'Das Skript' })).toContainText(
    `--retain-until '${until.split('-').toReversed().join('-')}-23:59:59'`,
  );

  await page.goto(`${OPERATIONS_VAULT}/backup/script`);
  await expect(page.getByText('Wählen Sie zuerst Richtlinie und virtuelle Computer.')).toBeVisible();
  await page
    .getByRole('button', { name: /English|EN/ })
    .first()
    .click();
  await expect(page.getByText('Choose the policy and virtual machines first.')).toBeVisible();
});

test('a whole restore plan can be saved as a script, with what it leaves out and why', async ({ page, world, signIn }) => {
  await world.reset('disaster');
  await signIn('Adele Vance', '/recovery/new');
  await page
    .getByRole('row', { name: /DeletedItemVM1/ })
    .getByRole('checkbox')
    .check();
  await page.getByRole('button', { name: /^Plan für 2 virtuelle Computer/ }).click();
  await page.getByRole('link', { name: 'Skript', exact: true }).click();
  const blade = new Wizard(page).blade('Skript');
  await expect(blade.getByText('Im Skript: 1 von 2 virtuellen Computern.')).toBeVisible();
  await expect(blade.getByRole('region', { name: 'Nicht im Skript' })).toContainText('DeletedItemVM1');
  const script = blade.getByRole('region', { name: 'Das Skript', exact: true });
  await expect(script).toContainText('# Nicht im Skript');
  await expect(script).toContainText('first_wave=1');
  await expect(script).toContainText('# Zurückholen: DBVM2');
  expect(await violationsOn(page)).toEqual([]);
  await blade.getByRole('radio', { name: 'PowerShell, Module Az', exact: true }).check();
  const [download] = await Promise.all([page.waitForEvent('download'), blade.getByRole('button', { name: 'Herunterladen' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^wiederherstellungsplan-[0-9a-f-]{36}\.ps1$/);
  expect(readFileSync(await download.path(), 'utf8')).toContain('param([string]$Notes');
});
