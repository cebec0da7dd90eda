import { readFile } from 'node:fs/promises';
import { expectedOutcomes, type ExpectedOutcome } from '../packages/local-azure/src/seeds/catastrophe/expected-outcomes';
import { violationsOn } from './support/accessibility';
import { expect, test } from './support/test';
import { LOCALES } from './support/wizard';

interface Saved {
  machines: { item: { vmName: string }; state: string; findings: string[] }[];
}

/** In the order of how bad they are. */
const STATES = ['lost', 'gone', 'recoverable', 'unusable', 'without-point', 'at-risk', 'sound'];

const STATE_OF: Record<ExpectedOutcome['keys'], string> = {
  sound: 'sound',
  'key vault deleted': 'recoverable',
  'key vault purged': 'gone',
  'secret deleted': 'recoverable',
  'secret purged': 'gone',
  'key disabled': 'unusable',
  'key expired': 'unusable',
  'key rotated': 'lost',
  'service shut out': 'at-risk',
};

function stateOf({ point, keys, purgeProtection }: ExpectedOutcome): string {
  if (point === 'none') return 'without-point';
  const state = STATE_OF[keys];
  return state === 'sound' && !purgeProtection ? 'at-risk' : state;
}

const isSaved = (value: unknown): value is Saved => typeof value === 'object' && value !== null && 'machines' in value;

test.describe('in German', () => {
  test.use({ locale: LOCALES.de });

  test('the keys of 200 machines are told as what was done to them says, worst first, and each leads to what helps', async ({
    page,
    signIn,
    world,
  }) => {
    await world.reset('catastrophe');
    await signIn('Alex Wilber', '/browse');
    await page.getByRole('searchbox').fill('Ernstfall');
    await page.getByRole('main').getByRole('link', { name: 'Schlüssel im Ernstfall', exact: true }).click();
    await expect(page.getByText('Virtuelle Computer: 200. Aufmerksamkeit brauchen: ')).toBeVisible({ timeout: 40_000 });
    await page
      .getByRole('row', { name: /^Nicht zu retten/ })
      .getByRole('link', { name: '6', exact: true })
      .click();
    await expect(page).toHaveURL(/key-survival\?show=lost$/);
    await expect(page.getByText('6 Elemente', { exact: true })).toBeVisible();

    await page.getByLabel('Anzeigen').selectOption('Alle');
    await expect(page).toHaveURL(/key-survival\?show=all$/);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Als JSON speichern' }).click();
    const saved: unknown = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
    if (!isSaved(saved)) throw new Error('The file holds no machines.');
    const order = saved.machines.map(({ state }) => STATES.indexOf(state));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(Object.fromEntries(saved.machines.map(({ item, state }) => [item.vmName, state]))).toEqual(
      Object.fromEntries(expectedOutcomes().map((outcome) => [outcome.machine, stateOf(outcome)])),
    );

    const expiry = page.getByRole('region', { name: 'Ablauf der Schlüssel und Geheimnisse' });
    await expiry.scrollIntoViewIfNeeded();
    const expired = expectedOutcomes().filter(({ keys }) => keys === 'key expired');
    for (const { machine } of expired)
      await expect(expiry.getByRole('row', { name: new RegExp(`^${machine} .*abgelaufen$`) })).toBeVisible();
    expect(expired.length).toBeGreaterThan(0);
    expect(await violationsOn(page)).toEqual([]);

    await page.getByRole('searchbox', { name: 'Virtuelle Computer filtern' }).fill('OrdersSql01');
    const row = page.getByRole('row', { name: /OrdersSql01/ });
    await expect(row).toContainText('Der Schlüsseltresor EstateOrdersKV ist gelöscht. Azure behält EstateOrdersKV bis');
    await row.getByRole('link', { name: 'Wiederherstellen und Schlüssel zurückholen' }).click();
    await expect(page).toHaveURL(/EstateVault\/items\/OrdersRG\/OrdersSql01\/restore$/);
    await page.goBack();
    await expect(page).toHaveURL(/key-survival\?show=all$/);
  });

  test('who may not see key vaults is told so, and what would let him', async ({ page, signIn, world }) => {
    await world.reset('catastrophe');
    await signIn('Lee Gu', '/key-survival?show=unknown');
    await page.getByRole('searchbox', { name: 'Virtuelle Computer filtern' }).fill('Factory01');
    const row = page.getByRole('row', { name: /Factory01/ });
    await expect(row).toContainText('Nicht feststellbar', { timeout: 40_000 });
    await expect(row).toContainText('brauchen Sie die Rolle „Leser“ auf dem Abonnement');
  });
});

test.describe('in English, on a small screen', () => {
  test.use({ locale: LOCALES.en, viewport: { width: 390, height: 844 } });

  test('one machine’s keys are told point by point, with sources, and without the mouse', async ({ page, signIn, world }) => {
    await world.reset('catastrophe');
    await signIn('Adele Vance', '/key-survival?show=at-risk');
    await page.getByRole('searchbox', { name: 'Filter virtual machines' }).fill('TestSql01');
    const row = page.getByRole('row', { name: /TestSql01/ });
    await expect(row).toContainText('At risk', { timeout: 40_000 });
    await expect(row).toContainText('new backups fail');
    expect(await violationsOn(page)).toEqual([]);
    await row.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/key-survival\/[0-9a-f-]{36}\/EstateTestRG\/EstateTestVault\/TestOrdersRG\/TestSql01$/);
    await expect(page.getByRole('list', { name: 'Findings' })).toContainText('Azure Key Vault soft-delete overview');
    await expect(page.getByLabel('Azure CLI command')).toHaveValue(
      /az keyvault update .* --name EstateTestDataKV --enable-purge-protection true/,
    );
    const points = page.getByLabel('Restore point', { exact: true });
    await expect(points.getByRole('option')).toHaveCount(2);
    await points.selectOption({ index: 1 });
    await expect(page.getByRole('list', { name: 'Findings' })).toContainText('Give Azure Backup access');
    expect(await violationsOn(page)).toEqual([]);
  });
});
