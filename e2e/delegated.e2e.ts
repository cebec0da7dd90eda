import { violationsOn } from './support/accessibility';
import { expect, test } from './support/test';
import { LOCALES } from './support/wizard';

test.use({ locale: LOCALES.en });

test('in a customer’s subscription the wizard and a restore say beforehand what only the customer can do with keys', async ({
  page,
  signIn,
  world,
}) => {
  await world.reset('provider');
  await signIn('Adele Vance', '/vaults');
  await page.getByRole('link', { name: 'FabrikamVault' }).click();
  await expect(page).toHaveURL(/\/FabrikamVault$/);
  const vault = new URL(page.url()).pathname;
  await page.goto(`${vault}/backup`);
  await expect(page.getByText(/^The subscription Fabrikam Production belongs to another tenant \(/)).toBeVisible();
  await expect(page.getByText(/^You can neither read nor write keys and secrets in the customer’s key vaults/)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Source: Cross-tenant management experiences, as of / })).toBeVisible();
  await page.getByRole('button', { name: 'Request to the customer' }).click();
  await expect(page.getByLabel('Request to the customer (German)')).toHaveValue(/Recovery Services-Tresor „FabrikamVault“/);
  await expect(page.getByLabel('Request to the customer (English)')).toHaveValue(/Keys: Get, List, Backup/);
  expect(await violationsOn(page)).toEqual([]);
  await page.goto(`${vault}/items/FabrikamRG/FabrikamApp1/restore`);
  await expect(page.getByText(/^You can restore the disks\. You can’t see from here whether their keys are still there/)).toBeVisible();
  await page.getByRole('button', { name: 'Request to the customer' }).click();
  await expect(page.getByLabel('Request to the customer (English)')).toHaveValue(/restoring the encrypted virtual machine “FabrikamApp1”/);
  await expect(page.getByText(/You need the customer’s help with FabrikamKV/)).toBeVisible();
  await page.goto(`${vault}/items/FabrikamRG/FabrikamApp1/restore/point`);
  await expect(page.getByText(/whatever role you have\. Ask the customer to look\./).first()).toBeVisible();
  await expect(page.getByText(/Ask for read access/)).toHaveCount(0);
  await page.goto(`${vault}/permissions`);
  await page.getByLabel('Filter steps').fill('Bring back');
  await page.getByRole('button', { name: 'What is needed: Bring back the key and secret' }).click();
  await expect(page.getByText(/^Only the customer can do this: no Azure Lighthouse delegation .* “FabrikamKV” \(keys\/list/)).toBeVisible();
  await expect(page.getByText(/Only the customer can do these steps\.$/)).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});
