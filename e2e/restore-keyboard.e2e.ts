import type { Page } from '@playwright/test';
import { Keyboard } from './support/keyboard';
import { expect, test } from './support/test';
import { OPERATIONS_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'en-US' });

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

test('an encrypted machine that lost its keys is brought back in English, with the keyboard alone, and the focus never falls to the top of the page', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const keyboard = new Keyboard(page);
  const blade = (title: string) => new Wizard(page, 'en').blade(title);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await noteLostFocus(page);
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);

  await keyboard.goToRow(page.getByRole('row', { name: 'LostKeysVM1' }));
  await keyboard.press('Enter');
  await keyboard.use(page.getByRole('link', { name: 'Restore', exact: true }));
  const earlier = page.getByRole('row').nth(2);
  await expect(earlier).toContainText('Yes, keys first');
  await keyboard.goToRow(earlier);
  await keyboard.press('Space');
  await expect(earlier.getByRole('radio')).toBeChecked();
  await keyboard.use(button('OK'));
  const account = page.getByRole('row', { name: 'contosostaging' });
  await expect(account.getByRole('radio')).toBeChecked();
  await keyboard.goToRow(account);
  await keyboard.use(button('OK'));
  await keyboard.use(button('Restore'));
  await expect(page).toHaveURL(/\/restores\/[0-9a-f-]{36}$/);
  await world.advance(240);

  await keyboard.use(button('Next: Key and secret'));
  await expect(page.getByText('The key or secret is missing.').first()).toBeVisible();
  const fromBackup = page.getByRole('radio', { name: /From the backup to a key vault/ });
  // Tab stops at the one that is chosen, which is known once the key vaults are.
  await expect(fromBackup).toBeChecked();
  await keyboard.goTo(fromBackup);
  await keyboard.press('ArrowDown');
  await expect(page.getByLabel('Name of the new key vault')).toBeVisible();
  await keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: /ContosoKV/ })).toBeChecked();
  await keyboard.use(button('Bring back'));

  await keyboard.goTo(page.getByLabel('Virtual machine name'));
  await keyboard.press('Control+a');
  await page.keyboard.type('LostKeysVM2');
  await keyboard.press('Tab');
  await expect(page.getByText('Nothing is in the way')).toBeVisible();
  await keyboard.use(blade('Create virtual machine').getByRole('button', { name: 'Create virtual machine', exact: true }));
  await expect(page.getByText('Azure is creating LostKeysVM2.')).toBeVisible();
  await world.advance(10);
  await expect(page.getByText('LostKeysVM2 is created.')).toBeVisible();

  await keyboard.use(blade('Create virtual machine').getByRole('button', { name: 'Next: Protect again' }));
  await expect(page.getByLabel('Backup policy')).toHaveValue('DefaultPolicy');
  await keyboard.use(button('Enable backup'));
  await expect(page.getByText('Azure is setting up the backup.').first()).toBeVisible();
  await world.advance(10);
  await expect(page.getByText('no restore point yet').first()).toBeVisible();
  await keyboard.use(blade('Protect again').getByRole('button', { name: 'Backup now' }));
  await expect(page.getByText('Azure is backing up LostKeysVM2 for the first time.')).toBeVisible();
  await world.advance(240);
  await expect(page.getByText(/backs up LostKeysVM2\. The newest restore point is from/)).toBeVisible();
  await keyboard.use(blade('Protect again').getByRole('button', { name: 'Next: After the restore' }));
  await keyboard.use(button('Delete and check'));
  await expect(page.getByText('All done. The virtual machine is running.')).toBeVisible();
  expect(await page.evaluate(() => window.lostFocus)).toEqual([]);
});
