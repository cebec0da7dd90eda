import { readFile } from 'node:fs/promises';
import { expect, test } from './support/test';
import { IGNITE_VAULT, LOCALES, Wizard } from './support/wizard';

const PRODUCTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const TEST = '0c7a52be-41f9-4d18-a6c2-93be5d20e7f4';

const MACHINES = [
  ['RevokedVM1', 'geschützt von OperationsVault'],
  ['DeletedItemVM1', 'Die gelöschte Sicherung liegt noch in OperationsVault'],
  ['DBVM2', 'kann geschützt werden, etwa von'],
  ['NoPolicyVM1', 'Azure Backup fehlt der Zugriff auf NoPolicyKV'],
  ['KeyVaultGoneVM1', 'Schlüsseltresor GoneKV ist nicht mehr da'],
] as const;

/** What their rows say in short, and the saved list in full. */
const REFUSED = [
  ['BekOnlyVM1', 'nur mit BEK verschlüsselt', 'Die Datenträger sind nur mit einem BitLocker-Verschlüsselungsschlüssel (BEK)'],
  ['NoAgentVM1', 'kein VM-Agent', 'läuft kein VM-Agent'],
] as const;

test.describe('in German', () => {
  test.use({ locale: LOCALES.de });

  test('the readiness of a subscription counts, tells why, and can be saved', async ({ page, signIn }) => {
    await signIn('Adele Vance', '/browse');
    await page.getByRole('searchbox').fill('Bereit');
    await page.getByRole('main').getByRole('link', { name: 'Bereitschaft zur Sicherung', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/readiness/${PRODUCTION}$`));
    const words = await page.getByText(/^Verschlüsselte virtuelle Computer: \d+\.$/).innerText();
    const all = Number(/\d+/.exec(words)?.[0]);
    expect(all).toBeGreaterThan(0);
    const counts = await page
      .getByRole('table', { name: 'Verschlüsselte virtuelle Computer nach Stand' })
      .getByRole('link')
      .allInnerTexts();
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(all);
    const filter = page.getByRole('searchbox', { name: 'Elemente filtern' });
    for (const [name, state] of [...MACHINES, ...REFUSED]) {
      await filter.fill(name);
      await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText(state);
    }
    await filter.fill('');
    await page.getByRole('button', { name: /^Warum virtuelle Computer nicht geschützt werden können/ }).click();
    await expect(page.getByRole('listitem').filter({ hasText: REFUSED[0][2] })).toHaveText(/Betroffen: 3 virtuelle Computer\./);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Als CSV speichern' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe('Bereitschaft-2017-01.csv');
    const [, ...saved] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(saved).toHaveLength(all);
    for (const [name, state] of [...MACHINES, ...REFUSED.map(([name, , reason]) => [name, reason] as const)])
      expect(
        saved.find((line) => line.startsWith(`"${name}"`)),
        name,
      ).toContain(state);
  });

  test('which machines are shown stays chosen where another subscription is', async ({ page, signIn }) => {
    await signIn('Adele Vance', `/readiness/${PRODUCTION}`);
    const shown = page.getByLabel('Anzeigen');
    await shown.selectOption('Alle');
    await page.getByLabel('Abonnement').selectOption(TEST);
    await expect(page).toHaveURL(new RegExp(`/readiness/${TEST}\\?show=all$`));
    await expect(shown).toHaveValue('all');
  });

  test('today the end of Azure Disk Encryption is counted down until it is past, with the steps to leave it', async ({
    page,
    world,
    signIn,
  }) => {
    await signIn('Adele Vance', '/settings');
    const isPast = (await world.now()) >= Date.parse('2028-09-15');
    await page.getByRole('radio', { name: /^Heute/ }).check();
    await page.goto(`/readiness/${PRODUCTION}`);
    await expect(page.getByText(isPast ? /^Seit 15\.09\.2028/ : /^Am 15\.09\.2028, in (\d+|einem) Tag/)).toBeVisible();
    await page.getByRole('button', { name: 'So wechseln Sie zur Verschlüsselung auf dem Host' }).click();
    await expect(page.getByText(/^Linux mit verschlüsseltem Betriebssystemdatenträger/)).toBeVisible();
  });

  test('the counts come before the end of Azure Disk Encryption, for the eye on a telephone and for the keyboard', async ({
    page,
    signIn,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Adele Vance', '/settings');
    await page.getByRole('radio', { name: /^Heute/ }).check();
    await page.goto(`/readiness/${PRODUCTION}`);
    const retirement = page.getByRole('note').filter({ hasText: 'Azure Disk Encryption' });
    await expect(retirement).toBeVisible();
    const counts = page.getByRole('table', { name: 'Verschlüsselte virtuelle Computer nach Stand' });
    await expect(counts).toBeInViewport({ ratio: 1 });
    await counts.getByRole('link').last().focus();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: /^Warum virtuelle Computer nicht geschützt werden können/ })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(retirement.getByRole('link').first()).toBeFocused();
  });
});

/** How far down each of the lines begins that an element's texts, one after the other, stand in. */
const linesOf = (element: Element) => {
  const texts = document.createNodeIterator(element, NodeFilter.SHOW_TEXT);
  const lines: number[][] = [];
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(text);
    lines.push([...range.getClientRects()].map(({ top }) => top));
  }
  return lines;
};

test.describe('in English', () => {
  test.use({ locale: LOCALES.en });

  test('a refusal leads to its rule, and the matrix shows where the editions differ', async ({ page, signIn }) => {
    const wizard = new Wizard(page, 'en');
    await signIn('Megan Bowen', `${IGNITE_VAULT}/backup/machines`);
    await wizard.filter('BekOnlyVM1');
    await page.getByRole('button', { name: 'What to do (BekOnlyVM1)' }).click();
    await page.getByRole('link', { name: 'Rule in the support matrix' }).click();
    const entry = wizard.blade('Support matrix').last();
    await expect(entry.getByRole('region', { name: 'January 2017 (in force)' })).toContainText('refuses');
    await expect(entry.getByRole('region', { name: 'Today' })).toContainText('no rule');
    await page.goto('/support-matrix');
    await page.getByLabel('Show', { exact: true }).selectOption('Where the editions differ');
    await expect(page.getByRole('row', { name: /more than 16 data disks/ })).toContainText('refuses, limit 32');
    await expect(page.getByRole('row', { name: /in a different region than the vault/ })).toHaveCount(0);
  });

  test('the version of a VM agent is one word, and where its column is narrow a line ends after a period', async ({ page, signIn }) => {
    await signIn('Adele Vance', `/readiness/${PRODUCTION}`);
    const version = page.getByText(/^\d+(?:\.\d+){3}$/).first();
    await expect(version).toBeVisible();
    expect(new Set((await version.evaluate(linesOf)).flat()).size).toBe(1);
    await page.setViewportSize({ width: 1000, height: 768 });
    await expect.poll(async () => new Set((await version.evaluate(linesOf)).flat()).size).toBeGreaterThan(1);
    expect((await version.evaluate(linesOf)).filter((lines) => lines.length > 1)).toEqual([]);
  });
});
