import { expect, test } from './support/test';
import { OPERATIONS_VAULT, PRODUCTION } from './support/wizard';

const restoreOf = (machine: string, group = 'OperationsRG') => `${OPERATIONS_VAULT}/items/${group}/${machine}/restore`;

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('the helpdesk is told before the first click which step is not its own, and that a colleague can go on', async ({
    page,
    signIn,
  }) => {
    await signIn('Alex Wilber', restoreOf('DeletedVaultVM1', 'RestoreRG'));
    const notice = page.getByRole('status').filter({ hasText: 'Nicht jeden Schritt dieser Wiederherstellung können Sie selbst gehen' });
    await expect(notice).toBeVisible();
    await expect(notice.getByRole('listitem').filter({ hasText: 'Schlüssel und Geheimnis' })).toContainText('Key Vault Contributor');
    await expect(notice).toContainText('Beginnen können Sie trotzdem.');
  });

  test('what cannot be seen is called that', async ({ page, signIn }) => {
    await signIn('Lee Gu', restoreOf('FullRestoreVM1'));
    await expect(page.getByText('Ob hier etwas zu tun ist, dürfen Sie nicht sehen.')).toBeVisible();
  });

  test('a machine that the rules of January 2017 do not back up is told before its disks come back', async ({ page, signIn }) => {
    await signIn('Adele Vance', restoreOf('BekSingleVM1', 'RestoreRG'));
    await expect(page.getByText('Der virtuelle Computer kommt zurück, wird danach aber nicht gesichert')).toContainText('BEK');
    await page.goto('/settings');
    await page.getByRole('radio', { name: /^Heute/ }).check();
    await page.goto(restoreOf('BekSingleVM1', 'RestoreRG'));
    await expect(page.getByText('können Sie jeden Schritt bis zum laufenden virtuellen Computer selbst gehen')).toBeVisible();
  });
});

test('what a policy forbids is told before the first click, with the policy and where it is assigned', async ({ page, signIn, world }) => {
  await world.assignPolicy('Allowed virtual machine size SKUs', `/subscriptions/${PRODUCTION}`, { listOfAllowedSKUs: ['Standard_B1s'] });
  await signIn('Adele Vance', restoreOf('AppVM1'));
  const notice = page.getByRole('status').filter({ hasText: 'Policies of your organization (Azure Policy) forbid' });
  await expect(notice.getByRole('listitem')).toHaveText(
    'Create virtual machine: “Allowed virtual machine size SKUs”, assigned at: Subscription',
  );
  await expect(page.getByText('you can do every step up to the running virtual machine')).toHaveCount(0);
});
