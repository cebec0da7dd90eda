import type { Page } from '@playwright/test';
import { violationsOn } from './support/accessibility';
import { expect, test } from './support/test';
import { LOCALES } from './support/wizard';

test.use({ locale: LOCALES.en, actionTimeout: 30_000 });

const byTodaysRules = (page: Page) => page.addInitScript(() => localStorage.setItem('tresor.edition', 'current'));

test('with no storage in its own region a machine comes back in the paired one, followed to its keys', async ({ page, signIn, world }) => {
  test.slow();
  await world.reset('outage');
  await byTodaysRules(page);
  await signIn('Adele Vance', '/vaults');
  await page.getByRole('link', { name: 'FrankfurtVault' }).click();
  await expect(page).toHaveURL(/\/FrankfurtVault$/);
  const vault = new URL(page.url()).pathname;

  // The newest point is not there yet, and says so where the region is chosen.
  await page.goto(`${vault}/items/FrankfurtRG/PairedVM1/restore/point`);
  await expect(page.getByText(/The newest point in Germany North is from .+\((?:yesterday|.+ ago)\)/)).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page
    .getByRole('row', { name: /not available/ })
    .first()
    .getByRole('radio')
    .check();
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  const region = page.getByLabel('Target region', { exact: true });
  await expect(region.getByRole('option', { name: /^Germany North \(paired region\) – not possible here/ })).toBeDisabled();
  await expect(page.getByText(/^The selected restore point isn’t in Germany North/)).toBeVisible();
  await page.getByRole('button', { name: 'Why this field? (Target region)' }).press('Enter');
  const lesson = page.getByRole('note').filter({ hasText: 'until Azure declares a disaster' });
  await expect(lesson.getByRole('link', { name: /^Source: Azure Backup - Frequently asked questions, as of .*2026$/ })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await expect(page.getByRole('row', { name: /contosofrankfurt/ })).toContainText('Is currently offline.');

  await page.goto(`${vault}/items/FrankfurtRG/PairedVM1/restore/point`);
  await page
    .getByRole('row', { name: / available/ })
    .filter({ hasNotText: 'not available' })
    .first()
    .getByRole('radio')
    .check();
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await region.selectOption({ label: 'Germany North (paired region)' });
  await expect(page.getByText(/^Only the disks are created in Germany North\./)).toBeVisible();
  await page
    .getByRole('row', { name: /contosoberlin/ })
    .getByRole('radio')
    .check();
  await page.getByLabel('Target resource group of the disks').selectOption('BerlinRG (Germany North)');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'OK', exact: true }).click();

  await expect(page.getByText('Configured: contosoberlin, paired region')).toBeVisible();
  await page.getByRole('link', { name: 'Script' }).click();
  await expect(page.getByText('--use-secondary-region').first()).toBeVisible();
  await page.goto(`${vault}/items/FrankfurtRG/PairedVM1/restore`);
  const start = page.getByRole('button', { name: 'Restore', exact: true }).last();
  await expect(start).toBeEnabled();
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/restores\/[0-9a-f-]{36}$/);
  const journey = new URL(page.url()).pathname;
  await expect(page.getByText('Germany North')).toBeVisible();
  await world.advance(300);
  await page.goto(`${journey}/keys`);
  await expect(page.getByText('key vault in another region').first()).toBeVisible({ timeout: 20_000 });
  await page.goto(`${vault}/jobs`);
  await expect(page.getByRole('row', { name: /Cross region restore/i })).toContainText('PairedVM1');

  // Resource Graph knows nothing of it; the lists over all vaults say where it is.
  for (const [list, own] of [
    ['/jobs', `${vault}/jobs`],
    ['/restores', `${vault}/restores`],
  ] as const) {
    await page.goto(list);
    await expect(page.getByText(/^What runs in a paired region may be missing here/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'FrankfurtVault' })).toHaveAttribute('href', own);
    expect(await violationsOn(page)).toEqual([]);
  }
});

test('where the vault does not allow it the paired region is named with the reason', async ({ page, signIn, world }) => {
  test.slow();
  await world.reset('outage');
  await byTodaysRules(page);
  await signIn('Adele Vance', '/vaults');
  for (const [name, vm, reason] of [
    ['OneRegionVault', 'OneRegionVM1', /Cross Region Restore isn’t turned on for the vault/],
    ['LocalVault', 'LocalVM1', /the vault isn’t geo-redundant/],
  ] as const) {
    await page.goto('/vaults');
    await page.getByRole('link', { name }).click();
    await expect(page).toHaveURL(new RegExp(`/${name}$`));
    const vault = new URL(page.url()).pathname;
    await page.goto(`${vault}/items/FrankfurtRG/${vm}/restore/point`);
    await page.getByRole('row').nth(1).getByRole('radio').check();
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await expect(page.getByText(reason)).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
  }
});

test.describe('auf Deutsch', () => {
  test.use({ locale: LOCALES.de });

  test('where the vault’s own region does not answer, a machine comes back in the paired one, told on every screen', async ({
    page,
    signIn,
    world,
  }) => {
    test.slow();
    await world.reset('outage');
    await byTodaysRules(page);
    await signIn('Adele Vance', '/vaults');
    await page.getByRole('link', { name: 'FrankfurtVault' }).click();
    await expect(page).toHaveURL(/\/FrankfurtVault$/);
    const vault = new URL(page.url()).pathname;
    await world.backupRegion('germanywestcentral', false);

    // A list that lacks what has no copies is none; the machine is found by the list over all vaults.
    await expect(async () => {
      // What was read within the last second is still told.
      await page.goto(`${vault}/items`);
      await expect(page.getByRole('alert').getByText(/antwortet nicht\. Was im Tresor liegt/)).toBeVisible();
    }).toPass({ timeout: 30_000 });
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Sicherungselemente aller Tresore' }).click();
    await page.getByRole('link', { name: 'PairedVM1' }).click();
    await expect(page.getByText(/^Der Azure Backup-Dienst in der Region .+ antwortet nicht\. Diese Angaben stammen/)).toBeVisible();
    await page.goto(`${vault}/items/FrankfurtRG/PairedVM1/restore/point`);
    await expect(page.getByText(/Aufgeführt sind die Punkte in der gepaarten Region \(Deutschland, Norden\)/)).toBeVisible({
      timeout: 20_000,
    });
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('row').nth(1).getByRole('radio').check();
    await page.getByRole('button', { name: 'OK', exact: true }).click();

    const region = page.getByLabel('Zielregion', { exact: true });
    await expect(region).toHaveValue('paired');
    await expect(region.getByRole('option', { name: /– antwortet nicht$/ })).toBeDisabled();
    await expect(page.getByText(/^Als der Wiederherstellungspunkt gewählt wurde, antwortete der Azure Backup-Dienst/)).toBeVisible();
    await page
      .getByRole('row', { name: /contosoberlin/ })
      .getByRole('radio')
      .check();
    await page.getByLabel('Zielressourcengruppe für die Datenträger').selectOption('BerlinRG (Deutschland, Norden)');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await expect(page.getByText('Konfiguriert: contosoberlin, gepaarte Region')).toBeVisible();
    await page.getByRole('button', { name: 'Wiederherstellen', exact: true }).last().click();
    await expect(page).toHaveURL(/\/restores\/[0-9a-f-]{36}$/, { timeout: 20_000 });
    await world.advance(300);
    await page.goto(`${new URL(page.url()).pathname}/keys`);
    await expect(page.getByText('Schlüsseltresor in einer anderen Region').first()).toBeVisible({ timeout: 20_000 });
  });

  test('where it does not answer and the vault has no copies that could be restored, that is said, and nothing of missing points', async ({
    page,
    signIn,
    world,
  }) => {
    await world.reset('outage');
    await byTodaysRules(page);
    await signIn('Adele Vance', '/vaults');
    await page.getByRole('link', { name: 'OneRegionVault' }).click();
    await expect(page).toHaveURL(/\/OneRegionVault$/);
    const vault = new URL(page.url()).pathname;
    await world.backupRegion('germanywestcentral', false);
    await page.goto(`${vault}/items/FrankfurtRG/OneRegionVM1/restore/point`);
    await expect(page.getByRole('alert').getByText(/Was im Tresor liegt, ist zurzeit nicht bekannt/)).toBeVisible();
    await expect(
      page.getByText(/„Regionsübergreifende Wiederherstellung“ ist für den Recovery Services-Tresor nicht eingeschaltet/),
    ).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
  });
});
