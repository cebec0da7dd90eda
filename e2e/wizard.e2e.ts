import { expect, test } from './support/test';
import { IGNITE_VAULT, LOCALES, type Language, WORDS, Wizard } from './support/wizard';

test.use({ apart: 'wizard' });

for (const language of ['de', 'en'] satisfies Language[]) {
  test.describe(`in ${language === 'de' ? 'German' : 'English'}`, () => {
    test.use({ locale: LOCALES[language] });
    const words = WORDS[language];

    test('an admin follows the article from Browse to protected machines', { tag: '@cloud' }, async ({ page, world, signIn }) => {
      test.slow();
      const wizard = new Wizard(page, language);
      await signIn('Adele Vance');

      await page.getByRole('link', { name: words.browse }).click();
      await page.getByRole('searchbox').fill('Recovery Services');
      await page.getByRole('main').getByRole('link', { name: words.vaults, exact: true }).click();
      await page.getByRole('link', { name: 'IgniteDemoVault' }).click();
      await expect(page).toHaveURL(new RegExp(`${IGNITE_VAULT}$`));
      await page.getByRole('navigation').getByRole('link', { name: words.backup, exact: true }).click();

      await wizard.card(words.goal).click();
      await expect(page.getByLabel(words.where)).toHaveValue('azure');
      await expect(page.getByLabel(words.what).locator('option:checked')).toHaveText(words.virtualMachine);
      await wizard.ok.click();

      await expect(wizard.card(words.goal)).toContainText(words.goalChosen);
      await expect(page.getByLabel(words.choosePolicy).locator('option:checked')).toHaveText('DefaultPolicy');
      await wizard.choosePolicy();

      await wizard.tick('DBVM1Restore', 'DBVM2');
      await wizard.ok.click();

      await expect(wizard.card(words.items)).toContainText(words.itemsChosen);
      await expect(page.getByText(words.notice)).toBeVisible();
      await expect(page.getByText(words.granted)).toBeVisible();
      await wizard.enable.click();

      await expect(page.getByRole('row', { name: /DBVM1Restore/ })).toContainText(words.enabling);
      await world.advanceUntil(() => wizard.expectProtected('DBVM1Restore', 'DBVM2'));
      await expect(page.getByText(words.noPoint, { exact: true })).toBeVisible();

      await page.goto(`${IGNITE_VAULT}/items`);
      await expect(page.getByRole('row', { name: /DBVM1Restore/ })).toContainText(words.pending);
      await page.goto(`${IGNITE_VAULT}/jobs`);
      await expect(page.getByRole('row', { name: /DBVM2/ })).toContainText(words.configure);
      await expect(page.getByRole('row', { name: /DBVM2/ })).toContainText(words.completed);
    });
  });
}
