import { expect, test } from './support/test';
import { Wizard } from './support/wizard';

const LANGUAGES = [
  {
    locale: 'de-DE',
    settings: '/settings',
    link: 'Was über Azure belegt ist, und woher',
    title: 'Was über Azure belegt ist',
    filter: 'Belege filtern',
    show: 'Anzeigen',
    assumed: 'Angenommenes',
    word: 'angenommen',
    recorded: /aufgezeichnet am 20\d\d-\d\d-\d\d, API-Version 20\d\d-\d\d-\d\d/,
  },
  {
    locale: 'en-US',
    settings: '/settings',
    link: 'What’s known about Azure, and from where',
    title: 'What’s known about Azure',
    filter: 'Filter the evidence',
    show: 'Show',
    assumed: 'What’s assumed',
    word: 'assumed',
    recorded: /recorded on 20\d\d-\d\d-\d\d, API version 20\d\d-\d\d-\d\d/,
  },
];

for (const { locale, settings, link, title, filter, show, assumed, word, recorded } of LANGUAGES) {
  test.describe(locale, () => {
    test.use({ locale });

    test('an admin finds what the product relies on, what is assumed first, and the recording behind the rest', async ({
      page,
      signIn,
    }) => {
      await signIn('Adele Vance', settings);
      await page.getByRole('link', { name: link }).click();
      const blade = new Wizard(page).blade(title);
      const rows = blade.getByRole('row');
      await expect(rows.nth(1)).toContainText(word);
      await expect(rows.nth(1)).toContainText('keyAndSecret');
      const search = blade.getByRole('searchbox', { name: filter });
      await search.fill('properties.status');
      await expect(blade.getByRole('row', { name: /^JobDetails_Get / })).toContainText(recorded);
      await search.fill('');
      await blade.getByRole('combobox', { name: show }).selectOption({ label: assumed });
      await search.fill('Token_OnBehalfOf');
      await expect(rows.filter({ hasText: 'Token_OnBehalfOf' })).toContainText(word);
      await search.fill('BackupJobs_List');
      await expect(rows.filter({ hasText: 'BackupJobs_List' })).toHaveCount(0);
    });
  });
}
