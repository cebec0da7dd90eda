import { activateRole } from './support/azure';
import { expect, test } from './support/test';
import { IGNITE_VAULT, OPERATIONS_VAULT, PRODUCTION } from './support/wizard';

const keyVault = `${IGNITE_VAULT}/key-vaults/${PRODUCTION}/KeyVaultRG/NoPolicyKV`;
const restore = `${OPERATIONS_VAULT}/items/RestoreRG/DeletedVaultVM1/restore`;
const activation = 'Die Rolle Key Vault Contributor an „Abonnement“ können Sie selbst aktivieren';

/** Minutes in which a role that was just given, or taken away, takes effect. */
const UNTIL_IT_COUNTS = 10;

test.use({ locale: 'de-DE' });

test('a role that somebody may activate is named with where, opens the step while it is active, and ends by itself', async ({
  page,
  product,
  world,
  signIn,
}) => {
  await signIn('Patti Fernandez', restore);
  const keys = page.getByRole('status').getByRole('listitem').filter({ hasText: 'Schlüssel und Geheimnis' });
  await expect(keys).toContainText(activation);
  await page.goto(keyVault);
  await expect(page.getByText(activation)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Zugriff erteilen' })).toHaveCount(0);

  await activateRole(product, 'patti');
  await world.advance(UNTIL_IT_COUNTS);
  const grant = page.getByRole('button', { name: 'Zugriff erteilen' });
  // What was read a moment ago serves for a second.
  await expect(async () => {
    await page.getByRole('button', { name: 'Erneut prüfen' }).click();
    await expect(grant).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await grant.click();
  await expect(page.getByText('Der Zugriff ist erteilt. Er gilt in Azure spätestens ab')).toBeVisible();
  await page.goto(restore);
  await expect(page.getByRole('status').filter({ hasText: 'selbst gehen' })).toBeVisible();
  await expect(page.getByText(activation)).toHaveCount(0);

  await world.advance(61 + UNTIL_IT_COUNTS);
  await expect(async () => {
    await page.reload();
    await expect(keys).toContainText(activation, { timeout: 2_000 });
  }).toPass();
});
