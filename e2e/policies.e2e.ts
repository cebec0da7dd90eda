import { expect, test } from './support/test';
import { IGNITE_VAULT, OPERATIONS_VAULT, Wizard } from './support/wizard';

test.use({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });

test('a policy is created inside the wizard and chosen at once', async ({ page, signIn }) => {
  const wizard = new Wizard(page);
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await wizard.chooseGoal();
  await page.getByLabel('Sicherungsrichtlinie auswählen').selectOption({ label: 'Neu erstellen' });
  await page.getByLabel('Richtlinienname').fill('Nachtsicherung');
  await page.getByLabel('Uhrzeit').selectOption({ label: '22:30 Uhr' });
  await page.reload();
  await expect(page.getByLabel('Richtlinienname')).toHaveValue('Nachtsicherung');
  await page.getByRole('button', { name: 'Erstellen', exact: true }).dblclick();
  await expect(page.getByLabel('Sicherungsrichtlinie auswählen').locator('option:checked')).toHaveText('Nachtsicherung');
  await expect(page.getByRole('button', { name: 'Benachrichtigungen, 1 ungelesen' })).toBeVisible();
  await expect(page.getByText('Täglich um 22:30 Uhr', { exact: true })).toBeVisible();
  await wizard.ok.click();
  await expect(wizard.card('Sicherungsrichtlinie')).toContainText('Nachtsicherung');
});

test('a name that is taken and a retention that is too short are said at their fields, and nothing typed is lost', async ({
  page,
  signIn,
}) => {
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup/policy/new`);
  const name = page.getByLabel('Richtlinienname');
  const days = page.getByRole('group', { name: 'Aufbewahrung des täglichen Sicherungspunkts' }).getByLabel('Für');
  const create = page.getByRole('button', { name: 'Erstellen', exact: true });
  await name.fill('DefaultPolicy');
  await days.fill('3');
  await create.click();
  await expect(days).toHaveAttribute('aria-invalid', 'true');
  await expect(days).toHaveAccessibleDescription(/7 bis 9\.?999/);
  await days.fill('30');
  await expect(days).not.toHaveAttribute('aria-invalid', 'true');
  await create.click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toHaveAccessibleDescription(/Eine Richtlinie dieses Namens gibt es in diesem Tresor schon/);
  await expect(name).toHaveValue('DefaultPolicy');
  await expect(days).toHaveValue('30');
});

test('the calendar of a policy says which points there would be, why, and until when, with the keyboard too', async ({ page, signIn }) => {
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/policies`);
  await page.getByRole('link', { name: 'LongTermPolicy' }).click();
  await expect(page.getByText(/gäbe es \d+ Punkte: jährlich 1, monatlich/)).toBeVisible();
  await page.getByRole('button', { name: 'in 10 Jahren' }).click();
  await expect(page.getByText(/gäbe es \d+ Punkte: jährlich 10, monatlich/)).toBeVisible();
  const chosen = page.getByRole('grid', { name: /^Tage im/ }).locator('button[tabindex="0"]');
  const before = await chosen.getAttribute('aria-label');
  await chosen.focus();
  await page.keyboard.press('ArrowUp');
  await expect(chosen).toBeFocused();
  await expect(chosen).not.toHaveAttribute('aria-label', before ?? '');
  await expect(page.getByText(/täglicher Sicherungspunkt, bis/).first()).toBeVisible();
  await page.getByText('Als Tabelle').click();
  await page.getByRole('grid', { name: 'Wiederherstellungspunkte am Stichtag' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('gridcell', { name: 'jährlicher Sicherungspunkt' }).first()).toBeVisible();
});

test('a change of a policy tells what it costs, asks, and is applied to those who use it', async ({ page, world, signIn }) => {
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/policies/of/LongTermPolicy`);
  await page.getByRole('link', { name: 'Bearbeiten' }).click();
  const save = page.getByRole('button', { name: 'Speichern', exact: true });
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabel('Für', { exact: true }).first().fill('7');
  await expect(page.getByText(/gilt für einen virtuellen Computer, auch für seine vorhandenen Punkte/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Punkte künftiger Sicherungen' })).toBeVisible();
  const consent = page.getByLabel('Diese Punkte werden gelöscht');
  await expect(page.getByText('Bestätigen Sie zuerst, dass Punkte gelöscht werden.')).toBeVisible();
  await consent.check();
  await save.click();
  await expect(page.getByText('Richtlinie „LongTermPolicy“ wird geändert').first()).toBeVisible();
  await expect(page.getByText('Täglich um 00:30 Uhr erstellte Sicherung 7 Tage aufbewahren')).toBeVisible();
  await world.advance(5);
  await expect(page.getByText('Richtlinie „LongTermPolicy“ wurde geändert').first()).toBeVisible();
  await page.goto(`${OPERATIONS_VAULT}/policies/of/LongTermPolicy/delete`);
  await expect(page.getByText(/Ein virtueller Computer verwendet diese Richtlinie/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Löschen', exact: true }).last()).toHaveAttribute('aria-disabled', 'true');
  await page.goto(`${OPERATIONS_VAULT}/policies/of/EnhancedPolicy/delete`);
  await page.getByRole('button', { name: 'Löschen', exact: true }).last().click();
  await expect(page.getByText('Richtlinie „EnhancedPolicy“ wurde gelöscht').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'EnhancedPolicy' })).toHaveCount(0);
});

test.describe('in English, by today’s rules', () => {
  test.use({ locale: 'en-US' });

  test('an enhanced policy with several backups a day is created from the list', async ({ page, signIn }) => {
    await page.addInitScript(() => localStorage.setItem('tresor.edition', 'current'));
    await signIn('Adele Vance', `${IGNITE_VAULT}/policies`);
    await page.getByRole('link', { name: 'Add', exact: true }).click();
    await page.getByLabel('Policy name').fill('EveryFourHours');
    await page.getByRole('radio', { name: /^Enhanced/ }).check();
    await page.getByLabel('Frequency').selectOption('hourly');
    await page.getByLabel(/Retain instant recovery snapshots/).fill('18');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(page.getByText('Enter a whole number from 1 to 17.').first()).toBeVisible();
    await page.getByLabel(/Retain instant recovery snapshots/).fill('7');
    await page.getByText('Retention calendar').click();
    await expect(page.getByText(/snapshot only \d+/)).toBeVisible();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('link', { name: 'EveryFourHours' }).click();
    await expect(page.getByText('Every 4 hours from 5:30 AM each day, 4 backups a day').filter({ visible: true }).first()).toBeVisible();
  });
});

test('a vault that has 200 policies takes no other by today’s rules, and says so where one would be made', async ({ page, signIn }) => {
  await page.addInitScript(() => localStorage.setItem('tresor.edition', 'current'));
  const north = '/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/NorthRG/NorthVault/policies';
  await signIn('Adele Vance', `${north}/new`);
  await expect(page.getByText('Dieser Recovery Services-Tresor hat schon 200 Richtlinien').last()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Erstellen', exact: true })).toHaveAttribute('aria-disabled', 'true');
});

test('who is refused because somebody else has changed the policy begins again with what that is now', async ({
  page,
  browser,
  signIn,
}) => {
  const path = `${OPERATIONS_VAULT}/policies/of/Daily7pm/edit`;
  const other = await browser.newPage({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });
  const days = (of: typeof page) => of.getByRole('group', { name: 'Aufbewahrung des täglichen Sicherungspunkts' }).getByLabel('Für');
  const save = (of: typeof page) => of.getByRole('button', { name: 'Speichern', exact: true }).click();
  await signIn('Patti Fernandez', path);
  await signIn('Adele Vance', path, other);
  await days(page).fill('61');
  await days(other).fill('46');
  await save(other);
  await expect(other.getByText(/46 Tage/).first()).toBeVisible();
  await save(page);
  await expect(page.getByText('Jemand hat die Richtlinie inzwischen geändert.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Verwerfen', exact: true }).click();
  await page.goto(path);
  await expect(days(page)).toHaveValue('46');
  await days(page).fill('61');
  await save(page);
  await expect(page.getByText(/61 Tage/).first()).toBeVisible();
  await other.close();
});
