import { expect, test } from './support/test';
import { IGNITE_VAULT, Wizard } from './support/wizard';

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
  await page.getByRole('button', { name: 'Erstellen', exact: true }).click();
  await expect(page.getByLabel('Sicherungsrichtlinie auswählen').locator('option:checked')).toHaveText('Nachtsicherung');
  await expect(page.getByText('Täglich um 22:30 Uhr', { exact: true })).toBeVisible();
  await wizard.ok.click();
  await expect(wizard.card('Sicherungsrichtlinie')).toContainText('Nachtsicherung');
});

test('a name that is taken and a retention that is too short are said at their fields, and nothing typed is lost', async ({
  page,
  signIn,
}) => {
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup/policy/new`);
  await page.getByLabel('Richtlinienname').fill('DefaultPolicy');
  await page.getByRole('button', { name: 'Erstellen', exact: true }).click();
  await expect(page.getByLabel('Richtlinienname')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Richtlinienname')).toHaveValue('DefaultPolicy');
});
