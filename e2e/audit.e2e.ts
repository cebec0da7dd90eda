import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import * as z from 'zod';
import { STILL_PAGE } from './support/session';
import { expect, test } from './support/test';
import { OPERATIONS_VAULT, Wizard } from './support/wizard';

const LANGUAGES = [
  {
    locale: 'de-DE',
    machine: 'AppVM1',
    title: 'Prüfprotokoll',
    stop: 'Sicherung beenden',
    noRole: 'Das Prüfprotokoll liest, wer die App-Rolle „Audit.Read“ der API von Tresor hat.',
    fromWhom: 'Cloudanwendungsadministrator',
    find: 'Filtern',
    clear: 'Filter aufheben',
    person: 'Person',
    thing: 'Betroffen',
    command: 'Befehl',
    read: 'Prüfprotokoll lesen',
    searched: 'Bis zum Ende durchsucht',
    noMatch: 'Nichts Verzeichnetes passt zum Filter.',
    csv: 'Als CSV speichern',
    lines: 'Als JSON-Zeilen speichern',
    saved: 'Ein Befehl ist gespeichert.',
    heading: '"Zeitpunkt";"Person"',
    settings: 'Wer was verlangt hat, und was daraus wurde (Prüfprotokoll)',
  },
  {
    locale: 'en-US',
    machine: 'LostVaultVM1',
    title: 'Audit log',
    stop: 'Stop backup',
    noRole: 'People with the app role “Audit.Read” of Tresor’s API can read the audit log.',
    fromWhom: 'Cloud Application Administrator',
    find: 'Filter',
    clear: 'Clear filter',
    person: 'Person',
    thing: 'Concerns',
    command: 'Command',
    read: 'Read the audit log',
    searched: 'Searched to the end',
    noMatch: 'Nothing on record matches the filter.',
    csv: 'Save as CSV',
    lines: 'Save as JSON lines',
    saved: 'One command is saved.',
    heading: '"Time","Person"',
    settings: 'Who asked for what, and what came of it (audit log)',
  },
];

const line = z.object({ command: z.string(), by: z.object({ name: z.string() }), target: z.string(), correlationId: z.string() });

async function saved(page: Page, button: string): Promise<{ name: string; content: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path(), 'utf8') };
}

for (const words of LANGUAGES) {
  test.describe(words.locale, () => {
    test.use({ locale: words.locale });

    test('who owns everything in Azure reads no audit log, and is told which role is missing and from whom it comes', async ({
      page,
      signIn,
    }) => {
      await signIn('Adele Vance', '/settings');
      await page.getByRole('link', { name: words.settings }).click();
      const blade = new Wizard(page).blade(words.title);
      await expect(blade.getByText(words.noRole)).toBeVisible();
      await expect(blade.getByText(words.fromWhom)).toBeVisible();
      await expect(blade.getByRole('grid')).toHaveCount(0);
      await expect(blade.getByRole('button', { name: words.csv })).toHaveCount(0);
    });

    test('the auditor finds a command by a link, filters on, and saves what is filtered', async ({ page, signIn }) => {
      const { machine } = words;
      await signIn('Adele Vance', `${OPERATIONS_VAULT}/items/OperationsRG/${machine}/stop`);
      const answered = page.waitForResponse(
        (response) => response.url().endsWith(`/${machine}/stop`) && response.request().method() === 'POST',
      );
      await new Wizard(page).blade(words.stop).getByRole('button', { name: words.stop, exact: true }).click();
      expect((await answered).status()).toBe(202);

      // The link leads through the sign-in. The page, which still asks, would go there by itself.
      await page.goto(STILL_PAGE);
      await page.context().clearCookies();
      await page.evaluate(() => sessionStorage.clear());
      await signIn('Megan Bowen', `/audit?person=adele&command=items.stop&thing=${machine.toLowerCase()}`);
      const blade = new Wizard(page).blade(words.title);
      const rows = blade.getByRole('row').filter({ hasText: machine });
      await expect(rows).toHaveCount(1);
      await expect(rows).toContainText(/Adele Vance.*adele\.vance@contoso\.example/);
      await expect(blade.getByText(words.searched)).toBeVisible();
      await expect(blade.getByLabel(words.person, { exact: true })).toHaveValue('adele');

      const csv = await saved(page, words.csv);
      expect(csv.content.trim().split('\r\n')).toHaveLength(2);
      expect(csv.content).toContain(words.heading);
      await expect(blade.getByText(words.saved)).toBeVisible();
      const lines = (await saved(page, words.lines)).content
        .trim()
        .split('\n')
        .map((text) => line.parse(JSON.parse(text)));
      expect(lines).toMatchObject([{ command: 'items.stop', by: { name: 'Adele Vance' } }]);
      expect(csv.content).toContain(lines[0]?.correlationId);

      await blade.getByLabel(words.person, { exact: true }).fill('Nobody');
      await blade.getByRole('button', { name: words.find, exact: true }).click();
      await expect(page).toHaveURL(/person=Nobody/);
      await expect(blade.getByText(words.noMatch)).toBeVisible();
      await page.goBack();
      await expect(rows).toHaveCount(1);
      await expect(blade.getByLabel(words.person, { exact: true })).toHaveValue('adele');

      // What was read is on record, too.
      await blade.getByRole('button', { name: words.clear }).click();
      await blade.getByLabel(words.command, { exact: true }).selectOption({ label: words.read });
      await blade.getByLabel(words.person, { exact: true }).fill('megan');
      await blade.getByRole('button', { name: words.find, exact: true }).click();
      await expect(blade.getByRole('row').filter({ hasText: 'Nobody' }).first()).toContainText('Megan Bowen');
    });
  });
}
