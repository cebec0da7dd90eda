import { expect, test } from './support/test';
import { IGNITE_VAULT, LOCALES, OPERATIONS_VAULT, Wizard } from './support/wizard';

test.describe('in German', () => {
  test.use({ locale: LOCALES.de });

  test('a machine of the list shows its key chain, and where the advice of the article is a dead end', async ({ page, signIn }) => {
    const wizard = new Wizard(page);
    await signIn('Adele Vance', `${IGNITE_VAULT}/backup/machines`);
    await wizard.filter('BekOnlyVM2');
    await wizard.row('BekOnlyVM2').getByRole('link', { name: 'BEK, Verschlüsselung von BekOnlyVM2' }).click();
    const blade = wizard.blade('Verschlüsselung');
    const chain = blade.getByRole('grid', { name: 'Schlüsselkette' });
    await expect(chain.getByRole('row', { name: /^Geheimnis \(BEK\)/ })).toContainText('vorhanden');
    await expect(chain.getByRole('row', { name: /^Schlüssel \(KEK\)/ })).toHaveCount(0);
    await expect(chain.getByRole('row', { name: /^Schlüsseltresor ContosoKV/ })).toContainText('Azure Backup darf lesen');
    await expect(blade.getByText('führt hier in eine Sackgasse')).toBeVisible();
    const script = blade.getByRole('textbox', { name: 'Mit Schlüssel (KEK) verschlüsseln' });
    await expect(blade.getByText('Nur in PowerShell')).toBeVisible();
    await expect(blade.getByLabel('Sprache des Skripts')).toHaveCount(0);
    await expect(script).toHaveValue(/Set-AzVMDiskEncryptionExtension -ResourceGroupName 'OperationsRG' -VMName 'BekOnlyVM2'/);
  });

  test('an expired key, a missing permission and a missing agent each say so', async ({ page, signIn, atMachine }) => {
    const wizard = new Wizard(page);
    const blade = wizard.blade('Verschlüsselung');
    const encryption = `${IGNITE_VAULT}/backup/machines/encryption`;
    await signIn('Adele Vance', `${encryption}/KeysRG/KekExpiredVM1`);
    await expect(blade.getByRole('row', { name: /^Schlüssel \(KEK\) ExpiredKEK/ })).toContainText('abgelaufen');
    await page.goto(`${encryption}/KeysRG/RbacVM1`);
    await expect(blade.getByRole('row', { name: /^Schlüsseltresor RbacKV/ })).toContainText('Azure Backup fehlen Berechtigungen');
    await page.goto(`${encryption}/OperationsRG/NoAgentVM1`);
    await expect(blade.getByRole('heading', { name: 'VM-Agent installieren oder aktualisieren' })).toBeVisible();
    await atMachine('NoAgentVM1', 'VM-Agent installieren');
    // For a second the server answers the same question as before.
    await expect(async () => {
      await blade.getByRole('button', { name: 'VM-Agents erneut prüfen' }).click();
      await expect(blade.getByText('Bereit 2.7.41491.1183')).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await expect(blade.getByRole('heading', { name: 'VM-Agent installieren oder aktualisieren' })).toBeHidden();
  });
});

test.describe('in English', () => {
  test.use({ locale: LOCALES.en });

  test('a backup item leads to the encryption of its machine', async ({ page, signIn }) => {
    await signIn('Megan Bowen', `${OPERATIONS_VAULT}/items/OperationsRG/FullRestoreVM1`);
    await page.getByRole('link', { name: 'Encryption', exact: true }).click();
    const blade = new Wizard(page, 'en').blade('Encryption');
    await expect(blade.getByText('dual pass (with an Entra application)')).toBeVisible();
    await expect(blade.getByText('protected by OperationsVault')).toBeVisible();
    await expect(blade.getByRole('row', { name: /^Secret \(BEK\)/ })).toContainText('not readable by you');
  });
});
