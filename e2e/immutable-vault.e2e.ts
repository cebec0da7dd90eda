import { expect, test } from './support/test';
import { LOCALES } from './support/wizard';

const VAULT = '/vaults/0c7a52be-41f9-4d18-a6c2-93be5d20e7f4/TestRG/TestVault';

const WORDS = {
  de: {
    name: 'Unveränderlichkeit',
    kept: 'erst gelöscht, wenn ihre Aufbewahrung endet',
    remove: 'Sicherungsdaten löschen',
    byPolicy: 'Nach der Richtlinie beibehalten',
    stop: 'Sicherung beenden',
    count: 'Für',
    update: 'Speichern',
    longer: 'Die Aufbewahrung lässt sich verlängern, aber nicht verkürzen.',
  },
  en: {
    name: 'Immutability',
    kept: 'deleted only when their retention ends',
    remove: 'Delete backup data',
    byPolicy: 'Retain as per policy',
    stop: 'Stop backup',
    count: 'For',
    update: 'Save',
    longer: 'You can extend the retention but not shorten it.',
  },
} as const;

for (const language of ['de', 'en'] as const) {
  test.describe(`an immutable vault in ${language === 'de' ? 'German' : 'English'}`, () => {
    test.use({ locale: LOCALES[language] });
    const words = WORDS[language];

    test('says what it no longer allows: deleting backup data and keeping it for less time', async ({ page, signIn }) => {
      await signIn('Adele Vance', VAULT);
      await expect(page.getByText(words.name, { exact: true })).toBeVisible();

      await page.goto(`${VAULT}/items/TestRG/LedgerVM1/stop`);
      const remove = page.getByRole('radio', { name: new RegExp(`^${words.remove}`) });
      await expect(remove).toBeDisabled();
      await expect(page.getByRole('radio', { name: new RegExp(`^${words.byPolicy}`) })).toBeEnabled();
      await expect(page.getByText(words.kept)).toBeVisible();
      await expect(page.getByRole('button', { name: words.stop, exact: true }).last()).not.toHaveAttribute('aria-disabled', 'true');

      await page.goto(`${VAULT}/policies/of/DefaultPolicy/edit`);
      const update = page.getByRole('button', { name: words.update, exact: true });
      await page.getByLabel(words.count, { exact: true }).first().fill('7');
      await expect(update).toHaveAttribute('aria-disabled', 'true');
      await expect(page.getByText(words.longer)).toBeVisible();
      await page.getByLabel(words.count, { exact: true }).first().fill('60');
      await expect(update).not.toHaveAttribute('aria-disabled', 'true');
    });
  });
}

test.describe('by today’s rules', () => {
  test.use({ locale: LOCALES.en });

  test('soft delete can’t be turned off by today’s rules, and the configuration says so', async ({ page, signIn }) => {
    await page.addInitScript(() => localStorage.setItem('tresor.edition', 'current'));
    await signIn('Adele Vance', `${VAULT}/infrastructure/configuration`);
    await expect(page.getByText('Azure no longer lets you turn soft delete off.')).toBeVisible();
    const softDelete = page.getByRole('group', { name: 'Soft delete' });
    await expect(softDelete.getByRole('radio').nth(0)).toBeChecked();
    await expect(softDelete.getByRole('radio').nth(1)).toBeDisabled();
  });
});
