import { violationsOn } from './support/accessibility';
import { expect, test } from './support/test';

test('what has to be looked after takes the place it had, and nothing below it jumps', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/');
  const attention = page.getByRole('region', { name: 'Needs your attention' });
  await expect(attention).toBeVisible();
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.reload();
  await expect(attention).toBeVisible();
  await expect(attention.getByRole('listitem').first()).toBeVisible();
  const shifts: unknown = await page.evaluate(() => Reflect.get(window, 'shifts'));
  expect(shifts).toEqual([]);
});

test('home leads with the machines that nobody has proved restorable, for as long as the person says, and shows them', async ({
  page,
  signIn,
}) => {
  await signIn('Adele Vance', '/');
  const unreported = page.getByRole('region', { name: 'What no one reports' });
  await expect(unreported).toContainText(
    /No plan or rehearsal has proven a restore in the last 90 days for \d+ of \d+ backed-up virtual machines\./,
  );
  await unreported.getByRole('combobox', { name: 'A proof counts for' }).selectOption('30 days');
  await unreported.getByRole('link', { name: 'View: restores not proven' }).click();
  await expect(page).toHaveURL(/\/items\?unproven=30$/);
  await expect(page.getByRole('combobox', { name: 'Restore proven' })).toHaveValue('30');
  // One that no other test rehearses: what was proved is kept beyond the world of a test.
  await expect(page.getByRole('link', { name: 'ProtectedVM1' })).toBeVisible();
  await expect(page.getByText('RetiredVM1')).toHaveCount(0);
  await page.goto('/machines?unproven=30');
  await expect(page.getByRole('columnheader', { name: 'Restore proven' })).toBeVisible();
  await expect(page.getByText('WebVM1', { exact: true })).toHaveCount(0);
  await page.goto('/');
  await expect(unreported).toContainText('in the last 30 days');
});

test('home says whose alerts reach no one, and leads to the script that sets that right', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/');
  const unreported = page.getByRole('region', { name: 'What no one reports' });
  await expect(unreported).toContainText('The alerts of 5 of 6 vaults reach no one.');
  await unreported.getByRole('link', { name: 'View: vault alerts' }).click();
  await expect(page).toHaveURL(/\/alerts\?show=silent$/);
  await expect(page.getByRole('row', { name: /NorthVault No one notify-north north-on-call/ })).toBeVisible();
  await expect(page.getByText('OperationsVault')).toHaveCount(0);
  await page.getByRole('link', { name: 'Script' }).click();
  const script = page.getByRole('textbox', { name: 'Script for notifications' });
  await expect(script).toHaveValue(/--action email 'adele\.vance@contoso\.example'/);
  await expect(page.getByText(/For 5 vaults: /)).toBeVisible();
  const address = page.getByRole('textbox', { name: 'Email address to notify' });
  await address.fill('nobody');
  await expect(page.getByText('Enter an email address.')).toBeVisible();
  await expect(script).toHaveCount(0);
  await address.fill('backup@contoso.example');
  await page.getByRole('combobox', { name: 'Script language' }).selectOption('PowerShell, Az modules');
  await expect(script).toHaveValue(/-EmailAddress 'backup@contoso\.example'/);
});

test('the pictures of home come into sight with their tables, and a mark leads to the rows behind it', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/');
  const days = page.getByRole('region', { name: 'Backups of the last 14 days' }).first();
  await expect(days.getByRole('table')).toHaveCount(0);
  await days.scrollIntoViewIfNeeded();
  const failed = days.getByRole('link', { name: /^RevokedVM1, .*: failed$/ });
  await expect(failed.first()).toBeVisible();
  await expect(days.getByRole('row').nth(1).getByRole('rowheader')).toHaveText('RevokedVM1');
  const bars = page.getByRole('region', { name: 'Protected virtual machines by encryption' }).first();
  await bars.scrollIntoViewIfNeeded();
  const bek = bars.getByRole('row', { name: /^BEK 1 of 4 protected 1 3$/ });
  await expect(bek).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await days.getByRole('link', { name: 'RevokedVM1', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(days.getByRole('link', { name: /^RevokedVM1, / }).first()).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await days.getByRole('table').evaluate((table) => table.contains(document.activeElement))).toBe(false);
  await failed.first().click();
  await expect(page).toHaveURL(/\/jobs\?days=14&machine=RevokedVM1&day=/);
  await expect(page.getByText('1 item')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page).toHaveURL(/\/jobs\?days=14$/);
  await page.goto('/');
  await bars.scrollIntoViewIfNeeded();
  await bek.getByRole('link', { name: '3' }).click();
  await expect(page).toHaveURL(/\/machines\?show=withoutBackup&kind=ade-bek$/);
  await expect(page.getByText('3 items')).toBeVisible();
});
