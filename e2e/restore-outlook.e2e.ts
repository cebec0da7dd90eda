import type { Page } from '@playwright/test';
import { Keyboard } from './support/keyboard';
import { Restoring } from './support/restoring';
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

declare global {
  interface Window {
    lostFocus: string[];
  }
}

/** Notes what has lost the focus to nothing: a page that takes such a thing away has one frame to go on elsewhere. */
const noteLostFocus = (page: Page) =>
  page.addInitScript(() => {
    window.lostFocus = [];
    let last: Element | null = null;
    let frames = 0;
    const look = () => {
      const { activeElement, body } = document;
      const isSomewhere = activeElement !== null && activeElement !== body;
      frames = isSomewhere || last === null ? 0 : frames + 1;
      if (frames === 2) window.lostFocus.push(`${location.pathname}: ${last?.textContent}`);
      if (isSomewhere) last = activeElement;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

test.describe('the focus', () => {
  test.use({ locale: 'de-DE', actionTimeout: 15_000 });

  test('never falls to the top of the page while a machine is brought back', async ({ page, world, signIn }) => {
    test.slow();
    const restoring = new Restoring(page, world);
    const keyboard = new Keyboard(page);
    await noteLostFocus(page);
    await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
    await restoring.choose('LostKeysVM1');
    await keyboard.use(restoring.start);
    await restoring.journey();
    await world.advance(240);
    await keyboard.use(restoring.button('Weiter: Schlüssel und Geheimnis'));
    const bringBack = restoring.button('Zurückholen');
    await expect(bringBack).toBeEnabled({ timeout: 20_000 });
    await keyboard.use(bringBack);
    await expect(page.getByText('Nichts steht im Weg')).toBeVisible({ timeout: 20_000 });
    const machine = restoring.blade('Virtuellen Computer erstellen');
    await keyboard.use(machine.getByRole('button', { name: 'Virtuellen Computer erstellen', exact: true }));
    await expect(machine.getByText('Azure erstellt den virtuellen Computer.')).toBeVisible({ timeout: 20_000 });
    await world.advance(10);
    await keyboard.use(machine.getByRole('button', { name: 'Weiter: Wieder sichern' }));
    await keyboard.use(restoring.button('Sicherung aktivieren'));
    await expect(page.getByText('Azure richtet die Sicherung ein.').first()).toBeVisible();
    await world.advance(10);
    const protection = restoring.blade('Wieder sichern');
    await keyboard.use(protection.getByRole('button', { name: 'Jetzt sichern' }));
    await expect(page.getByText(/^Azure sichert .* zum ersten Mal\./)).toBeVisible();
    await world.advance(240);
    await keyboard.use(protection.getByRole('button', { name: 'Weiter: Nacharbeiten' }));
    await keyboard.use(restoring.button('Löschen und nachsehen'));
    await expect(page.getByText('Alles erledigt. Der virtuelle Computer läuft.')).toBeVisible();
    expect(await page.evaluate(() => window.lostFocus)).toEqual([]);
  });
});
