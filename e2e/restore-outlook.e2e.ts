import type { Page } from '@playwright/test';
import { Restoring } from './support/restoring';
import { expect, test } from './support/test';
import { OPERATIONS_VAULT } from './support/wizard';

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

/** Where somebody without a mouse goes on from. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

test.describe('the focus', () => {
  test.use({ locale: 'de-DE', actionTimeout: 15_000 });

  test('never falls to the top of the page while a machine is brought back', async ({ page, world, signIn }) => {
    test.slow();
    const restoring = new Restoring(page, world);
    const stays = async () => expect.poll(() => focused(page), { timeout: 5_000 }).not.toBe('BODY');
    await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
    await restoring.choose('LostKeysVM1');
    await stays();
    await restoring.start.click();
    await restoring.journey();
    await stays();
    await world.advance(240);
    await expect(page.getByText('Als Nächstes sind Sie dran: Schlüssel und Geheimnis.')).toBeAttached({ timeout: 20_000 });
    await restoring.next('Schlüssel und Geheimnis');
    await stays();
    await restoring.button('Zurückholen').click();
    await expect(page.getByLabel('Name des virtuellen Computers')).toBeVisible({ timeout: 20_000 });
    await stays();
    await expect(page.getByText('Nichts steht im Weg')).toBeVisible({ timeout: 20_000 });
    const blade = restoring.blade('Virtuellen Computer erstellen');
    await blade.getByRole('button', { name: 'Virtuellen Computer erstellen', exact: true }).click();
    await expect(blade.getByText('Azure erstellt den virtuellen Computer.')).toBeVisible({ timeout: 20_000 });
    await stays();
    await world.advance(10);
    await expect(blade.getByRole('button', { name: /^Weiter: / })).toBeVisible({ timeout: 20_000 });
    await stays();
    await blade.getByRole('button', { name: /^Weiter: / }).click();
    await stays();
  });
});
