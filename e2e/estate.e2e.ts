import { readFile } from 'node:fs/promises';
import { violationsOn } from './support/accessibility';
import { expect, test } from './support/test';

test('the hub menu leads to the key vaults and the restores of all subscriptions', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/');
  const menu = page.getByRole('navigation', { name: 'Hub menu' });
  await menu.getByRole('link', { name: 'Key vaults' }).click();
  await expect(page).toHaveURL(/\/key-vaults$/);
  const row = page.getByRole('row', { name: /^RbacKV / });
  await expect(row).toContainText('Azure RBAC (roles)');
  await row.getByRole('link', { name: 'RbacKV' }).click();
  await expect(page).toHaveURL(/\/key-vaults\/[^/]+\/KeyVaultRG\/RbacKV$/);
  await expect(page.getByRole('heading', { name: 'RbacKV' })).toBeVisible();
  await page.goto('/key-vaults?show=missing');
  await expect(page.getByRole('combobox', { name: 'Show' })).toHaveValue('missing');
  await expect(page.getByRole('row', { name: /LostVaultVM1/ })).toContainText('not known');
  await page.getByRole('combobox', { name: 'Show' }).selectOption('All');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as JSON' }).click();
  expect((await saving).suggestedFilename()).toBe('key-vaults.json');
  expect(await readFile(await (await saving).path(), 'utf8')).toContain('"name": "RbacKV"');
  await menu.getByRole('link', { name: 'Restores', exact: true }).click();
  await expect(page.getByText('Azure Resource Graph lists no restore from the last 14 days in any vault that you can read.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as CSV' })).toHaveAttribute('aria-disabled', 'true');
});

test('a list is narrowed to one management group, by a link and when it is opened again', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/alerts?show=silent');
  const inTest = page.getByRole('row', { name: /^FullVault / });
  const inProduction = page.getByRole('row', { name: /^IgniteDemoVault / });
  await expect(inTest).toBeVisible();
  const group = page.getByRole('combobox', { name: 'Management group' });
  await group.selectOption('Contoso production');
  await expect(page).toHaveURL(/show=silent&group=contoso-production$/);
  await expect(inProduction).toBeVisible();
  await expect(inTest).toHaveCount(0);
  await page.getByRole('link', { name: 'Script' }).click();
  await expect(page).toHaveURL(/alerts\/script\?show=silent&group=contoso-production$/);
  await expect(page.getByText(/^For \d vaults: .*IgniteDemoVault/)).toBeVisible();
  await expect(page.getByText(/^For \d vaults: .*FullVault/)).toBeHidden();
  await page.goto('/items');
  await expect(page).toHaveURL(/\/items\?group=contoso-production$/);
  await expect(group).toHaveValue('contoso-production');
  await page.goto('/machines?group=contoso-test');
  await expect(page.getByText(/^Virtual machines: \d+\. .*In 1 subscription\.$/)).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.goto('/jobs?days=14&group=contoso-production');
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Failed');
  await expect(page).toHaveURL(/group=contoso-production/);
  await group.selectOption('All subscriptions');
  await expect(page).toHaveURL(/days=14&status=Failed$/);
  await page.goto('/items');
  await expect(group).toHaveValue('');
});

test('a filter is saved under a name for the person who saved it, and leads back to its list from there and from home', async ({
  page,
  signIn,
}) => {
  await signIn('Adele Vance', '/machines');
  const save = page.getByRole('button', { name: 'Save filter' });
  await expect(save).toHaveAccessibleDescription('Choose a filter first.');
  await page.getByRole('combobox', { name: 'Encryption' }).selectOption('BEK');
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Not backed up');
  await expect(page.getByText('3 items')).toBeVisible();
  await save.click();
  await page.getByRole('textbox', { name: 'Filter name' }).fill('BEK, open');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(save).toHaveAccessibleDescription('This filter is saved as BEK, open.');
  const saved = page.getByRole('combobox', { name: 'Saved filters' });
  await saved.selectOption('None');
  await expect(page).toHaveURL(/\/machines$/);
  await saved.selectOption('BEK, open');
  await expect(page.getByText('3 items')).toBeVisible();
  await page.goto('/');
  await page.getByRole('region', { name: 'Saved filters' }).getByRole('link', { name: 'BEK, open' }).click();
  await expect(page).toHaveURL(/\/machines\?kind=ade-bek&show=withoutBackup$/);
  await page.getByRole('button', { name: 'Delete saved filter BEK, open' }).click();
  await expect(saved).toHaveCount(0);
});
