import { expect, test } from './support/test';
import { Wizard } from './support/wizard';

const LANGUAGES = [
  {
    locale: 'de-DE',
    link: 'Prüfen, ob Server, Netz und Mandant in Ordnung sind (Diagnose)',
    title: 'Diagnose',
    fixed: 'Es gibt nichts zu beheben.',
    broken: 'Zu beheben (1)',
    version: 'Version der Token',
    fix: 'Abhilfe: Setzen Sie im Manifest der API „requestedAccessTokenVersion“ auf 2',
    again: 'Erneut prüfen',
    copy: 'Bericht kopieren',
    refused: 'ist diese Seite für Leute, die in einem Abonnement Rollen zuweisen dürfen',
  },
  {
    locale: 'en-US',
    link: 'Check whether server, network, and tenant are in order (diagnosis)',
    title: 'Diagnosis',
    fixed: 'There’s nothing to fix.',
    broken: 'To fix (1)',
    version: 'Version of tokens',
    fix: 'How to fix it: Set “requestedAccessTokenVersion” to 2 in the manifest of the API',
    again: 'Check again',
    copy: 'Copy report',
    refused: 'this page is for people who may assign roles in a subscription',
  },
];

for (const words of LANGUAGES) {
  test.describe(words.locale, () => {
    test.use({ locale: words.locale });

    test('an admin finds nothing to fix, and what somebody broke, with its fix', async ({ page, signIn, world, product }) => {
      await signIn('Adele Vance', '/settings');
      await page.getByRole('link', { name: words.link }).click();
      const blade = new Wizard(page).blade(words.title);
      await expect(blade.getByText(words.fixed)).toBeVisible();
      await expect(blade.getByRole('button', { name: words.copy })).toBeVisible();

      // The sign-in that is under way goes on; the next one would be refused.
      const { apiAppId } = product.azure;
      await world.changeApplication(apiAppId, { tokenVersion: 1 });
      try {
        await blade.getByRole('button', { name: words.again }).click();
        await expect(blade.getByRole('heading', { name: words.broken })).toBeVisible();
        await expect(blade.getByRole('listitem').filter({ hasText: words.version })).toContainText(words.fix);
      } finally {
        await world.changeApplication(apiAppId, { tokenVersion: 2 });
      }
    });

    test('somebody who manages nothing is told for whom it is', async ({ page, signIn, world: _fresh }) => {
      await signIn('Megan Bowen', '/doctor');
      const blade = new Wizard(page).blade(words.title);
      await expect(blade.getByText(words.refused)).toBeVisible();
      await expect(blade.getByRole('alert')).toHaveCount(0);
    });
  });
}
