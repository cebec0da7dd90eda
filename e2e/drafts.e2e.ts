import { signInOnPage } from './support/session';
import { expect, test } from './support/test';
import { IGNITE_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'de-DE' });

test('every step survives a reload and goes back', async ({ page, signIn }) => {
  const wizard = new Wizard(page);
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await wizard.chooseGoal();
  await page.reload();
  await expect(wizard.card('Sicherungsziel')).toContainText('Azure Backup (VM-Erweiterung)');
  await wizard.choosePolicy();
  await page.reload();
  await expect(wizard.card('Sicherungsrichtlinie')).toContainText('DefaultPolicy');
  await wizard.tick('DBVM1Restore', 'DBVM2');
  await page.reload();
  await wizard.filter('DBVM2');
  await expect(wizard.row('DBVM2').getByRole('checkbox')).toBeChecked();
  await wizard.ok.click();
  // The agents of the chosen machines are asked first.
  await expect(wizard.blade('Virtuelle Computer auswählen')).toBeHidden();
  await page.reload();
  await expect(wizard.card('Zu sichernde Elemente')).toContainText('Ausgewählte Elemente: 2');
  await expect(wizard.enable).toBeEnabled();
  await page.goBack();
  await expect(wizard.blade('Virtuelle Computer auswählen')).toBeVisible();
});

test('the selected machines can be looked at alone, and one of them taken out', async ({ page, signIn }) => {
  const wizard = new Wizard(page);
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await wizard.chooseGoal();
  await wizard.choosePolicy();
  await wizard.tick('DBVM1Restore', 'DBVM2');
  const selected = page.getByRole('button', { name: wizard.words.selected });
  await selected.click();
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(wizard.row('DBVM1Restore').getByRole('checkbox')).toBeChecked();
  await wizard.row('DBVM2').getByRole('checkbox').uncheck();
  await expect(selected).toHaveText('Ausgewählte virtuelle Computer 1');
  await expect(wizard.row('DBVM2')).toBeVisible();
  await selected.click();
  await expect(wizard.row('DBVM3')).toBeVisible();
});

test('leaving what was chosen asks once, and staying keeps it', async ({ page, signIn }) => {
  const wizard = new Wizard(page);
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await wizard.chooseGoal();
  await page.getByRole('main').getByRole('link', { name: 'Recovery Services-Tresore' }).click();
  await page.getByRole('button', { name: 'Hierbleiben' }).click();
  await expect(wizard.card('Sicherungsziel')).toContainText('Azure Backup (VM-Erweiterung)');
  await page.getByRole('main').getByRole('link', { name: 'Recovery Services-Tresore' }).click();
  await page.getByRole('button', { name: 'Verwerfen und verlassen' }).click();
  await expect(page).toHaveURL(/\/vaults$/);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a deep link leads through sign-in to its blade', async ({ page, world: _fresh }) => {
  await signInOnPage(page, 'Megan Bowen', `${IGNITE_VAULT}/backup/policy`);
  await expect(new Wizard(page).blade('Sicherungsrichtlinie')).toBeVisible();
});

test('the browser decides the language, and the switch in the top bar changes it for good', async ({ page, signIn }) => {
  await signIn('Adele Vance', '/vaults');
  await expect(page.getByRole('heading', { name: 'Recovery Services-Tresore' })).toBeVisible();
  await page.getByRole('button', { name: 'EN – English' }).click();
  await expect(page.getByRole('heading', { name: 'Recovery Services vaults' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Recovery Services vaults' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
