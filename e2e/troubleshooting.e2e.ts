import { expect, test } from './support/test';
import { OPERATIONS_VAULT, Wizard } from './support/wizard';

const help = (code: string) => `${OPERATIONS_VAULT}/help/${code}`;

test.describe('Auf Deutsch', () => {
  test.use({ locale: 'de-DE' });

  test('a row of the article leads to the machine it is about, and to its restore', async ({ page, signIn }) => {
    await signIn('Adele Vance', `${OPERATIONS_VAULT}/help`);
    const list = new Wizard(page).blade('Problembehandlung');
    const search = list.getByRole('searchbox', { name: 'Meldungen und Codes durchsuchen' });
    await search.fill('key vault associated with this VM');
    await list.getByRole('link', { name: /der Schlüsseltresor, der dieser VM zugeordnet ist, nicht vorhanden/ }).click();
    await expect(page.getByText('Um welchen virtuellen Computer geht es?').first()).toBeVisible();
    await page.getByRole('link', { name: 'LostVaultVM1' }).click();
    await expect(page).toHaveURL(`${help('key-vault-gone')}/machines/OperationsRG/LostVaultVM1`);
    await page.reload();
    await page.getByRole('link', { name: 'Datenträger von LostVaultVM1 wiederherstellen' }).click();
    await expect(page).toHaveURL(`${OPERATIONS_VAULT}/items/OperationsRG/LostVaultVM1/restore`);
  });

  test('a number of Azure is found, and the verdict of a point knows its machine and key vault', async ({ page, signIn }) => {
    await signIn('Adele Vance', `${OPERATIONS_VAULT}/help`);
    await page.getByRole('searchbox', { name: 'Meldungen und Codes durchsuchen' }).fill('380008');
    await expect(page.getByText('AzureVmOffline')).toBeVisible();
    await page.goto(`${OPERATIONS_VAULT}/items/OperationsRG/LostKeysVM1/restore/point`);
    await page.getByRole('link', { name: 'Mehr dazu in der Problembehandlung' }).first().click();
    await expect(page.getByText(/Es geht um: LostKeysVM1, \w+KV/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Datenträger von LostKeysVM1 wiederherstellen' })).toBeVisible();
  });

  test('the script of a restore can be had before anything is restored', async ({ page, signIn }) => {
    await signIn('Adele Vance', `${OPERATIONS_VAULT}/items/OperationsRG/LostKeysVM1/restore/point`);
    const ok = page.getByRole('button', { name: 'OK', exact: true });
    const restore = new Wizard(page).blade('Wiederherstellen');
    await expect(restore.getByRole('button', { name: 'Skript' })).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('row').nth(1).getByRole('radio').check();
    await ok.click();
    const account = page.getByRole('row', { name: /contosostaging/ });
    await account.getByRole('radio').check();
    await ok.click();
    await restore.getByRole('link', { name: 'Skript' }).click();
    const script = page.getByRole('region', { name: 'Das Skript' });
    await expect(script).toContainText('az backup restore restore-disks');
    await expect(script).toContainText('VM;iaasvmcontainerv2;OperationsRG;LostKeysVM1');
    await expect(restore.getByRole('button', { name: 'Wiederherstellen', exact: true })).toBeEnabled();
  });
});

test.describe('In English', () => {
  test.use({ locale: 'en-US' });

  test('what fails where no vault is open is explained, too, and goes on in the vault that is chosen', async ({ page, signIn }) => {
    await signIn('Adele Vance', '/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/OperationsRG/NoSuchVault/items');
    const more = page.getByRole('link', { name: 'More in troubleshooting' });
    const [link, copy] = await Promise.all(
      [more, page.getByRole('button', { name: 'Copy details' })].map((one) => one.last().boundingBox()),
    );
    expect(link && copy && copy.x - link.x - link.width).toBeGreaterThan(8);
    await more.first().click();
    await expect(page.getByRole('heading', { name: 'Remedy', exact: true })).toBeVisible();
    await page.goto('/help/item-stopped');
    await page.getByRole('link', { name: 'OperationsVault' }).click();
    await expect(page).toHaveURL(help('item-stopped'));
    await page.getByRole('link', { name: 'LostKeysVM1' }).click();
    await expect(page.getByRole('link', { name: 'Resume the backup of LostKeysVM1' })).toBeVisible();
  });
});

test.describe('On a telephone', () => {
  test.use({ locale: 'en-US', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the help behind the reason of a restore point that is ruled out is reached by finger and by keyboard', async ({ page, signIn }) => {
    await signIn('Adele Vance', `${OPERATIONS_VAULT}/items/OperationsRG/DeletedItemVM1/restore/point`);
    const row = page.getByRole('row').filter({ hasText: 'The backup data is deleted. Undelete it first.' }).first();
    const more = row.getByRole('link', { name: 'More in troubleshooting' });
    await row.focus();
    await page.keyboard.press('Tab');
    await expect(more).toBeFocused();
    const box = await more.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await more.tap();
    await expect(page.getByRole('heading', { name: 'The backup data is deleted.' })).toBeVisible();
    await expect(page.getByText('Undelete it first.', { exact: true })).toBeVisible();
  });
});
