import type { Page } from '@playwright/test';
import { expect, test } from './support/test';
import type { World } from './support/world';
import { IGNITE_VAULT, OPERATIONS_VAULT, Wizard } from './support/wizard';

const keyVault = (name: string, vault = IGNITE_VAULT) => `${vault}/key-vaults/f2edfd5d-5496-4683-b94f-b3588c579009/KeyVaultRG/${name}`;

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('an administrator gives Azure Backup what it lacks, beside the wizard, and then enables the backup', async ({
    page,
    world,
    signIn,
  }) => {
    test.slow();
    const wizard = new Wizard(page);
    await signIn('Adele Vance', '/settings');
    await page.getByRole('radio', { name: /^Heute/ }).check();
    await page.goto(`${IGNITE_VAULT}/backup`);
    await wizard.chooseAll('NoPolicyVM1', 'HalfPolicyVM1', 'RbacVM1');
    const added = { NoPolicyKV: '+ backup (neu)', HalfPolicyKV: '+ backup (neu)', RbacKV: '+ Azure Backup Key Vault Access (neu)' };
    for (const [name, word] of Object.entries(added)) {
      await page.getByRole('link', { name: `Zugriff erteilen oder anfragen: ${name}` }).click();
      const blade = wizard.blade(name);
      await expect(blade.getByText(word).last()).toBeVisible();
      const given = blade.getByText(/^Adele Vance \(adele/);
      const earlier = await given.count();
      await blade.getByRole('button', { name: 'Zugriff erteilen' }).click();
      await expect(blade.getByText('Der Zugriff ist erteilt. Er gilt in Azure spätestens ab')).toBeVisible();
      await expect(given).toHaveCount(earlier + 1);
      await expect(wizard.blade('Sicherung').getByText(`${name}: Zugriff vorhanden`)).toBeVisible();
    }
    await wizard.enable.click();
    await expect(page.getByRole('row', { name: /Wird aktiviert/ })).toHaveCount(3);
    await world.advanceUntil(() => wizard.expectProtected('NoPolicyVM1', 'HalfPolicyVM1', 'RbacVM1'));
    await expect(page.getByText('Noch kein Wiederherstellungspunkt', { exact: true })).toBeVisible();
    await world.advance(24 * 60);
    await page.goto(`${IGNITE_VAULT}/jobs`);
    await expect(page.getByRole('row', { name: /(NoPolicyVM1|HalfPolicyVM1|RbacVM1).*Sicherung.*Abgeschlossen/ })).toHaveCount(3);
  });

  test('without the access the next backup fails for that reason, and the help leads to where it is given', async ({
    page,
    world,
    signIn,
  }) => {
    test.slow();
    const grant = page.getByRole('button', { name: 'Zugriff erteilen' });
    await signIn('Adele Vance', keyVault('RevokedKV', OPERATIONS_VAULT));
    await grant.click();
    await page.getByRole('button', { name: 'Rückgängig machen' }).click();
    await page.getByRole('button', { name: 'Ja, rückgängig machen' }).click();
    await expect(page.getByText(/^Rückgängig gemacht von Adele Vance/)).toBeVisible();
    await expect(grant).toBeEnabled();

    await backUpNow(page, world);
    await page.getByRole('link', { name: 'Mehr dazu in der Problembehandlung' }).click();
    await page.getByRole('link', { name: 'Zugriff auf RevokedKV ansehen, erteilen oder anfragen' }).click();
    await grant.click();
    await expect(page.getByText('Der Zugriff ist erteilt. Er gilt in Azure spätestens ab')).toBeVisible();
    await world.advance(2);
    await page.getByRole('button', { name: 'Erneut prüfen' }).click();
    await expect(page.getByText('Azure Backup darf alles, was es hier braucht.')).toBeVisible();

    await backUpNow(page, world);
    await expect(new Wizard(page).blade('Sicherung').getByText('Abgeschlossen').first()).toBeVisible();
  });

  test('who may not give access gets the request to pass on', async ({ page, context, signIn }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn('Patti Fernandez', keyVault('NoPolicyKV'));
    await expect(page.getByText(/Ihnen fehlt an diesem Schlüsseltresor Microsoft.KeyVault\/vaults\/accessPolicies\/write/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Zugriff erteilen' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Text kopieren (Deutsch)' }).click();
    const letter = await page.evaluate(() => navigator.clipboard.readText());
    expect(letter).toContain('Patti Fernandez (patti.fernandez@contoso.example)');
    expect(letter).toContain("--name 'NoPolicyKV' --spn '262044b1-e2ce-469f-a196-69ab7ada62d3' --key-permissions 'get' 'list' 'backup'");
    expect(letter).toContain("Set-AzKeyVaultAccessPolicy -SubscriptionId 'f2edfd5d-5496-4683-b94f-b3588c579009'");
  });

  test('a reader sees, step by step, what is missing, and whom to ask for which role', async ({ page, signIn }) => {
    await signIn('Megan Bowen', `${OPERATIONS_VAULT}/permissions`);
    const filter = page.getByRole('region', { name: 'Darf ich?' }).getByRole('searchbox');
    await filter.fill('Wiederherstellungspunkt');
    await expect(page.getByRole('row', { name: /^Wiederherstellungspunkt auswählen/ })).toContainText('Ja');
    await filter.fill('Jetzt sichern');
    const row = page.getByRole('row', { name: /^Jetzt sichern/ });
    await expect(row).toContainText('Nein');
    await row.getByRole('button', { name: 'Was nötig ist: Jetzt sichern' }).click();
    await expect(row).toContainText('backup/action: fehlt: OperationsVault');
    await expect(row).toContainText('Kleinste Rolle an „OperationsVault“: Backup Operator');
    await page.getByLabel('Für den Schritt').selectOption({ label: 'Jetzt sichern' });
    await expect(page.getByRole('region', { name: 'Deutsch' })).toContainText(
      "az role assignment create --assignee 'megan.bowen@contoso.example' --role 'Backup Operator'",
    );
  });
});

test.describe('in English', () => {
  test.use({ locale: 'en-US' });

  test('a guest is told so, and gets the request for both ways of giving access', async ({ page, signIn }) => {
    const wizard = new Wizard(page, 'en');
    await signIn('Lee Gu', `${IGNITE_VAULT}/backup`);
    await wizard.chooseAll('DBVM2');
    await page.getByRole('link', { name: 'Grant or request access: IgniteDemoKV' }).click();
    const blade = wizard.blade('IgniteDemoKV');
    await expect(blade.getByText('You’re a guest in this directory')).toBeVisible();
    await expect(blade.getByRole('region', { name: 'English' })).toContainText('If the key vault uses Azure RBAC');
    await expect(blade.getByRole('region', { name: 'English' })).toContainText('az role definition create');
  });
});

/** Backs the machine up whose key vault it is, and opens the job when it is over. */
async function backUpNow(page: Page, world: World): Promise<void> {
  await page.goto(`${OPERATIONS_VAULT}/items/OperationsRG/RevokedVM1/backup-now`);
  await new Wizard(page).blade('Jetzt sichern').getByRole('button', { name: 'Sichern', exact: true }).click();
  await expect(page).toHaveURL(/\/jobs\//);
  await world.advance(6 * 60);
  await page.reload();
}
